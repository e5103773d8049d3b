/** Finds processes and stores that no threat considers. */
import { defineRule } from './define.js';
import { unconsidered } from './unconsidered.js';

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

  lacks: (item, trace) =>
    unconsidered(item, trace, `, a ${item.kind === 'item' ? (item.fields.role ?? 'part') : 'part'} of the model`),
});
