/** Tells links between the right kinds that contradict what the two records say: found while tracing. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'link-not-allowed',
  title: 'Link that contradicts what it joins',
  why: 'A link that cannot be true makes everything wrong that is counted over it.',
  because: 'both',
  basis: [],
  serves: ['traceability-matrix'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      requirements:
        - { id: SYS-1, level: system, satisfies: [SRS-1] }   # gap
        - { id: SRS-1, level: software }`,
    ok: `
      requirements:
        - { id: SYS-1, level: system }
        - { id: SRS-1, level: software, satisfies: [SYS-1] }`,
  },
});
