/** Finds security controls that can harm, without the hazard or without what answers it. */
import { defineRule } from './define.js';

const SAYS = { hazards: 'no hazard', 'answered-by': 'nothing that answers it' } as const;
const LINKS = ['hazards', 'answered-by'] as const;

export default defineRule({
  id: 'control-harm-without-answer',
  title: 'Harm of a control that nothing answers',
  why: 'A lock that keeps the nurse out hurts too: a control that can harm leads to a hazard, and something answers it.',
  because: 'both',
  basis: ['iso14971:7.5', 'iec81001-5-1:7.4'],
  serves: ['security-risk-assessment', 'hazard-analysis'],
  severity: 'error',

  examples: {
    bad: `
      controls:
        - id: SC-1
          title: Sign-in locks after three attempts
          domain: security
          safety-effect: { harms: yes, why: Staff may be locked out. }   # gap`,
    ok: `
      hazards:
        - { id: HAZ-1, title: Order late, severity: S2 }
      controls:
        - id: SC-1
          title: Sign-in locks after three attempts
          domain: security
          safety-effect: { harms: yes, why: Staff may be locked out., hazards: [HAZ-1], answered-by: [RC-1] }
        - { id: RC-1, title: Paper orders, domain: safety }`,
  },

  *check({ trace }) {
    for (const control of trace.all('control')) {
      if (!control.fields['safety-effect']?.harms) continue;
      const missing = LINKS.filter((name) => !trace.isLinked(control, `safety-effect.${name}`));
      if (missing.length === 0) continue;
      yield {
        at: control,
        field: 'safety-effect',
        what: `${control.id} can harm, and names ${missing.map((name) => SAYS[name]).join(' and ')}.`,
        do: `Add ${missing.map((name) => `\`${name}:\``).join(' and ')} under \`safety-effect:\` of ${control.id}.`,
      };
    }
  },
});
