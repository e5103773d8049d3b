/** Finds findings of security tests that lead to no threat, vulnerability, control or anomaly. */
import type { RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'finding-without-risk-link',
  title: 'Finding that leads to no risk',
  why: 'A finding shows that an attack may work, so the risk behind it is judged again; one that stands alone changes nothing.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:5.8.1', 'fda-premarket:FDA-CY-TEST-DISP', 'fda-premarket:FDA-CY-RA'],
  serves: ['security-test-report', 'penetration-test-report', 'security-risk-assessment'],
  severity: 'warning',
  tells: ['finding.concerns', 'finding.raised-as', 'finding.rationale'],
  applies: 'exposed',

  examples: {
    bad: `
      findings:
        - { id: FND-1, title: Old TLS version is offered, disposition: accepted, reason: Only inside the ward. }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: Orders are read on the way, targets: [EL-1] }
      findings:
        - { id: FND-1, title: Old TLS version is offered, disposition: accepted, reason: Only inside the ward., concerns: [TH-1] }
        - { id: FND-2, title: Missing header, disposition: false-positive, reason: The proxy adds it. }
        - { id: FND-3, title: Version in a header, disposition: accepted, reason: No harm., rationale: The version is public anyway. }`,
  },

  *check({ trace }) {
    for (const finding of trace.all('finding')) {
      if (leadsSomewhere(finding, trace)) continue;
      yield {
        at: finding,
        what: `${finding.id} names no threat, vulnerability or control that it concerns, and no anomaly.`,
        do: `Add \`concerns:\` or \`raised-as:\` to ${finding.id}, or say under \`rationale:\` why no risk is behind it.`,
      };
    }
  },
});

/** Findings of reviews, false alarms and what does not apply are no matter of risk. */
function leadsSomewhere(finding: RecordOf<'finding'>, trace: Trace): boolean {
  const { disposition, rationale } = finding.fields;
  if (disposition === 'false-positive' || disposition === 'not-applicable' || rationale !== undefined) return true;
  if (trace.computed(finding, 'by-review') === true) return true;
  return ['concerns', 'raised-as', 'accepted-by', 'resolved-by'].some((name) => trace.isLinked(finding, name));
}
