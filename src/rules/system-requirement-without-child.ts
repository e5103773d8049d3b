/** Finds system requirements from which nothing follows for the software, and that nothing else meets. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'system-requirement-without-child',
  title: 'System requirement from which nothing follows',
  why: 'Software requirements follow from those of the system: one that leads nowhere is met by chance.',
  because: 'safety-class',
  basis: ['iec62304:5.2.1'],
  serves: ['system-requirements', 'traceability-matrix'],
  severity: 'error',

  examples: {
    bad: `
      requirements:
        - { id: SYS-1, title: Orders are never lost, level: system }   # gap`,
    ok: `
      requirements:
        - { id: SYS-1, title: Orders are never lost, level: system }
        - { id: SRS-1, title: An order is stored before it is confirmed, level: software, satisfies: [SYS-1] }
        - { id: SYS-2, title: A valve limits the flow, level: system, satisfies: [RC-1] }
      controls:
        - { id: RC-1, title: Valve, domain: safety, means: hardware }`,
  },

  lacks: (requirement) => ({
    what: `No software requirement satisfies ${requirement.id}, and no item is to meet it.`,
    do: `Write the software requirements with \`satisfies: [${requirement.id}]\`, or \`allocated-to:\` at ${requirement.id} if hardware or people meet it.`,
  }),
});
