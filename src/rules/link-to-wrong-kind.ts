/** Tells links to records of a kind that the field does not take: found while tracing. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'link-to-wrong-kind',
  title: 'Link to a record of the wrong kind',
  why: 'A link means something only between the right kinds: a test satisfies nothing, it verifies.',
  because: 'both',
  basis: [],
  serves: ['traceability-matrix'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      requirements:
        - { id: SRS-1, level: software, satisfies: [TC-1] }   # gap
        - { id: SRS-2, level: software }
      tests:
        - { id: TC-1, verifies: [SRS-2] }`,
    ok: `
      requirements:
        - { id: SRS-1, level: software, verified-by: [TC-1] }
        - { id: SRS-2, level: software }
      tests:
        - { id: TC-1, verifies: [SRS-2] }`,
  },
});
