/** Finds open anomalies that no release lists as known. */
import type { AnyRecord } from '../records/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'open-anomaly-not-listed',
  title: 'Open anomaly that no release lists',
  why: 'Software may be released with known problems only if each is on the list and was judged.',
  because: 'safety-class',
  basis: ['iec62304:5.8.2'],
  serves: ['known-anomalies-list', 'software-release-record'],
  severity: 'error',

  examples: {
    bad: `
      anomalies:
        - { id: PR-1, title: The second page is not printed, state: open }   # gap`,
    ok: `
      anomalies:
        - { id: PR-1, title: The second page is not printed, state: open }
      releases:
        - { id: REL-1, title: LabDesk 3.2.0, version: 3.2.0, known-anomalies: [PR-1] }`,
  },

  lacks: (anomaly) => ({
    what: `${anomaly.id} ${stateOf(anomaly)}, and no release lists it as known.`,
    do: `Add ${anomaly.id} to \`known-anomalies:\` of the release, or resolve it.`,
  }),
});

function stateOf(anomaly: AnyRecord): string {
  const state = anomaly.kind === 'anomaly' ? anomaly.fields.state : undefined;
  return state === undefined ? 'does not say whether it is solved' : `is ${state}`;
}
