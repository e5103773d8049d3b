/** Finds findings whose decision was made for a time that is over. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'finding-decision-past-its-end',
  title: 'Decision about a finding is over',
  why: 'A day that was set when the finding was put aside has passed, and the finding is still there.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:5.8.1', 'fda-premarket:FDA-CY-TEST-DEFER'],
  serves: ['security-anomaly-assessment', 'security-test-report'],
  severity: 'error',
  applies: 'exposed',

  examples: {
    bad: `
      findings:
        - { id: FND-1, title: Old TLS version is offered, disposition: accepted, reason: Only on the test port., until: 2026-03-31 }   # gap`,
    ok: `
      findings:
        - { id: FND-1, title: Old TLS version is offered, disposition: accepted, reason: Only on the test port., until: 2027-03-31 }
        - { id: FND-2, title: Old library, disposition: fixed, until: 2026-03-31 }`,
  },

  *check({ trace, date }) {
    for (const finding of trace.all('finding')) {
      const { disposition, until } = finding.fields;
      if (until === undefined || until >= date || disposition === 'fixed' || disposition === 'false-positive') continue;
      yield {
        at: finding,
        field: 'until',
        what: `What was decided about ${finding.id} held until ${until}.`,
        do: `Decide ${finding.id} again: fix it, or give a new reason and a new day.`,
      };
    }
  },
});
