/** Finds risks with a software cause for which the question of 4.3 has no answer. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'risk-without-external-rating',
  title: 'Risk that is not rated with external controls only',
  why: 'The class asks what happens when the software fails and only what stands outside it helps.',
  because: 'safety-class',
  basis: ['iec62304:4.3'],
  serves: ['software-safety-classification', 'hazard-analysis'],
  severity: 'error',
  tells: ['risk.external-only', 'risk.external-only.acceptable'],

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Dose check, role: process, parent: SW-1 }
      hazards:
        - { id: HAZ-1, title: Overdose, severity: S4 }
      risks:
        - { id: RSK-1, title: A limit is ignored, hazard: HAZ-1, causes: [EL-1] }   # gap
        - { id: RSK-2, title: The valve leaks, hazard: HAZ-1 }`,
    ok: `
      items:
        - { id: EL-1, title: Dose check, role: process, parent: SW-1 }
      hazards:
        - { id: HAZ-1, title: Overdose, severity: S4 }
      risks:
        - { id: RSK-1, title: A limit is ignored, hazard: HAZ-1, causes: [EL-1], external-only: { p1: 5, p2: 4 } }`,
  },

  *check({ trace, methods }) {
    if (!methods.risk) return;
    for (const risk of trace.all('risk')) {
      if (trace.computed(risk, 'software-cause') !== true) continue;
      if (trace.computed(risk, 'external-only.rating') !== 'unknown') continue;
      const typed = risk.fields['external-only'] !== undefined;
      yield {
        at: risk,
        field: 'external-only',
        what: typed
          ? `The rating of ${risk.id} with external controls only is not on the scale of ${methods.risk.id}.`
          : `${risk.id} has a software cause and is not rated with external controls only.`,
        do: `Write \`external-only:\` with p1 and p2 of ${methods.risk.id}, and a severity at ${risk.id} or its hazard.`,
      };
    }
  },
});
