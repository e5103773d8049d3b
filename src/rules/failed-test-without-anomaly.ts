/** Finds tests that failed once and of which no problem report tells. */
import type { RecordOf } from '../records/index.js';
import type { RuleInput } from './define.js';
import { anomaliesFoundBy, resultsOf } from './test-results.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'failed-test-without-anomaly',
  title: 'Failed test without an anomaly',
  why: 'A failure that no problem report holds is neither looked into nor judged, however green the next run is.',
  because: 'safety-class',
  basis: ['iec62304:5.6.8', 'iec62304:5.7.2', 'iec62304:6.2.2'],
  serves: ['problem-report-log', 'system-test-report', 'integration-test-records'],
  severity: 'error',

  examples: {
    bad: `
      tests:
        - { id: TC-1, title: An order is stored, level: system }   # gap
      runs:
        - { id: RUN-1, date: 2026-05-12, results: [{ test: TC-1, result: failed }] }
        - { id: RUN-2, date: 2026-05-13, results: [{ test: TC-1, result: passed }] }`,
    ok: `
      tests:
        - { id: TC-1, title: An order is stored, level: system }
        - { id: TC-2, title: The parser refuses an empty line, level: unit }
      runs:
        - { id: RUN-1, date: 2026-05-12, results: [{ test: TC-1, result: failed }, { test: TC-2, result: failed }] }
      anomalies:
        - { id: PR-1, title: Orders without ward are lost, state: open, found-by: [TC-1] }`,
  },

  *check(input) {
    for (const test of input.trace.all('test').filter((one) => isFollowed(one, input))) {
      const failure = failureOf(test, input);
      if (!failure || anomaliesFoundBy(test, input.trace).length > 0) continue;
      yield {
        at: test,
        what: `${test.id} ${failure.how}, and no anomaly names it in \`found-by\`.`,
        do: `Write the anomaly with \`found-by: [${test.id}]\`, or name ${test.id} at the one that tells of it.`,
        see: failure.run ? [{ spot: failure.run.spot, note: `${failure.run.id} has the failed result.` }] : [],
      };
    }
  },
});

interface Failure {
  readonly how: string;
  readonly run: RecordOf<'run'> | undefined;
}

/**
 * What a person wrote down counts whatever came after. A report of a build server counts while it stands, or if the same
 * content passed later: a failure that a change mended was part of the work.
 */
function failureOf(test: RecordOf<'test'>, { trace, proofs }: RuleInput): Failure | undefined {
  const [failed] = resultsOf(test, trace).filter(({ result }) => result === 'failed');
  if (failed) return { how: `failed in ${failed.run.id}`, run: failed.run };
  const { state, cause, passedAfterFailure } = proofs.about(test);
  return state === 'failed' || passedAfterFailure ? { how: cause, run: undefined } : undefined;
}

/** System tests for every class, integration tests for B and C (5.6.8); units are mended before they are handed on. */
function isFollowed(test: RecordOf<'test'>, { classes }: RuleInput): boolean {
  if (test.fields.level === 'unit') return false;
  return test.fields.level !== 'integration' || classes.of(test) !== 'A';
}
