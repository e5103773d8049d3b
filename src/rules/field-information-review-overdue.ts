/** Finds reviews of information from the field that are overdue. */
import { documentsOf, isIntervalUnknown, overdueDocument } from './looked-at-again.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'field-information-review-overdue',
  title: 'Review of field information is overdue',
  why: 'A plan that nobody follows does not see the harm that the device does.',
  because: 'safety-class',
  basis: ['iso14971:10.3'],
  serves: ['post-production-surveillance'],
  severity: 'warning',

  examples: {
    bad: `
      documents:
        - { id: DOC-1, title: Last look, covers: [post-production-surveillance], review-every-months: 12 }   # gap
      reviews:
        - { id: RV-1, type: security, reviewed: [DOC-1], by: haddad, date: 2025-03-01, outcome: accepted }`,
    ok: `
      documents:
        - { id: DOC-1, title: Last look, covers: [post-production-surveillance], review-every-months: 12 }
      reviews:
        - { id: RV-1, type: security, reviewed: [DOC-1], by: haddad, date: 2026-03-01, outcome: accepted }`,
  },

  *check(input) {
    for (const document of documentsOf('post-production-surveillance', input.trace))
      yield* overdueDocument(document, input);
  },

  // Without an interval and a day of its own nothing can be overdue, and nothing is known.
  undecided: (input) => isIntervalUnknown('post-production-surveillance', input),
});
