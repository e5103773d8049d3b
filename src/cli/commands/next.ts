/** `medward next`: the most useful work first. */
import { defineCommand, KEPT_OPTIONS } from '../define.js';

export default defineCommand({
  name: 'next',
  about: 'The most useful work, ordered: what contradicts itself, what blocks, then most closed per hour.',
  options: { ...KEPT_OPTIONS, all: { about: 'Print every step, not the first twelve.' } },
  isKept: (call) => call.value('at') === undefined,
  async run(call) {
    const { openSession } = await import('../session.js');
    const { nextOutput } = await import('../../contract/index.js');
    const { printJson } = await import('../print-json.js');
    const { printNext } = await import('../print-next.js');
    const session = openSession(call);
    const output = nextOutput(session.assessment, session.subject);
    if (call.flag('json')) printJson(output, call.terminal);
    else printNext(output, { all: call.flag('all'), problems: session.problems.length }, call.terminal);
    return 0;
  },
});
