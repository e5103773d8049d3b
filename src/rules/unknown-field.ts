/** Tells fields that no record of the kind has, and facts that no pack knows: found while reading. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'unknown-field',
  title: 'Unknown field',
  why: 'A field that nobody reads is a statement that counts for nothing, though its author thinks it does.',
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
          satifies: [SYS-1]   # gap
        - { id: SYS-1, level: system }`,
    ok: `
      requirements:
        - id: SRS-1
          level: software
          satisfies: [SYS-1]
          ext: { jira: LD-17 }
        - { id: SYS-1, level: system }`,
  },
});
