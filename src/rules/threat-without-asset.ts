/** Finds threats that do not say what they are after. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'threat-without-asset',
  title: 'Threat that names no asset',
  why: 'Without the asset nobody can say what an attack would win or destroy, nor how much that matters.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-TM'],
  serves: ['threat-model'],
  severity: 'warning',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order database, role: store, parent: SW-1 }
      threats:
        - { id: TH-1, title: A stolen disk is read, stride: I, targets: [EL-1] }   # gap`,
    ok: `
      assets:
        - { id: AS-1, title: Orders of patients, type: data, confidentiality: high }
      items:
        - { id: EL-1, title: Order database, role: store, parent: SW-1, assets: [AS-1] }
      threats:
        - { id: TH-1, title: A stolen disk is read, stride: I, targets: [EL-1], assets: [AS-1] }`,
  },

  lacks: (threat) => ({
    what: `${threat.id} names no asset that it is after.`,
    do: `Add \`assets:\` to ${threat.id}.`,
  }),
});
