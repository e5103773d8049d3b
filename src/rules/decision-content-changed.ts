/** Finds decisions about content that is not the content any more. */
import { isBoundTo } from '../trace/index.js';
import { decisionsWith, subjectsOf } from './decision-faults.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'decision-content-changed',
  title: 'Decision about content that changed',
  why: 'Somebody decided about what a record said then; what it says now nobody has judged.',
  because: 'both',
  basis: [],
  serves: ['conformity-checklist'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      anomalies:
        - { id: PR-1, title: The second page is not printed, state: closed }
        - { id: PR-2, title: The third page is not printed, state: closed }
      decisions:
        - id: DEC-1
          type: deviation
          scope: [anomaly-without-outcome]
          about: [PR-1, PR-2]
          reason: Solved before records were kept.
          by: moreau
          date: 2026-05-18
          bound-to: { PR-1: hash-of-PR-1, PR-2: hash-of-its-older-text }   # gap`,
    ok: `
      anomalies:
        - { id: PR-1, title: The second page is not printed, state: closed }
      decisions:
        - id: DEC-1
          type: deviation
          scope: [anomaly-without-outcome]
          about: [PR-1]
          reason: Solved before records were kept.
          by: moreau
          date: 2026-05-18
          bound-to: { PR-1: hash-of-PR-1 }`,
  },

  *check(input) {
    for (const decision of decisionsWith('decision-content-changed', input)) {
      const bound = decision.fields['bound-to'] ?? {};
      for (const record of subjectsOf(decision, input.trace)) {
        if (isBoundTo(decision, record, input.trace)) continue;
        const wasBound = Object.hasOwn(bound, record.id);
        yield {
          at: decision,
          field: 'bound-to',
          details: [record.id],
          what: wasBound
            ? `${record.id} has changed since ${decision.id} was decided, so the decision takes out nothing.`
            : `${decision.id} is not bound to the content of ${record.id}, so it takes out nothing.`,
          do: `Judge ${record.id} as it is now, then write its hash under \`bound-to:\`, as \`medward show ${record.id}\` prints it.`,
          see: [{ spot: record.spot, note: `${record.id} stands here.` }],
        };
      }
    }
  },
});
