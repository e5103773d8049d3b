/** `medward threats`: the register with crossings, before and after, proven or not. */
import { defineCommand, PROJECT_OPTIONS } from '../define.js';

export default defineCommand({
  name: 'threats',
  about: 'The register of threats: what they reach, rated before and after control, proven or not.',
  options: PROJECT_OPTIONS,
  async run(call) {
    const { openSession } = await import('../session.js');
    const { threatsOutput } = await import('../../contract/index.js');
    const { printJson } = await import('../print-json.js');
    const { printThreats } = await import('../print-threats.js');
    const session = openSession(call);
    const output = threatsOutput(session.assessment, session.subject);
    if (call.flag('json')) printJson(output, call.terminal);
    else printThreats(output, call.terminal);
    return 0;
  },
});
