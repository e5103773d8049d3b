/** Finds decisions that have no date, or one that is still to come. */
import { decisionsWith } from './decision-faults.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'decision-without-date',
  title: 'Decision without a date, or of a day to come',
  why: 'Without its day nobody can tell what was known when the decision was taken.',
  because: 'both',
  basis: [],
  serves: ['conformity-checklist'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      decisions:
        - { id: DEC-1, type: not-applicable, scope: [soup-list], reason: No part is made by others., by: moreau }   # gap
        - { id: DEC-2, type: not-applicable, scope: [sbom], reason: No part is made by others., by: moreau, date: 2099-01-01 }   # gap`,
    ok: `
      decisions:
        - { id: DEC-1, type: not-applicable, scope: [soup-list], reason: No part is made by others., by: moreau, date: 2026-05-18 }`,
  },

  *check(input) {
    for (const decision of decisionsWith('decision-without-date', input)) {
      const { date } = decision.fields;
      const when = date === undefined ? 'has no date' : `is dated ${date}, which is still to come`;
      yield {
        at: decision,
        field: 'date',
        what: `${decision.id} ${when}, so it takes out nothing.`,
        do: `Set \`date:\` of ${decision.id} to the day on which it was decided.`,
      };
    }
  },
});
