/** `medward import`: a threat model of another tool becomes records; what no record carries is told, value by value. */
import { defineCommand, PROJECT_OPTIONS } from '../define.js';

const { at: _, ...options } = PROJECT_OPTIONS;

export default defineCommand({
  name: 'import',
  takes: '[FORMAT] FILE',
  about: 'A threat model of Threat Dragon, Open Threat Model or Threagile becomes records.',
  options: {
    ...options,
    into: { value: 'DIR', about: 'Folder of the project for the records; default: imported/NAME among the records.' },
    'dry-run': { about: 'Read and tell, and write nothing.' },
    all: { about: 'Show every loss, not the first twenty.' },
  },
  async run(call) {
    const { importIntoProject } = await import('../import-model.js');
    const { printImport } = await import('../print-import.js');
    const { printJson } = await import('../print-json.js');
    const { output, status } = importIntoProject(call);
    if (call.flag('json')) printJson(output, call.terminal);
    else printImport(output, call.flag('all'), call.terminal);
    return status;
  },
});
