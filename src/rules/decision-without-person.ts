/** Finds decisions that nobody signed for. */
import { decisionsWith } from './decision-faults.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'decision-without-person',
  title: 'Decision without a person',
  why: 'Somebody has to answer for what is left out; a decision of nobody is none.',
  because: 'both',
  basis: [],
  serves: ['conformity-checklist'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      decisions:
        - { id: DEC-1, type: not-applicable, scope: [soup-list], reason: No part is made by others., date: 2026-05-18 }   # gap`,
    ok: `
      decisions:
        - { id: DEC-1, type: not-applicable, scope: [soup-list], reason: No part is made by others., by: moreau, date: 2026-05-18 }`,
  },

  *check(input) {
    for (const decision of decisionsWith('decision-without-person', input)) {
      yield {
        at: decision,
        what: `${decision.id} names nobody who decided, so it takes out nothing.`,
        do: `Add \`by:\` and \`role:\` to ${decision.id}.`,
      };
    }
  },
});
