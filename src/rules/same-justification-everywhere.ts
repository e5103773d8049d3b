/** Finds words that excuse several vulnerabilities at once. */
import type { RecordOf } from '../records/index.js';
import { defineRule } from './define.js';

const CODE = /^[a-z]+(_[a-z]+)+$/;

export default defineRule({
  id: 'same-justification-everywhere',
  title: 'One sentence for many vulnerabilities',
  why: 'Words that fit any vulnerability tell that nobody looked at this one.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-VULN'],
  serves: ['vulnerability-assessment'],
  severity: 'hint',
  applies: 'exposed',

  examples: {
    bad: `
      vulnerabilities:
        - { id: VUL-1, title: Weakness 1, purl: 'pkg:npm/xml@1.0.0', advisories: [CVE-2026-0001], state: not-affected, justification: Cannot be exploited in our device. }   # gap
        - { id: VUL-2, title: Weakness 2, purl: 'pkg:npm/xml@1.0.0', advisories: [CVE-2026-0002], state: not-affected, justification: Cannot be exploited in our device. }
        - { id: VUL-3, title: Weakness 3, purl: 'pkg:npm/xml@1.0.0', advisories: [CVE-2026-0003], state: not-affected, justification: Cannot be exploited in our device. }`,
    ok: `
      vulnerabilities:
        - { id: VUL-1, title: Weakness 1, purl: 'pkg:npm/xml@1.0.0', advisories: [CVE-2026-0001], state: not-affected, justification: vulnerable_code_not_present }
        - { id: VUL-2, title: Weakness 2, purl: 'pkg:npm/xml@1.0.0', advisories: [CVE-2026-0002], state: not-affected, justification: vulnerable_code_not_present }
        - { id: VUL-3, title: Weakness 3, purl: 'pkg:npm/xml@1.0.0', advisories: [CVE-2026-0003], state: not-affected, justification: vulnerable_code_not_present }
        - { id: VUL-4, title: Weakness 4, purl: 'pkg:npm/xml@1.0.0', advisories: [CVE-2026-0004], state: not-affected, justification: Needs a login that only the service has. }`,
  },

  *check({ trace }) {
    const groups = new Map<string, RecordOf<'vulnerability'>[]>();
    for (const vulnerability of trace.all('vulnerability')) {
      const words = vulnerability.fields.justification?.trim().toLowerCase();
      // A code says which kind of reason it is, and is meant to be used often.
      if (words === undefined || CODE.test(words)) continue;
      groups.set(words, [...(groups.get(words) ?? []), vulnerability]);
    }
    for (const group of groups.values()) {
      const [first] = group;
      if (!first || group.length < 3) continue;
      yield {
        at: first,
        field: 'justification',
        what: `${first.id} and ${group.length - 1} more vulnerabilities have the same justification, word for word.`,
        do: 'Say for each why this weakness cannot be used in this device.',
        see: group.slice(1, 6).map((one) => ({ spot: one.spot, note: `${one.id} too.` })),
      };
    }
  },
});
