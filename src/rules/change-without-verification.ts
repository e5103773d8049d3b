/** Finds changes that are done and that nothing verifies. */
import type { AnyRecord } from '../records/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'change-without-verification',
  title: 'Change that nothing verifies',
  why: 'A change that nobody verified may not do what it should, and may break what worked before.',
  because: 'safety-class',
  basis: ['iec62304:8.2.3'],
  serves: ['change-request-log', 'traceability-matrix'],
  severity: 'error',

  examples: {
    bad: `
      changes:
        - { id: CR-1, title: Print all pages, state: done }   # gap`,
    ok: `
      changes:
        - { id: CR-1, title: Print all pages, state: done }
      tests:
        - { id: TC-1, level: system, title: Print an order of three pages, verifies: [CR-1] }`,
  },

  lacks: (change) => ({
    what: `${change.id} ${stateOf(change)}, and no test and no review verifies it.`,
    do: `Write a test with \`verifies: [${change.id}]\`, or name ${change.id} in a review.`,
  }),
});

function stateOf(change: AnyRecord): string {
  const state = change.kind === 'change' ? change.fields.state : undefined;
  return state === undefined ? 'does not say whether it is done' : `is ${state}`;
}
