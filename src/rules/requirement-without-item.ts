/** Finds software requirements that no software item has to meet. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'requirement-without-item',
  title: 'Software requirement that no item realises',
  why: 'As long as no software item has to meet a requirement, the architecture does not show where it is realised.',
  because: 'both',
  basis: ['iec62304:5.3.1', 'iec81001-5-1:5.3.1'],
  serves: ['software-architecture-description', 'traceability-matrix'],
  severity: 'error',

  examples: {
    bad: `
      requirements:
        - { id: SRS-1, level: software, title: A dose above the limit is refused }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Dose check, role: process, parent: SW-1 }
      requirements:
        - { id: SRS-1, level: software, title: A dose above the limit is refused, allocated-to: [EL-1] }`,
  },

  lacks: (requirement) => ({
    what: `${requirement.id} is allocated to no item.`,
    do: `Add \`allocated-to:\` to ${requirement.id} with the item that has to meet it.`,
  }),
});
