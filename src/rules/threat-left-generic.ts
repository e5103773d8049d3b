/** Finds threats that still carry the text of a library. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'threat-left-generic',
  title: 'Threat that nobody made specific',
  why: 'Text that fits every device says nothing about this one, and counts as absent.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.2'],
  serves: ['threat-model'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: An input is forged, targets: [EL-1], generic: yes }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: A forged HL7 message changes the patient of an order, targets: [EL-1] }`,
  },

  *check({ trace }) {
    for (const threat of trace.all('threat')) {
      if (!threat.fields.generic) continue;
      yield {
        at: threat,
        field: 'generic',
        what: `${threat.id} is still the text of a library and counts as absent.`,
        do: `Say in ${threat.id} who does what to this device and what follows, then take out \`generic:\`.`,
      };
    }
  },
});
