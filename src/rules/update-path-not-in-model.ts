/** Finds devices that are updated over a network and whose model shows no way for the software. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'update-path-not-in-model',
  title: 'Update over a network that the model does not show',
  why: 'Whoever can put software on a device owns it, so the way of an update has to be seen from the build to the device.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-ARCH-UPD', 'fda-premarket:FDA-CY-CTRL-H'],
  serves: ['security-architecture-views', 'threat-model'],
  severity: 'error',
  applies: 'update_path == "network"',

  examples: {
    bad: {
      records: `
        items:
          - { id: EL-1, title: Order service, role: process, parent: SW-1 }
          - { id: EL-2, title: Update server, role: external, scope: supporting }
        assets:
          - { id: AS-1, title: Orders, type: data }
        flows:
          - { id: DF-1, title: Orders, from: EL-2, to: EL-1, assets: [AS-1] }`,
      facts: { 'update-path': 'network' },
      settings: `
        medward: 1   # gap`,
    },
    ok: {
      records: `
        items:
          - { id: EL-1, title: Order service, role: process, parent: SW-1 }
          - { id: EL-2, title: Update server, role: external, scope: supporting }
        assets:
          - { id: AS-1, title: Images of the software, type: software }
        flows:
          - { id: DF-1, title: Images, from: EL-2, to: EL-1, assets: [AS-1], protection: Ed25519 signature of the image }`,
      facts: { 'update-path': 'network' },
    },
  },

  *check({ trace, facts }) {
    if (facts.get('update-path') !== 'network') return;
    const flows = trace.all('flow');
    const carriesSoftware = flows.some((flow) => trace.told(flow, 'assets.type').values.includes('software'));
    if (flows.length === 0 || carriesSoftware) return;
    yield {
      what: 'The device is updated over a network, and no flow carries an asset of type software.',
      do: 'Add the images or packages as an asset of type software, and name it in `assets:` of each flow from the build to the device.',
    };
  },
});
