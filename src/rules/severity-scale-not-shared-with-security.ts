/** Finds security methods whose severities are not those of the safety method. */
import type { Method } from '../packs/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'severity-scale-not-shared-with-security',
  title: 'Two scales of severity',
  why: 'A security risk that can hurt is passed on to the safety file, and both must mean the same by severe.',
  because: 'both',
  basis: ['iec81001-5-1:4.2', 'eu-mdr:MDCG-3.2'],
  serves: ['risk-management-plan', 'security-risk-management-plan'],
  severity: 'warning',
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
    const { risk, security } = methods;
    if (!risk || !security) return;
    const shared =
      risk.severity.length === security.severity.length &&
      risk.severity.every((step, index) => isSame(step, security.severity[index]));
    if (shared) return;
    yield {
      what: `The method \`${risk.id}\` has the severities ${namesOf(risk)}, and \`${security.id}\` has ${namesOf(security)}.`,
      do: 'Give both methods the same steps with the same harm, or say in the plan how one becomes the other and record a decision.',
    };
  },
});

type Step = Method['severity'][number];

function isSame(one: Step, other: Step | undefined): boolean {
  return one.id === other?.id && one.harm === other.harm;
}

function namesOf(method: Method): string {
  return method.severity.map((step) => step.id).join(', ');
}
