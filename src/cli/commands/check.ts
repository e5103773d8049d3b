/** `medward check`: what is missing or contradicts itself, at its place, and what to do. Never changes the project. */
import { defineCommand, KEPT_OPTIONS } from '../define.js';

export default defineCommand({
  name: 'check',
  about: 'What is missing or contradicts itself; exit 1 if something blocks.',
  options: {
    ...KEPT_OPTIONS,
    format: { value: 'FORMAT', about: 'How to print: text (default), json, sarif, junit, markdown, github, gitlab.' },
    'path-prefix': {
      value: 'FOLDER',
      about: 'Put in front of paths for CI: where the project lies in the repository.',
    },
    all: { about: 'Print every gap, not the first ten.' },
    rule: { value: 'RULE', many: true, about: 'Print only gaps of this rule.' },
    'without-decided': { about: 'SARIF: leave out what decisions took out; GitHub would show it as open.' },
    decided: { about: 'Print also what decisions took out.' },
    watch: { about: 'Print again whenever something changes, until Ctrl-C; with --json one answer in a line.' },
    baseline: { value: 'FILE', about: 'Output of an earlier `check --json`: only gaps that are not in it block.' },
  },
  isKept: (call) => call.value('at') === undefined && !call.flag('watch'),
  async run(call) {
    if (call.flag('watch')) {
      const { watchCheck } = await import('../watch-check.js');
      return watchCheck(call);
    }
    const { runCheck } = await import('../run-check.js');
    return runCheck(call);
  },
});
