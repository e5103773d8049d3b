/** `medward check`: what is missing or contradicts itself, at its place, and what to do. Never changes the project. */
import { defineCommand, PROJECT_OPTIONS } from '../define.js';

export default defineCommand({
  name: 'check',
  about: 'What is missing or contradicts itself; exit 1 if something blocks.',
  options: {
    ...PROJECT_OPTIONS,
    all: { about: 'Print every gap, not the first ten.' },
    rule: { value: 'RULE', many: true, about: 'Print only gaps of this rule.' },
    timing: { about: 'Tell on standard error how long each phase took.' },
    decided: { about: 'Print also what decisions took out.' },
    baseline: { value: 'FILE', about: 'Output of an earlier `check --json`: only gaps that are not in it block.' },
  },
  async run(call) {
    const { openSession, openTimedSession } = await import('../session.js');
    const { blocks, checkOutput } = await import('../../contract/index.js');
    const { printJson } = await import('../print-json.js');
    const { printCheck } = await import('../print-check.js');
    const { readBaseline } = await import('../baseline.js');
    const { knownRules } = await import('../known-rules.js');
    const rules = knownRules(call.values('rule'));
    const baseline = readBaseline(call.value('baseline'), call.folder);
    const { session, done } = call.flag('timing')
      ? openTimedSession(call)
      : { session: openSession(call), done: undefined };
    const output = checkOutput(session.assessment, session.problems, session.subject, baseline);
    if (call.flag('json')) printJson(output, call.terminal);
    else
      printCheck(
        output,
        {
          all: call.flag('all'),
          rules,
          decided: call.flag('decided'),
          packs: session.project.packs,
        },
        call.terminal,
      );
    done?.();
    return blocks(output) ? 1 : 0;
  },
});
