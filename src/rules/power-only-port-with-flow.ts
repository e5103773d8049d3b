/** Finds ports that are said to carry power only, and over which data flow. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'power-only-port-with-flow',
  title: 'Data over a port for power only',
  why: 'A port that carries data is an interface like any other, and the exposure of the device follows from it.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.1.2', 'iec81001-5-1:7.2'],
  serves: ['threat-model', 'product-security-context'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
        - { id: EL-2, title: Browser, role: external, scope: other-product }
      interfaces:
        - { id: IF-1, title: Charging port, item: EL-1, medium: USB, enabled: yes, power-only: yes }   # gap
      flows:
        - { id: DF-1, title: Export, from: EL-1, to: EL-2, via: [IF-1] }`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
        - { id: EL-2, title: Browser, role: external, scope: other-product }
      interfaces:
        - { id: IF-1, title: Charging port, item: EL-1, medium: USB, enabled: yes, power-only: yes }
      flows:
        - { id: DF-1, title: Export, from: EL-1, to: EL-2 }`,
  },

  *check({ trace }) {
    for (const port of trace.all('interface')) {
      const flows = trace.linkedOf(port, 'flows', 'flow');
      const [first] = flows;
      if (!port.fields['power-only'] || !first) continue;
      yield {
        at: port,
        field: 'power-only',
        what: `${port.id} is said to carry power only, and ${flows.map((flow) => flow.id).join(' and ')} ${flows.length === 1 ? 'goes' : 'go'} over it.`,
        do: `Take out \`power-only:\` of ${port.id}, or correct \`via:\` of the flow.`,
        see: [{ spot: first.spot, note: `${first.id} goes over ${port.id}.` }],
      };
    }
  },
});
