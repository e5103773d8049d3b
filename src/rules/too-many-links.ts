/** Tells fields that name several records where one belongs: found while tracing. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'too-many-links',
  title: 'More links than the field may hold',
  why: 'What has two wholes or two ends of the same sort cannot be placed, and every sum over it is wrong.',
  because: 'both',
  basis: [],
  serves: ['traceability-matrix'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Orders, parent: SW-1 }
        - { id: EL-2, title: Printing, parent: SW-1 }
        - { id: EL-3, title: Page layout, parent: [EL-1, EL-2] }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Orders, parent: SW-1 }
        - { id: EL-2, title: Printing, parent: SW-1 }
        - { id: EL-3, title: Page layout, parent: EL-2 }`,
  },
});
