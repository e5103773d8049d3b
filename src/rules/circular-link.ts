/** Tells links that lead from a record back to itself: found while tracing. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'circular-link',
  title: 'Links in a circle',
  why: 'In a circle each record rests on the others and none on anything else, so it shows nothing.',
  because: 'both',
  basis: [],
  serves: ['traceability-matrix'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      requirements:
        - { id: SRS-1, level: software, satisfies: [SRS-2] }   # gap
        - { id: SRS-2, level: software, satisfies: [SRS-1] }`,
    ok: `
      requirements:
        - { id: SRS-1, level: software, satisfies: [SRS-2] }
        - { id: SRS-2, level: software }`,
  },
});
