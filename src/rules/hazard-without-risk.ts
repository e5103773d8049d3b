/** Finds hazards to which no sequence of events leads. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'hazard-without-risk',
  title: 'Hazard without a risk',
  why: 'The class follows from what can lead to each hazardous situation: a hazard without a sequence is not analysed.',
  because: 'safety-class',
  basis: ['iec62304:4.3'],
  serves: ['hazard-analysis', 'software-safety-classification', 'traceability-matrix'],
  severity: 'error',

  examples: {
    bad: `
      hazards:
        - { id: HAZ-1, title: Sample taken from the wrong patient, severity: S2 }   # gap`,
    ok: `
      hazards:
        - { id: HAZ-1, title: Sample taken from the wrong patient, severity: S2 }
      risks:
        - { id: RSK-1, title: The order shows the name of another patient, hazard: HAZ-1 }`,
  },

  lacks: (hazard) => ({
    what: `No risk says how ${hazard.id} can come about.`,
    do: `Write a risk with \`hazard: ${hazard.id}\` and its sequence of events, also if software plays no part in it.`,
  }),
});
