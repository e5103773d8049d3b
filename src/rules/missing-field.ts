/** Tells records that lack a field without which they say nothing: found while reading. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'missing-field',
  title: 'Missing field',
  why: 'Without this field nobody knows what the record asks for, so nothing can be checked against it.',
  because: 'both',
  basis: [],
  serves: ['traceability-matrix'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      requirements:
        - { id: SRS-1, title: An order is printed on A5 }   # gap`,
    ok: `
      requirements:
        - { id: SRS-1, title: An order is printed on A5, level: software }`,
  },
});
