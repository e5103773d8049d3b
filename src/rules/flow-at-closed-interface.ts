/** Finds data flows that go over an interface which is said to be closed. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'flow-at-closed-interface',
  title: 'Data flow over a closed interface',
  why: 'Either the interface is open, and then the device is exposed there, or the flow does not exist.',
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
        - { id: IF-1, title: Service port, item: EL-1, medium: Ethernet, enabled: no, reach: network }
      flows:
        - { id: DF-1, title: Logs, from: EL-2, to: EL-1, via: [IF-1] }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
        - { id: EL-2, title: Browser, role: external, scope: other-product }
      interfaces:
        - { id: IF-1, title: Service port, item: EL-1, medium: Ethernet, enabled: service-only, reach: network }
      flows:
        - { id: DF-1, title: Logs, from: EL-2, to: EL-1, via: [IF-1] }`,
  },

  *check({ trace }) {
    for (const flow of trace.all('flow')) {
      const closed = trace.linkedOf(flow, 'via', 'interface').filter((port) => port.fields.enabled === 'no');
      const [first] = closed;
      if (!first) continue;
      yield {
        at: flow,
        field: 'via',
        what: `${flow.id} goes over ${closed.map((port) => port.id).join(' and ')}, which cannot be used in the field.`,
        do: `Correct \`enabled:\` of ${first.id}, or \`via:\` of ${flow.id}.`,
        see: [{ spot: first.spot, note: `${first.id} has \`enabled: no\`.` }],
      };
    }
  },
});
