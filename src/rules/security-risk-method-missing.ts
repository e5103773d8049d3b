/** Finds projects that name no method for rating security risks. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'security-risk-method-missing',
  title: 'No method for rating security risks',
  why: 'Whether a risk is acceptable follows from scales and a matrix that were fixed before the first rating.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.3', 'fda-premarket:FDA-CY-RA-CRIT'],
  serves: ['security-risk-management-plan'],
  severity: 'error',
  applies: 'exposed',

  examples: {
    bad: {
      records: ``,
      settings: `
        medward: 1   # gap
        methods: { risk: p1-p2-five-steps }`,
    },
    ok: {
      records: ``,
      settings: `
        methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }`,
    },
  },

  *check({ methods, faults }) {
    // A name that no pack knows is told where it stands.
    if (methods.security || faults.some((fault) => fault.details.includes('methods.security'))) return;
    yield {
      what: 'The settings name no method for rating security risks in `methods`.',
      do: 'Add `methods: { security: cvss31-exploitability }` to medward.yaml, or a method of your own that was approved before the first rating.',
    };
  },
});
