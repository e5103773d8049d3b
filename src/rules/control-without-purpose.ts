/** Finds controls that reduce no risk that is written down. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'control-without-purpose',
  title: 'Control that mitigates nothing',
  why: 'A control without a risk is either superfluous, or a sign that a risk was forgotten.',
  because: 'both',
  basis: ['iec62304:7.2.1', 'iec81001-5-1:7.4'],
  serves: ['software-risk-analysis', 'security-risk-assessment', 'traceability-matrix'],
  severity: 'warning',

  examples: {
    bad: `
      controls:
        - { id: SC-1, title: The disk is encrypted, domain: security }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order database, role: store, parent: SW-1 }
      threats:
        - { id: TH-1, title: A stolen disk is read, stride: I, targets: [EL-1] }
      controls:
        - { id: SC-1, title: The disk is encrypted, domain: security, mitigates: [TH-1] }`,
  },

  lacks: (control) => ({
    what: `${control.id} mitigates no risk, threat, vulnerability or anomaly.`,
    do: `Add \`mitigates:\` to ${control.id}, or write down the risk that it answers.`,
  }),
});
