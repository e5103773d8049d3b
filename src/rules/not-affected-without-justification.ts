/** Finds vulnerabilities that are said not to affect the device, without a reason. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'not-affected-without-justification',
  title: 'Not affected, and nobody says why',
  why: 'A known weakness in a component counts as one of the device until a reason shows why it is not.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:9.4', 'fda-premarket:FDA-CY-VULN'],
  serves: ['vulnerability-assessment', 'vulnerability-log'],
  severity: 'error',
  tells: ['vulnerability.justification'],
  applies: 'exposed',

  examples: {
    bad: `
      vulnerabilities:
        - { id: VUL-1, title: Old parser, purl: 'pkg:npm/xml@1.0.0', advisories: [CVE-2026-0001], state: not-affected }   # gap`,
    ok: `
      vulnerabilities:
        - { id: VUL-1, title: Old parser, purl: 'pkg:npm/xml@1.0.0', advisories: [CVE-2026-0001], state: not-affected, justification: vulnerable_code_not_in_execute_path }`,
  },

  *check({ trace }) {
    for (const vulnerability of trace.all('vulnerability')) {
      const { state, justification, rationale } = vulnerability.fields;
      if (state !== 'not-affected' || justification !== undefined || rationale !== undefined) continue;
      yield {
        at: vulnerability,
        field: 'state',
        what: `${vulnerability.id} is said not to affect the device, without a reason.`,
        do: `Add \`justification:\` to ${vulnerability.id}: one of the codes of VEX, or words.`,
      };
    }
  },
});
