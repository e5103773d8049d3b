/** Finds ratings that were made by another method, or another version of it, than the one that is chosen now. */
import { THREAT_MOMENTS } from '../threats/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'rating-of-other-method',
  title: 'Rating by another method than the chosen one',
  why: 'A level means something only on the scale by which it was given, and people gave this one by another.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.3', 'fda-premarket:FDA-CY-RA-CRIT'],
  serves: ['security-risk-assessment'],
  severity: 'warning',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - id: TH-1
          title: Orders are changed
          targets: [EL-1]
          before: { vector: AV:N/AC:L/PR:N/UI:N, severity: S3, method: cvss31-exploitability@0 }   # gap
          after: { vector: AV:N/AC:H/PR:N/UI:N, severity: S3, method: cvss31-exploitability@1 }`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: Orders are changed, targets: [EL-1], before: { vector: AV:N/AC:L/PR:N/UI:N, severity: S3, method: cvss31-exploitability@1 } }
        - { id: TH-2, title: Orders are read, targets: [EL-1], before: { vector: AV:N/AC:L/PR:N/UI:N, severity: S1 } }`,
  },

  *check({ trace, methods: { security } }) {
    if (!security) return;
    const chosen = `${security.id}@${security.version}`;
    for (const threat of trace.all('threat')) {
      for (const moment of THREAT_MOMENTS) {
        const method = threat.fields[moment]?.method;
        if (method === undefined || method === chosen) continue;
        yield {
          at: threat,
          field: `${moment}.method`,
          details: [`${moment}.method`],
          what: `${threat.id} was rated ${moment} control by ${method}, and the method is ${chosen}.`,
          do: `Rate ${threat.id} again: \`medward rate ${threat.id} --moment ${moment}\`.`,
        };
      }
    }
  },
});
