/** Finds decisions that do not say why. */
import { decisionsWith } from './decision-faults.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'decision-without-reason',
  title: 'Decision without a reason',
  why: 'A decision takes a gap out of sight, so whoever reads it later must be able to judge why.',
  because: 'both',
  basis: [],
  serves: ['conformity-checklist'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      decisions:
        - { id: DEC-1, type: not-applicable, scope: [soup-list], by: moreau, date: 2026-05-18 }   # gap`,
    ok: `
      decisions:
        - { id: DEC-1, type: not-applicable, scope: [soup-list], reason: No part is made by others., by: moreau, date: 2026-05-18 }`,
  },

  *check(input) {
    for (const decision of decisionsWith('decision-without-reason', input)) {
      yield {
        at: decision,
        what: `${decision.id} does not say why, so it takes out nothing.`,
        do: `Add \`reason:\` to ${decision.id}.`,
      };
    }
  },
});
