/** Finds findings that were put aside or accepted without a reason. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'finding-decided-without-reason',
  title: 'Finding put aside without a reason',
  why: 'False alarm, accepted or mitigated is a judgement, and a judgement that cannot be read cannot be shared.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:5.8.1', 'fda-premarket:FDA-CY-TEST-DISP'],
  serves: ['security-test-report', 'security-anomaly-assessment'],
  severity: 'error',
  tells: ['finding.reason'],
  applies: 'exposed',

  examples: {
    bad: `
      findings:
        - { id: FND-1, title: Old TLS version is offered, disposition: false-positive }   # gap`,
    ok: `
      findings:
        - { id: FND-1, title: Old TLS version is offered, disposition: false-positive, reason: The scanner reached the test port. }
        - { id: FND-2, title: Old library, disposition: fixed }`,
  },

  *check({ trace }) {
    for (const finding of trace.all('finding')) {
      const { disposition, reason, rationale } = finding.fields;
      if (disposition === undefined || disposition === 'fixed') continue;
      if ((reason ?? rationale) !== undefined || trace.isLinked(finding, 'accepted-by')) continue;
      yield {
        at: finding,
        field: 'disposition',
        what: `${finding.id} is ${disposition}, without a reason.`,
        do: `Add \`reason:\` to ${finding.id}, and who decided it on which day.`,
      };
    }
  },
});
