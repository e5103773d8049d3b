/** Finds software requirements that come from nowhere: no system requirement, need or control asks for them. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'requirement-without-origin',
  title: 'Software requirement without origin',
  why: 'A software requirement that nothing asks for cannot be judged: nobody can say what is lost without it.',
  because: 'safety-class',
  basis: ['iec62304:5.2.6'],
  serves: ['software-requirements-specification', 'software-requirements-review', 'traceability-matrix'],
  severity: 'error',

  examples: {
    bad: `
      requirements:
        - { id: SRS-1, level: software, title: An order is printed on A5 }   # gap`,
    ok: `
      requirements:
        - { id: SYS-1, level: system, title: Orders can be printed }
        - { id: SRS-1, level: software, title: An order is printed on A5, satisfies: [SYS-1] }`,
  },

  lacks: (requirement) => ({
    what: `${requirement.id} satisfies no need, requirement or control.`,
    do: `Add \`satisfies:\` to ${requirement.id} with the need, system requirement or control that asks for it.`,
  }),
});
