/** Tells values that do not fit their field: found while reading. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'wrong-type',
  title: 'Value that does not fit its field',
  why: 'A value that cannot be read is treated as not known, whatever its author meant.',
  because: 'both',
  basis: [],
  serves: ['traceability-matrix'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      requirements:
        - id: SRS-1
          level: softwear   # gap`,
    ok: `
      requirements:
        - id: SRS-1
          level: software`,
  },
});
