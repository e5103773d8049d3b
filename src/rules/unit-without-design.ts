/** Finds software units that are to have a detailed design and have none. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'unit-without-design',
  title: 'Software unit without detailed design',
  why: 'Without a design that is detailed enough, nobody can tell whether the unit was built as it was meant.',
  because: 'both',
  basis: ['iec62304:5.4.2', 'iec81001-5-1:5.4.2'],
  serves: ['software-detailed-design', 'traceability-matrix'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Dose check, role: process, granularity: unit, parent: SW-1 }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Dose check, role: process, granularity: unit, parent: SW-1 }
      designs:
        - { id: SDD-1, title: Limits and rounding of the dose check, of: EL-1 }`,
  },

  lacks: (unit) => ({
    what: `The unit ${unit.id} has no detailed design.`,
    do: `Write a design with \`of: ${unit.id}\`: what goes in and out, and what happens at errors.`,
  }),
});
