/** Finds ratings after control that counted a control or a test which is gone, or says something else since. */
import { changedSinceRated } from '../threats/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'rated-with-other-controls',
  title: 'Rating after control that counted other controls',
  why: 'What is left of a risk was judged with these controls in mind; with one taken away, nobody has judged it.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.5', 'fda-premarket:FDA-CY-SRMR-MITIG'],
  serves: ['security-risk-assessment', 'security-risk-management-report'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - id: TH-1
          title: Backups are destroyed
          targets: [EL-1]
          after: { vector: AV:N/AC:H/PR:H/UI:N, severity: S2, counted: { SC-2: ab, TC-1: tests } }   # gap
      controls:
        - { id: SC-1, title: Backups cannot be changed, domain: security, mitigates: [TH-1] }
      tests:
        - { id: TC-1, title: Restore drill, verifies: [SC-1] }`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - id: TH-1
          title: Backups are destroyed
          targets: [EL-1]
          after: { vector: AV:N/AC:H/PR:H/UI:N, severity: S2, counted: { TC-1: tests } }
      controls:
        - { id: SC-1, title: Backups cannot be changed, domain: security, mitigates: [TH-1] }
      tests:
        - { id: TC-1, title: Restore drill, verifies: [SC-1] }`,
  },

  *check({ trace }) {
    for (const threat of trace.all('threat')) {
      const [first, ...others] = changedSinceRated(threat, trace);
      if (first === undefined) continue;
      const more = others.length > 0 ? `, and ${others.length} more` : '';
      yield {
        at: threat,
        field: 'after.counted',
        what: `The rating of ${threat.id} after control is out of date: ${first}${more}.`,
        do: `Rate what is left of ${threat.id} again, or confirm it as it is: \`medward rate ${threat.id} --moment after --again\`.`,
      };
    }
  },
});
