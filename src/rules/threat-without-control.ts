/** Finds threats that are to be mitigated and have no control. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'threat-without-control',
  title: 'Threat that no control answers',
  why: 'A threat that is to be mitigated and has no control stands open in the field.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.4'],
  serves: ['security-risk-assessment', 'security-requirements', 'traceability-matrix'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order database, role: store, parent: SW-1 }
      threats:
        - { id: TH-1, title: A stolen disk is read, stride: I, targets: [EL-1] }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order database, role: store, parent: SW-1 }
      threats:
        - { id: TH-1, title: A stolen disk is read, stride: I, targets: [EL-1] }
      controls:
        - { id: SC-1, title: The disk is encrypted, domain: security, mitigates: [TH-1] }`,
  },

  lacks: (threat) => ({
    what: `No control answers ${threat.id}, and nobody accepted it.`,
    do: `Add a control with \`mitigates: [${threat.id}]\`, or let a decision accept ${threat.id}.`,
  }),
});
