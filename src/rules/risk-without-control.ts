/** Finds risks with a software cause that are not acceptable before control and have none. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'risk-without-control',
  title: 'Unacceptable risk without a control',
  why: 'A risk that is not acceptable by itself needs something that stops or weakens it.',
  because: 'safety-class',
  basis: ['iec62304:7.2.1'],
  serves: ['software-risk-analysis', 'hazard-analysis', 'traceability-matrix'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Dose check, role: process, parent: SW-1 }
      hazards:
        - { id: HAZ-1, title: Overdose, severity: S4 }
      risks:
        - { id: RSK-1, title: A limit is ignored, hazard: HAZ-1, causes: [EL-1], before: { p1: 5, p2: 3 } }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Dose check, role: process, parent: SW-1 }
      hazards:
        - { id: HAZ-1, title: Overdose, severity: S4 }
      risks:
        - { id: RSK-1, title: A limit is ignored, hazard: HAZ-1, causes: [EL-1], before: { p1: 5, p2: 3 } }
      controls:
        - { id: RC-1, title: A valve limits the flow, domain: safety, means: hardware, mitigates: [RSK-1] }`,
  },

  lacks: (risk, trace) => ({
    what:
      trace.computed(risk, 'before.acceptable') === 'unknown'
        ? `${risk.id} has no control, and nothing shows that it is acceptable without one.`
        : `${risk.id} is not acceptable before control and has no control.`,
    do: `Add a control with \`mitigates: [${risk.id}]\`.`,
  }),
});
