/** Finds models of a connected device that show nothing outside of it. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'model-ends-at-device',
  title: 'Threat model that ends at the device',
  why: 'Attackers come by what the device is connected with: its users, servers, service and the network of the place of use.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-TM-SCOPE', 'iec81001-5-1:7.2'],
  serves: ['threat-model', 'security-architecture-views'],
  severity: 'error',
  applies: 'exposed',

  examples: {
    bad: {
      records: `
        items:
          - { id: EL-1, title: Order service, role: process, parent: SW-1 }
          - { id: EL-2, title: Order database, role: store, parent: SW-1 }
        flows:
          - { id: DF-1, title: Orders, from: EL-1, to: EL-2 }`,
      settings: `
        medward: 1   # gap`,
    },
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
        - { id: EL-2, title: Browser of the ward, role: external, scope: other-product }
      flows:
        - { id: DF-1, title: Orders, from: EL-2, to: EL-1 }`,
  },

  *check({ trace }) {
    const flows = trace.all('flow');
    if (flows.length === 0) return;
    const ends = flows.flatMap((flow) => [
      ...trace.linkedOf(flow, 'from', 'item'),
      ...trace.linkedOf(flow, 'to', 'item'),
    ]);
    const isOutside = ends.some(({ fields }) => {
      const isElsewhere = fields.scope === 'supporting' || fields.scope === 'other-product';
      return isElsewhere || fields.role === 'external' || fields.role === 'actor';
    });
    if (isOutside) return;
    yield {
      what: `None of the ${flows.length} flows leads to or from anything outside of the device.`,
      do: 'Add users, servers, service and systems of others as items, with the flows between them and the device.',
    };
  },

  // A flow whose ends cannot be read may lead outside.
  undecided: ({ trace }) => trace.reading.lostKinds.has('item') || trace.reading.lostKinds.has('flow'),
});
