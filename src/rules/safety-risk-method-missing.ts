/** Finds projects that name no method for rating safety risks. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'safety-risk-method-missing',
  title: 'No method for rating safety risks',
  why: 'Whether a risk is acceptable follows from scales and a matrix that were fixed before the first rating.',
  because: 'safety-class',
  basis: ['iso14971:4.4'],
  serves: ['risk-management-plan'],
  severity: 'error',

  examples: {
    bad: {
      records: ``,
      settings: `
        medward: 1   # gap
        methods: { security: cvss31-exploitability }`,
    },
    ok: {
      records: ``,
      settings: `
        methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }`,
    },
  },

  *check({ methods, faults }) {
    // A name that no pack knows is told where it stands.
    if (methods.risk || faults.some((fault) => fault.details.includes('methods.risk'))) return;
    yield {
      what: 'The settings name no method for rating safety risks in `methods`.',
      do: 'Add `methods: { risk: p1-p2-five-steps }` to medward.yaml, or a method of your own that was approved before the first rating.',
    };
  },
});
