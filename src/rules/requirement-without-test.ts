/** Finds software requirements that nothing verifies. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'requirement-without-test',
  title: 'Software requirement that nothing verifies',
  why: 'A requirement that no test and no review looks at may be missing in the software without anybody noticing.',
  because: 'safety-class',
  basis: ['iec62304:5.7.1'],
  serves: ['system-test-specification', 'traceability-matrix'],
  severity: 'error',

  examples: {
    bad: `
      requirements:
        - { id: SRS-1, level: software, title: An order is printed on A5 }   # gap`,
    ok: `
      requirements:
        - { id: SRS-1, level: software, title: An order is printed on A5 }
      tests:
        - { id: TC-1, level: system, title: Print an order and measure the sheet, verifies: [SRS-1] }`,
  },

  lacks: (requirement) => ({
    what: `No test and no review verifies ${requirement.id}.`,
    do: `Write a test with \`verifies: [${requirement.id}]\`, or name ${requirement.id} in a review.`,
  }),
});
