/** Finds security risks that stay high and that no decision on benefit and risk accepts. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'high-residual-risk-not-accepted',
  title: 'High residual security risk that nobody accepted',
  why: 'What stays high after control may only be accepted by a person who weighs it against the benefit, on record.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.4'],
  serves: ['security-risk-assessment', 'security-risk-management-report'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: Orders are changed, targets: [EL-1], after: { vector: AV:N/AC:L/PR:N/UI:N, severity: S3 } }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: Orders are changed, targets: [EL-1], after: { vector: AV:N/AC:L/PR:N/UI:N, severity: S3 } }
      decisions:
        - id: DEC-1
          type: benefit-risk
          accepts: [TH-1]
          reason: Without orders no therapy starts.
          by: moreau
          date: 2026-05-18
          bound-to: { TH-1: hash-of-TH-1 }`,
  },

  lacks: (threat, trace) =>
    trace.computed(threat, 'after.accept') === 'unknown'
      ? {
          what: `What is left of ${threat.id} is not rated, so nobody can tell whether it is high.`,
          do: `Write \`after:\` with a vector and a severity at ${threat.id}.`,
        }
      : {
          what: `What is left of ${threat.id} is high, and no decision on benefit and risk accepts it.`,
          do: `Reduce it further, or write a decision of type benefit-risk with \`accepts: [${threat.id}]\`.`,
        },
});
