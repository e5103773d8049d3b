/** Finds assets of which the model does not say where they are. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'asset-without-place',
  title: 'Asset that no item holds and no flow carries',
  why: 'What is worth protecting can only be protected where it lies, passes or works.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.2'],
  serves: ['threat-model'],
  severity: 'warning',

  examples: {
    bad: `
      assets:
        - { id: AS-1, title: Orders of patients, type: data, integrity: high }   # gap`,
    ok: `
      assets:
        - { id: AS-1, title: Orders of patients, type: data, integrity: high }
      items:
        - { id: EL-1, title: Order database, role: store, parent: SW-1, assets: [AS-1] }`,
  },

  lacks: (asset) => ({
    what: `No item holds ${asset.id} and no flow carries it.`,
    do: `Add ${asset.id} to \`assets:\` of the items that hold it and the flows that carry it.`,
  }),
});
