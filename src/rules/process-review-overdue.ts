/** Finds periodic reviews of the security process that are overdue. */
import { documentsOf, isIntervalUnknown, overdueDocument } from './looked-at-again.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'process-review-overdue',
  title: 'Review of the security process is overdue',
  why: 'Lessons are learned from looking back regularly, at the interval that the team set itself.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:4.1.8'],
  serves: ['security-process-review'],
  severity: 'warning',
  applies: 'exposed',

  examples: {
    bad: `
      documents:
        - { id: DOC-1, title: Last look, covers: [security-process-review], review-every-months: 12 }   # gap
      reviews:
        - { id: RV-1, type: security, reviewed: [DOC-1], by: haddad, date: 2025-03-01, outcome: accepted }`,
    ok: `
      documents:
        - { id: DOC-1, title: Last look, covers: [security-process-review], review-every-months: 12 }
      reviews:
        - { id: RV-1, type: security, reviewed: [DOC-1], by: haddad, date: 2026-03-01, outcome: accepted }`,
  },

  *check(input) {
    for (const document of documentsOf('security-process-review', input.trace)) yield* overdueDocument(document, input);
  },

  // Without an interval and a day of its own nothing can be overdue, and nothing is known.
  undecided: (input) => isIntervalUnknown('security-process-review', input),
});
