/** Finds threats that are not acceptable after control, whatever anybody writes. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'residual-risk-not-acceptable',
  title: 'Residual security risk that is not acceptable',
  why: 'By the method of the project nobody may release a device with this risk.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.3', 'iec81001-5-1:7.4'],
  serves: ['security-risk-assessment', 'security-risk-management-report'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Dose service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: A dose is forged, targets: [EL-1], after: { vector: AV:N/AC:L/PR:N/UI:N, severity: S4 } }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Dose service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: A dose is forged, targets: [EL-1], after: { vector: AV:P/AC:H/PR:H/UI:R, severity: S4 } }`,
  },

  *check({ trace }) {
    for (const threat of trace.all('threat')) {
      if (trace.computed(threat, 'after.accept') !== 'no') continue;
      yield {
        at: threat,
        field: 'after',
        what: `What is left of ${threat.id} (${String(trace.computed(threat, 'after.rating'))}) is not acceptable.`,
        do: `Add controls to ${threat.id} and rate it again.`,
      };
    }
  },
});
