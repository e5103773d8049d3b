/** Tells lists whose name is no kind of record: found while reading. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'unknown-kind',
  title: 'Unknown kind of record',
  why: 'Records under a name that nobody knows are not read, and what they hold is missing everywhere.',
  because: 'both',
  basis: [],
  serves: ['traceability-matrix'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      requirments:   # gap
        - { id: SRS-1, level: software }`,
    ok: `
      requirements:
        - { id: SRS-1, level: software }`,
  },
});
