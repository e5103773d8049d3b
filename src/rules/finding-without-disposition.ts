/** Finds findings of security tests of which nobody decided anything. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'finding-without-disposition',
  title: 'Finding that nobody decided about',
  why: 'A finding without a decision is neither fixed nor accepted, and goes out with the release unseen.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:5.8.1', 'fda-premarket:FDA-CY-TEST-DISP'],
  serves: ['security-test-report', 'penetration-test-report', 'security-anomaly-assessment'],
  severity: 'error',
  tells: ['finding.disposition', 'finding.reason', 'finding.by', 'finding.date'],

  examples: {
    bad: `
      findings:
        - { id: FND-1, title: Old TLS version is offered, severity: medium }   # gap`,
    ok: `
      findings:
        - { id: FND-1, title: Old TLS version is offered, severity: medium, disposition: fixed }`,
  },

  lacks: (finding) => ({
    what: `Nobody decided what happens with ${finding.id}.`,
    do: `Add \`disposition:\` to ${finding.id}, or raise an anomaly and name it in \`raised-as:\`.`,
  }),
});
