/** Finds processes and stores that no threat considers. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'element-without-threat',
  title: 'Process or store that no threat considers',
  why: 'A threat model that passes over a part of the software cannot show that nothing was forgotten there.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.2'],
  serves: ['threat-model'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order database, role: store, parent: SW-1 }   # gap
        - { id: EL-2, title: Browser, role: external, scope: other-product }`,
    ok: `
      items:
        - { id: EL-1, title: Order database, role: store, parent: SW-1 }
      threats:
        - { id: TH-1, title: Orders are read from a stolen disk, stride: I, targets: [EL-1] }`,
  },

  lacks: (item) => ({
    what: `No threat considers ${item.id}, a ${item.kind === 'item' ? (item.fields.role ?? 'part') : 'part'} of the model.`,
    do: `Write a threat with \`targets: [${item.id}]\`; \`medward threats\` has candidates to take, or to reject with a reason.`,
  }),
});
