/** Finds threats whose residual risk may be accepted only with a reason, and that have none. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'residual-risk-without-reason',
  title: 'Residual security risk accepted without a reason',
  why: 'By the method of the project this level is acceptable only if somebody says why it cannot be reduced further.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.3', 'iec81001-5-1:7.4'],
  serves: ['security-risk-assessment', 'security-risk-management-report'],
  severity: 'error',
  tells: ['threat.residual-reason'],

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: Orders are changed, targets: [EL-1], after: { vector: AV:N/AC:L/PR:N/UI:N, severity: S2 } }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - id: TH-1
          title: Orders are changed
          targets: [EL-1]
          after: { vector: AV:N/AC:L/PR:N/UI:N, severity: S2 }
          residual-reason: A second factor would lock out the ward at night.`,
  },

  *check({ trace }) {
    for (const threat of trace.all('threat')) {
      if (trace.computed(threat, 'after.accept') !== 'with-reason') continue;
      if (threat.fields['residual-reason'] !== undefined) continue;
      yield {
        at: threat,
        field: 'after',
        what: `What is left of ${threat.id} (${String(trace.computed(threat, 'after.rating'))}) is acceptable only with a reason, and has none.`,
        do: `Add \`residual-reason:\` to ${threat.id}: why it cannot be reduced further.`,
      };
    }
  },
});
