/** Finds reviews whose content changed since, and that no newer one replaces. */
import { changedSince } from './bound-content.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'review-content-changed',
  title: 'Review of content that changed',
  why: 'A person signed for what stood there that day; what stands there now nobody has seen.',
  because: 'both',
  basis: [],
  serves: ['software-requirements-review', 'architecture-review', 'detailed-design-review'],
  severity: 'warning',

  examples: {
    bad: `
      needs:
        - { id: UN-1, title: Print orders }
      reviews:
        - id: RV-1
          type: requirements
          reviewed: [UN-1]
          by: petrov
          date: 2026-05-12
          outcome: accepted
          bound-to: { UN-1: '0000000000000000000000000000000000000000000000000000000000000000' }   # gap`,
    ok: `
      needs:
        - { id: UN-1, title: Print orders }
      reviews:
        - { id: RV-1, type: requirements, reviewed: [UN-1], by: petrov, date: 2026-05-12, outcome: accepted, bound-to: { UN-1: '0000000000000000000000000000000000000000000000000000000000000000' } }
        - { id: RV-2, type: requirements, reviewed: [UN-1], by: petrov, date: 2026-05-12, outcome: accepted, bound-to: { UN-1: hash-of-UN-1 } }`,
  },

  *check({ trace }) {
    yield* changedSince(
      trace.all('review'),
      'reviewed-in',
      (one, other) => one.fields.type === other.fields.type,
      trace,
    );
  },
});
