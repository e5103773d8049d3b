/** Finds data flows that cross a trust boundary and that no threat considers. */
import { valuesOf } from '../trace/index.js';
import { defineRule } from './define.js';
import { unconsidered } from './unconsidered.js';

export default defineRule({
  id: 'crossing-without-threat',
  title: 'Flow across a trust boundary that no threat considers',
  why: 'Trust changes where a flow crosses a boundary, so that is where an attacker begins.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.2', 'fda-premarket:FDA-CY-TM'],
  serves: ['threat-model', 'security-risk-assessment'],
  severity: 'error',

  examples: {
    bad: `
      boundaries:
        - { id: TB-1, title: Hospital network, type: network }
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1, boundary: TB-1 }
        - { id: EL-2, title: Browser, role: external, scope: other-product }
      flows:
        - { id: DF-1, title: Orders, from: EL-2, to: EL-1 }   # gap`,
    ok: `
      boundaries:
        - { id: TB-1, title: Hospital network, type: network }
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1, boundary: TB-1 }
        - { id: EL-2, title: Browser, role: external, scope: other-product }
      flows:
        - { id: DF-1, title: Orders, from: EL-2, to: EL-1 }
      threats:
        - { id: TH-1, title: Orders are changed on the way, stride: T, targets: [DF-1] }`,
  },

  lacks: (flow, trace) => {
    const crossed = valuesOf(flow, 'crosses', trace);
    const over = crossed === 'unknown' ? 'may cross a trust boundary' : `crosses ${crossed.join(' and ')}`;
    return unconsidered(flow, trace, `, which ${over}`);
  },
});
