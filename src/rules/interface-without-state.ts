/** Finds interfaces of the device that do not say whether they are open or from where they can be reached. */
import type { RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'interface-without-state',
  title: 'Interface without its state or its reach',
  why: 'Whether the device is exposed follows from its interfaces: one that says nothing leaves the answer open.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.1.2', 'iec81001-5-1:7.2'],
  serves: ['product-security-context', 'threat-model', 'security-architecture-views'],
  severity: 'error',
  tells: ['interface.enabled', 'interface.reach'],

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      interfaces:
        - { id: IF-1, title: Web access, item: EL-1, medium: HTTPS, enabled: yes }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
        - { id: EL-2, title: Laboratory system, role: external, scope: other-product }
      interfaces:
        - { id: IF-1, title: Web access, item: EL-1, medium: HTTPS, enabled: yes, reach: internet }
        - { id: IF-2, title: Charging port, item: EL-1, medium: USB, enabled: yes, power-only: yes }
        - { id: IF-3, title: Results, item: EL-2, medium: HL7 }`,
  },

  *check({ trace }) {
    for (const port of trace.all('interface').filter((each) => isOfDevice(each, trace))) {
      const missing = missingAt(port);
      if (missing.length === 0) continue;
      yield {
        at: port,
        what: `${port.id} does not say ${missing.map((name) => SAYS[name]).join(' or ')}.`,
        do: `Add ${missing.map((name) => `\`${name}:\``).join(' and ')} to ${port.id}.`,
      };
    }
  },
});

const SAYS = { enabled: 'whether it can be used in the field', reach: 'from where it can be reached' } as const;

function missingAt(port: RecordOf<'interface'>): readonly (keyof typeof SAYS)[] {
  return [
    ...(port.fields.enabled === undefined ? (['enabled'] as const) : []),
    // Nothing comes in where only power flows, from wherever.
    ...(port.fields.reach === undefined && !port.fields['power-only'] ? (['reach'] as const) : []),
  ];
}

/** Interfaces of other products say nothing about the exposure of this one. */
function isOfDevice(port: RecordOf<'interface'>, trace: Trace): boolean {
  const [item] = trace.linkedOf(port, 'item', 'item');
  return (item?.fields.scope ?? 'device') === 'device';
}
