/** Tells ids that stand twice or more: found while reading. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'duplicate-id',
  title: 'Id that stands twice',
  why: 'A link to an id that two records share leads nowhere for certain, so neither of them can count.',
  because: 'both',
  basis: [],
  serves: ['traceability-matrix', 'configuration-item-list'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      requirements:
        - { id: SRS-1, level: software, title: An order is printed on A5 }   # gap
        - { id: SRS-1, level: software, title: An order is printed on A4 }`,
    ok: `
      requirements:
        - { id: SRS-1, level: software, title: An order is printed on A5 }
        - { id: SRS-2, level: software, title: An order is printed on A4 }`,
  },
});
