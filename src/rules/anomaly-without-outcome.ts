/** Finds closed or rejected anomalies that neither a change nor a reason answers. */
import type { AnyRecord } from '../records/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'anomaly-without-outcome',
  title: 'Closed anomaly without a change or a reason',
  why: 'A problem that is closed without a change or a reason looks solved, and nobody can tell why.',
  because: 'safety-class',
  basis: ['iec62304:9.2'],
  serves: ['problem-report-log', 'change-request-log', 'traceability-matrix'],
  severity: 'error',

  examples: {
    bad: `
      anomalies:
        - { id: PR-1, title: The second page is not printed, state: closed }   # gap
        - { id: PR-2, title: The logo is blue, state: rejected, rationale: It is meant to be blue. }`,
    ok: `
      anomalies:
        - { id: PR-1, title: The second page is not printed, state: closed }
      changes:
        - { id: CR-1, title: Print all pages, resolves: [PR-1] }`,
  },

  lacks: (anomaly) => ({
    what: `${anomaly.id} ${stateOf(anomaly)}, and neither a change nor a reason says how it ends.`,
    do: `Write a change with \`resolves: [${anomaly.id}]\`, or add a \`rationale:\` why nothing was changed.`,
  }),
});

function stateOf(anomaly: AnyRecord): string {
  const state = anomaly.kind === 'anomaly' ? anomaly.fields.state : undefined;
  return state === undefined ? 'does not say whether it is closed' : `is ${state}`;
}
