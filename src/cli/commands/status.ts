/** `medward`: where the project stands, and the one thing to do next. */
import { defineCommand, KEPT_OPTIONS } from '../define.js';

export default defineCommand({
  name: '',
  about: 'Where the project stands, and the one thing to do next.',
  options: KEPT_OPTIONS,
  isKept: (call) => call.value('at') === undefined,
  async run(call) {
    const { openSession } = await import('../session.js');
    const { statusOutput } = await import('../../contract/index.js');
    const { printJson } = await import('../print-json.js');
    const { printStatus } = await import('../print-status.js');
    const session = openSession(call);
    const output = statusOutput(session.assessment, session.problems, session.subject);
    if (call.flag('json')) printJson(output, call.terminal);
    else printStatus(output, session, call.terminal);
    return 0;
  },
});
