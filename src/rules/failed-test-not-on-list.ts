/** Finds tests that still fail although what they found is closed, and that no list of a release tells of. */
import { anomaliesFoundBy } from './test-results.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'failed-test-not-on-list',
  title: 'Failing test behind a closed anomaly',
  why: 'What still fails goes out with the release, and users are entitled to a list that tells of it.',
  because: 'safety-class',
  basis: ['iec62304:5.8.2'],
  serves: ['known-anomalies-list', 'software-release-record'],
  severity: 'error',

  examples: {
    bad: `
      tests:
        - { id: TC-1, title: An order is stored, level: system }   # gap
      runs:
        - { id: RUN-1, date: 2026-05-12, results: [{ test: TC-1, result: failed }] }
      anomalies:
        - { id: PR-1, title: Orders without ward are lost, state: closed, found-by: [TC-1], rationale: Works as meant. }`,
    ok: `
      tests:
        - { id: TC-1, title: An order is stored, level: system }
      runs:
        - { id: RUN-1, date: 2026-05-12, results: [{ test: TC-1, result: failed }] }
      anomalies:
        - { id: PR-1, title: Orders without ward are lost, state: closed, found-by: [TC-1], rationale: Works as meant. }
      releases:
        - { id: REL-1, title: LabDesk 3.2.0, version: 3.2.0, known-anomalies: [PR-1] }`,
  },

  *check({ trace, proofs }) {
    for (const test of trace.all('test')) {
      if (proofs.of(test) !== 'failed') continue;
      const anomalies = anomaliesFoundBy(test, trace);
      // Without an anomaly, or with an open one, the cause is told there.
      const isTold = anomalies.length === 0 || anomalies.some((one) => trace.computed(one, 'open') === true);
      if (isTold || anomalies.some((one) => trace.isLinked(one, 'known-in'))) continue;
      yield {
        at: test,
        what: `${test.id} failed in its last run, and ${anomalies.map((one) => one.id).join(' and ')}, which it found, ${anomalies.length === 1 ? 'is closed and stands' : 'are closed and stand'} on no list of a release.`,
        do: `Open it again, or add it to \`known-anomalies:\` of the release; if it is mended, run ${test.id} again.`,
        see: anomalies
          .slice(0, 5)
          .map((one) => ({ spot: one.spot, note: `${one.id} is ${one.fields.state ?? 'closed'}.` })),
      };
    }
  },
});
