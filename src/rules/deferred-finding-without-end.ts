/** Finds findings that were put off without a day until when. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'deferred-finding-without-end',
  title: 'Finding put off without an end',
  why: 'What is put off without a day is put off for ever.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-TEST-DEFER'],
  serves: ['security-anomaly-assessment', 'security-test-report'],
  severity: 'warning',
  applies: 'exposed',

  examples: {
    bad: `
      findings:
        - { id: FND-1, title: Old TLS version is offered, disposition: deferred, reason: Needs a new proxy. }   # gap`,
    ok: `
      findings:
        - { id: FND-1, title: Old TLS version is offered, disposition: deferred, reason: Needs a new proxy., until: 2027-03-31 }`,
  },

  *check({ trace }) {
    for (const finding of trace.all('finding')) {
      if (finding.fields.disposition !== 'deferred' || finding.fields.until !== undefined) continue;
      yield {
        at: finding,
        field: 'disposition',
        what: `${finding.id} is deferred without a day until when.`,
        do: `Add \`until:\` to ${finding.id}, with the release that brings the fix in \`reason:\`.`,
      };
    }
  },
});
