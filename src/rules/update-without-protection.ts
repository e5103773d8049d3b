/** Finds flows that bring software and do not say what protects it. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'update-without-protection',
  title: 'Software on its way without named protection',
  why: 'An image that nothing protects can be exchanged on the way, and the device runs what an attacker wrote.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-ARCH-UPD', 'fda-premarket:FDA-CY-CTRL-H', 'iec81001-5-1:5.3.2'],
  serves: ['security-architecture-views'],
  severity: 'error',
  applies: 'exposed',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
        - { id: EL-2, title: Update server, role: external, scope: supporting }
      assets:
        - { id: AS-1, title: Images of the software, type: software }
      flows:
        - { id: DF-1, title: Images, from: EL-2, to: EL-1, assets: [AS-1] }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
        - { id: EL-2, title: Update server, role: external, scope: supporting }
      assets:
        - { id: AS-1, title: Images of the software, type: software }
      flows:
        - { id: DF-1, title: Images, from: EL-2, to: EL-1, assets: [AS-1], protection: Ed25519 signature of the image }`,
  },

  *check({ trace }) {
    for (const flow of trace.all('flow')) {
      const isBare = flow.fields.protection === undefined && !flow.unusable.has('protection');
      if (!isBare || !trace.told(flow, 'assets.type').values.includes('software')) continue;
      yield {
        at: flow,
        what: `${flow.id} brings software, and nothing says what protects it on the way.`,
        do: `Say under \`protection:\` of ${flow.id} who signs it and what checks the signature before it runs.`,
      };
    }
  },
});
