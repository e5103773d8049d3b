/** Finds security methods that rate by probability instead of exploitability. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'probability-in-security-rating',
  title: 'Probability in the rating of security risks',
  why: 'Attackers do not strike at random, and this reviewer accepts how easily a threat can be carried out, not how often.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-RA-EXPLOIT'],
  serves: ['security-risk-management-plan', 'security-risk-assessment'],
  severity: 'error',
  applies: 'exposed',

  examples: {
    bad: {
      records: ``,
      settings: `
        medward: 1   # gap
        methods: { risk: p1-p2-five-steps, security: './packs/ours#ours' }`,
      pack: `
        pack: ours
        edition: '1'
        format: 1
        title: Ours
        weight: practice
        sources: { OWN: made for an example }
        methods:
          - id: ours
            title: Own method
            domain: security
            version: '1'
            severity:
              - { id: LOW, title: low, harm: none, means: No injury. }
              - { id: HIGH, title: high, harm: serious, means: Injury. }
            probability: { steps: [{ id: 1, means: rare }], minus: 1, at-least: 1 }
            matrix: { P1: [L, L] }
            accept: [{ level: L, accept: 'yes', means: Acceptable. }]
            sources: [OWN]
            confidence: low`,
    },
    ok: {
      records: ``,
      settings: `
        methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }`,
    },
  },

  *check({ methods }) {
    const { security } = methods;
    if (!security?.probability && !security?.likelihood) return;
    const by = security.probability ? 'the probability of steps P1 and P2' : 'a likelihood that somebody estimates';
    yield {
      what: `The method \`${security.id}\` rates security risks by ${by}.`,
      do: 'Rate by exploitability, such as with `methods: { security: cvss31-exploitability }`.',
    };
  },
});
