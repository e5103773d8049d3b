/** Finds secrets that several devices share and that no threat is about. */
import { specificThreats } from '../threats/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'shared-secret-without-threat',
  title: 'Shared secret that no threat is about',
  why: 'Who takes one device apart has the key of all of them, and that is the first thing a reviewer asks.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.2', 'fda-premarket:FDA-CY-ARCH-MPH', 'fda-premarket:FDA-CY-CTRL-A'],
  serves: ['threat-model', 'security-risk-assessment'],
  severity: 'error',
  applies: 'exposed',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
        - { id: EL-2, title: Browser, role: external, scope: other-product }
      assets:
        - { id: AS-1, title: Service password, type: credential, shared: yes }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
        - { id: EL-2, title: Browser, role: external, scope: other-product }
      assets:
        - { id: AS-1, title: Service password, type: credential, shared: yes }
        - { id: AS-2, title: Key of the device, type: key, shared: no }
      threats:
        - { id: TH-1, title: The password leaks and opens every device, targets: [EL-1], assets: [AS-1] }`,
  },

  *check({ trace }) {
    for (const asset of trace.all('asset')) {
      const { type, shared } = asset.fields;
      if (!shared || (type !== 'key' && type !== 'credential') || specificThreats(asset, trace).length > 0) continue;
      yield {
        at: asset,
        field: 'shared',
        what: `${asset.id} is shared by several devices, and no threat names it.`,
        do: `Write the threat with \`assets: [${asset.id}]\`, or give each device its own secret.`,
      };
    }
  },
});
