/** Finds threats of which nobody said whether they can hurt a patient. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'threat-without-hazard',
  title: 'Threat without a hazard or another stated harm',
  why: 'Security risk is measured by harm to patients: a threat that ends nowhere was not followed to its end.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-RA-SAFETY'],
  serves: ['security-risk-assessment', 'hazard-analysis'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order database, role: store, parent: SW-1 }
      threats:
        - { id: TH-1, title: Orders are changed, stride: T, targets: [EL-1] }   # gap
        - { id: TH-2, title: Names are read, stride: I, targets: [EL-1], harm-to: privacy }`,
    ok: `
      items:
        - { id: EL-1, title: Order database, role: store, parent: SW-1 }
      hazards:
        - { id: HAZ-1, title: Sample taken from the wrong patient, severity: S2 }
      threats:
        - { id: TH-1, title: Orders are changed, stride: T, targets: [EL-1], hazards: [HAZ-1] }`,
  },

  lacks: (threat) => ({
    what: `${threat.id} reaches no hazard, and nothing says what else it harms.`,
    do: `Add \`hazards:\` to ${threat.id}, or \`harm-to:\` with privacy or service if no patient can be hurt.`,
  }),
});
