/** Finds threats that are said to be accepted or passed on, without a person who decided it. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'accepted-threat-without-decision',
  title: 'Threat accepted by nobody',
  why: 'A threat that is not mitigated is accepted by a named person on a day, or by nobody.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.4'],
  serves: ['security-risk-assessment', 'security-risk-management-report'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: A guest reads the ward list on the wall, targets: [EL-1], treatment: accept }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: A guest reads the ward list on the wall, targets: [EL-1], treatment: accept }
      decisions:
        - id: DEC-1
          type: risk-acceptance
          accepts: [TH-1]
          reason: The list shows no names.
          by: moreau
          date: 2026-05-18
          bound-to: { TH-1: hash-of-TH-1 }`,
  },

  lacks: (threat) => ({
    what: `${threat.id} is to be ${threat.kind === 'threat' && threat.fields.treatment === 'transfer' ? 'passed on' : 'accepted'}, and no valid decision accepts it.`,
    do: `Write a decision of type risk-acceptance with \`accepts: [${threat.id}]\`, or mitigate it.`,
  }),
});
