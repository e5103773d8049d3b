/** Tells links to ids that nothing has: found while tracing. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'dangling-link',
  title: 'Link that leads nowhere',
  why: 'A trace that ends at nothing looks complete in a list and proves nothing.',
  because: 'both',
  basis: [],
  serves: ['traceability-matrix'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      requirements:
        - { id: SRS-1, level: software, satisfies: [SYS-10] }   # gap
        - { id: SYS-1, level: system }`,
    ok: `
      requirements:
        - { id: SRS-1, level: software, satisfies: [SYS-1] }
        - { id: SYS-1, level: system }`,
  },
});
