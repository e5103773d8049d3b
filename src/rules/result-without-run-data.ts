/** Finds runs of tests that do not tell on what, with what, when or by whom they were made. */
import type { RecordOf } from '../records/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'result-without-run-data',
  title: 'Test run that cannot be repeated',
  why: 'A result counts for a version only if somebody else could repeat it: version, configuration, tools, day and tester.',
  because: 'safety-class',
  basis: ['iec62304:5.7.5', 'iec62304:9.8'],
  serves: ['system-test-report', 'integration-test-records'],
  severity: 'error',
  tells: ['run.version', 'run.configuration', 'run.tools', 'run.date', 'run.tester'],

  examples: {
    bad: `
      tests:
        - { id: TC-1, title: An order is stored, level: system }
      runs:
        - { id: RUN-1, version: 3.2.0, date: 2026-05-12, results: [{ test: TC-1, result: passed }] }   # gap`,
    ok: `
      tests:
        - { id: TC-1, title: An order is stored, level: system }
        - { id: TC-2, title: The parser refuses an empty line, level: unit }
      runs:
        - id: RUN-1
          version: 3.2.0
          configuration: Test system 2, Debian 13
          tools: Playwright 1.61
          date: 2026-05-12
          tester: haddad
          results: [{ test: TC-1, result: passed }]
        - { id: RUN-2, results: [{ test: TC-2, result: passed }] }`,
  },

  *check({ trace }) {
    for (const run of trace.all('run')) {
      const tests = trace.linkedOf(run, 'results.test', 'test');
      if (tests.length > 0 && tests.every((test) => test.fields.level === 'unit')) continue;
      const missing = missingAt(run);
      if (missing.length === 0) continue;
      yield {
        at: run,
        what: `${run.id} does not tell ${missing.map((name) => SAYS[name]).join(', ')}.`,
        do: `Add ${missing.map((name) => `\`${name}:\``).join(', ')} to ${run.id}.`,
      };
    }
  },
});

const SAYS = {
  version: 'which version was tested',
  configuration: 'in which configuration',
  tools: 'with which tools',
  date: 'when',
  tester: 'by whom',
} as const;

function missingAt(run: RecordOf<'run'>): readonly (keyof typeof SAYS)[] {
  const names = Object.keys(SAYS) as (keyof typeof SAYS)[];
  return names.filter(
    (name) => run.fields[name] === undefined && !(name === 'version' && run.fields.commit !== undefined),
  );
}
