/** Finds secure coding standards that nobody looked at for longer than they say. */
import { documentsOf, isIntervalUnknown, overdueDocument } from './looked-at-again.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'coding-standard-not-looked-at-again',
  title: 'Coding standard not looked at again',
  why: 'New weaknesses become known every year, and a standard that stands still misses them.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:5.1.3'],
  serves: ['secure-coding-standard'],
  severity: 'warning',
  applies: 'exposed',

  examples: {
    bad: `
      documents:
        - { id: DOC-1, title: Last look, covers: [secure-coding-standard], review-every-months: 12 }   # gap
      reviews:
        - { id: RV-1, type: security, reviewed: [DOC-1], by: haddad, date: 2025-03-01, outcome: accepted }`,
    ok: `
      documents:
        - { id: DOC-1, title: Last look, covers: [secure-coding-standard], review-every-months: 12 }
      reviews:
        - { id: RV-1, type: security, reviewed: [DOC-1], by: haddad, date: 2026-03-01, outcome: accepted }`,
  },

  *check(input) {
    for (const document of documentsOf('secure-coding-standard', input.trace)) yield* overdueDocument(document, input);
  },

  // Without an interval and a day of its own nothing can be overdue, and nothing is known.
  undecided: (input) => isIntervalUnknown('secure-coding-standard', input),
});
