/** Finds analyses of problem reports for trends that are overdue. */
import { documentsOf, isIntervalUnknown, overdueDocument } from './looked-at-again.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'trend-analysis-overdue',
  title: 'Trend analysis is overdue',
  why: 'One problem is an accident, five are a trend, and only looking back shows it.',
  because: 'safety-class',
  basis: ['iec62304:9.6'],
  serves: ['problem-trend-analysis'],
  severity: 'warning',

  examples: {
    bad: `
      documents:
        - { id: DOC-1, title: Last look, covers: [problem-trend-analysis], review-every-months: 12 }   # gap
      reviews:
        - { id: RV-1, type: security, reviewed: [DOC-1], by: haddad, date: 2025-03-01, outcome: accepted }`,
    ok: `
      documents:
        - { id: DOC-1, title: Last look, covers: [problem-trend-analysis], review-every-months: 12 }
      reviews:
        - { id: RV-1, type: security, reviewed: [DOC-1], by: haddad, date: 2026-03-01, outcome: accepted }`,
  },

  *check(input) {
    for (const document of documentsOf('problem-trend-analysis', input.trace)) yield* overdueDocument(document, input);
  },

  // Without an interval and a day of its own nothing can be overdue, and nothing is known.
  undecided: (input) => isIntervalUnknown('problem-trend-analysis', input),
});
