/** Finds usable interfaces over which, by the model, nothing goes. */
import type { AnyRecord } from '../records/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'interface-without-flow',
  title: 'Usable interface that no data flow uses',
  why: 'An open interface without a flow is missing in the threat model: nobody asked what may come in there.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.2'],
  serves: ['threat-model', 'security-architecture-views'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      interfaces:
        - { id: IF-1, title: Web access, item: EL-1, medium: HTTPS, enabled: yes, reach: internet }   # gap
        - { id: IF-2, title: Charging port, item: EL-1, medium: USB, enabled: yes, power-only: yes }`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
        - { id: EL-2, title: Browser, role: external, scope: other-product }
      interfaces:
        - { id: IF-1, title: Web access, item: EL-1, medium: HTTPS, enabled: yes, reach: internet }
      flows:
        - { id: DF-1, title: Orders, from: EL-2, to: EL-1, via: [IF-1] }`,
  },

  lacks: (port) => ({
    what: `No data flow goes over ${port.id}, which ${useOf(port)} in the field.`,
    do: `Write the flow with \`via: [${port.id}]\`, or set \`enabled: no\` if nothing uses it.`,
  }),
});

function useOf(port: AnyRecord): string {
  return port.kind === 'interface' && port.fields.enabled !== undefined ? 'can be used' : 'may be usable';
}
