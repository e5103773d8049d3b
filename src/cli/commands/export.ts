/** `medward export`: the threat model of the project as a file of another tool; what the format cannot carry is told. */
import { defineCommand, PROJECT_OPTIONS } from '../define.js';

export default defineCommand({
  name: 'export',
  takes: 'FORMAT',
  about: 'Architecture, threats and controls as a file for Threat Dragon, Open Threat Model or Threagile.',
  options: {
    ...PROJECT_OPTIONS,
    output: { value: 'FILE', short: 'o', about: 'Write it there; default: print it.' },
    all: { about: 'Show every loss, not the first twenty.' },
  },
  async run(call) {
    const { exportFromProject } = await import('../export-model.js');
    const { printExport } = await import('../print-export.js');
    const { printJson } = await import('../print-json.js');
    const output = exportFromProject(call);
    if (call.flag('json')) printJson(output, call.terminal);
    else printExport(output, call.flag('all'), call.terminal);
    return 0;
  },
});
