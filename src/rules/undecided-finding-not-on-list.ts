/** Finds findings that were put off and that no problem report carries on. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'undecided-finding-not-on-list',
  title: 'Deferred finding that no list of anomalies holds',
  why: 'A finding that is put off is a known problem of the release, and only problem reports come onto the list.',
  because: 'both',
  basis: ['iec62304:5.8.2', 'iec81001-5-1:5.8.1'],
  serves: ['known-anomalies-list', 'security-anomaly-assessment'],
  severity: 'error',

  examples: {
    bad: `
      findings:
        - { id: FND-1, title: Old TLS version is offered, disposition: deferred, reason: Needs a new proxy. }   # gap`,
    ok: `
      findings:
        - { id: FND-1, title: Old TLS version is offered, disposition: deferred, reason: Needs a new proxy., raised-as: PR-1 }
      anomalies:
        - { id: PR-1, title: Old TLS version is offered, state: deferred }`,
  },

  *check({ trace }) {
    for (const finding of trace.all('finding')) {
      if (finding.fields.disposition !== 'deferred' || trace.isLinked(finding, 'raised-as')) continue;
      yield {
        at: finding,
        field: 'disposition',
        what: `${finding.id} is deferred, and no anomaly holds it.`,
        do: `Write an anomaly, name it in \`raised-as:\` of ${finding.id}, and list it at the release.`,
      };
    }
  },
});
