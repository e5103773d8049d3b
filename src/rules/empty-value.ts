/** Tells fields that stand there without a value: found while reading. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'empty-value',
  title: 'Field without a value',
  why: 'A field without a value may be forgotten or meant as "none": nobody can tell which.',
  because: 'both',
  basis: [],
  serves: ['traceability-matrix'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      requirements:
        - id: SRS-1
          level: software
          acceptance:   # gap`,
    ok: `
      requirements:
        - id: SRS-1
          level: software
          acceptance: The sheet is 148 mm by 210 mm.`,
  },
});
