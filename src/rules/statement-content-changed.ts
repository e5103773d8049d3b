/** Finds statements whose content changed since, and that no newer one replaces. */
import { changedSince } from './bound-content.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'statement-content-changed',
  title: 'Statement about content that changed',
  why: 'A person signed for what stood there that day; what stands there now nobody has seen.',
  because: 'both',
  basis: [],
  serves: ['software-safety-classification', 'risk-management-report'],
  severity: 'warning',

  examples: {
    bad: `
      needs:
        - { id: UN-1, title: Print orders }
      statements:
        - id: ST-1
          type: adequate
          about: [UN-1]
          by: brandt
          date: 2026-05-12
          bound-to: { UN-1: '0000000000000000000000000000000000000000000000000000000000000000' }   # gap`,
    ok: `
      needs:
        - { id: UN-1, title: Print orders }
      statements:
        - { id: ST-1, type: adequate, about: [UN-1], by: brandt, date: 2026-05-12, bound-to: { UN-1: '0000000000000000000000000000000000000000000000000000000000000000' } }
        - { id: ST-2, type: adequate, about: [UN-1], by: brandt, date: 2026-05-12, bound-to: { UN-1: hash-of-UN-1 } }`,
  },

  *check({ trace }) {
    yield* changedSince(
      trace.all('statement'),
      'statements',
      (one, other) => one.fields.type === other.fields.type,
      trace,
    );
  },
});
