/** Finds software units that nobody tested, reviewed or analysed. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'unit-without-verification',
  title: 'Software unit that nothing verifies',
  why: 'A fault inside a unit that is looked at only from outside stays hidden until the worst moment.',
  because: 'both',
  basis: ['iec62304:5.5.5', 'iec81001-5-1:5.5.2'],
  serves: ['unit-verification-records', 'code-review-records', 'traceability-matrix'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Dose check, role: process, granularity: unit, parent: SW-1 }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Dose check, role: process, granularity: unit, parent: SW-1 }
      tests:
        - { id: TC-1, level: unit, title: Doses at and beyond both limits, verifies: [EL-1] }`,
  },

  lacks: (unit) => ({
    what: `No test and no review verifies the unit ${unit.id}.`,
    do: `Write a test of level unit with \`verifies: [${unit.id}]\`, or name ${unit.id} in a code review.`,
  }),
});
