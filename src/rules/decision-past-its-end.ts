/** Finds decisions whose time is over. */
import { decisionsWith } from './decision-faults.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'decision-past-its-end',
  title: 'Decision past its end',
  why: 'A decision that was meant for a time does not hold on by itself: what it took out stands open again.',
  because: 'both',
  basis: [],
  serves: ['conformity-checklist'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      decisions:
        - id: DEC-1
          type: deviation
          scope: [soup-list]
          reason: The list follows with the next release.
          by: moreau
          date: 2025-05-18
          until: 2025-12-31   # gap`,
    ok: `
      decisions:
        - id: DEC-1
          type: deviation
          scope: [soup-list]
          reason: The list follows with the next release.
          by: moreau
          date: 2026-05-18
          until: 2099-12-31`,
  },

  *check(input) {
    for (const decision of decisionsWith('decision-past-its-end', input)) {
      yield {
        at: decision,
        field: 'until',
        what: `${decision.id} ended on ${decision.fields.until ?? ''}, so it takes out nothing any more.`,
        do: `Solve what it took out, or decide again with a new date.`,
      };
    }
  },
});
