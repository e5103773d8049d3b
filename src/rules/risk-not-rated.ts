/** Finds safety risks that nobody rated: before control, or after it where they are not acceptable before. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'risk-not-rated',
  title: 'Safety risk without a rating',
  why: 'Whether a risk is acceptable can be said only once it is rated by the method of the plan.',
  because: 'safety-class',
  basis: ['iso14971:5.5', 'iso14971:6', 'iso14971:7.3'],
  serves: ['hazard-analysis', 'risk-management-report'],
  severity: 'error',
  tells: ['risk.before', 'risk.after', 'risk.after.acceptable'],

  examples: {
    bad: `
      hazards:
        - { id: HAZ-1, title: Overdose, severity: S4 }
      risks:
        - { id: RSK-1, title: A limit is ignored, hazard: HAZ-1 }   # gap
        - { id: RSK-2, title: The valve leaks, hazard: HAZ-1, before: { p1: 4, p2: 4 } }   # gap`,
    ok: `
      hazards:
        - { id: HAZ-1, title: Overdose, severity: S4 }
        - { id: HAZ-2, title: The display is dark, severity: S1 }
      risks:
        - { id: RSK-1, title: A limit is ignored, hazard: HAZ-1, before: { p1: 4, p2: 4 }, after: { p1: 1, p2: 4 } }
        - { id: RSK-2, title: The lamp fails, hazard: HAZ-2, before: { p1: 2, p2: 2 } }`,
  },

  *check({ trace, methods }) {
    if (!methods.risk) return;
    for (const risk of trace.all('risk')) {
      const before = trace.computed(risk, 'before.acceptable');
      const lacksAfter = before === false && trace.computed(risk, 'after.acceptable') === 'unknown';
      if (before !== 'unknown' && !lacksAfter) continue;
      const moment = before === 'unknown' ? 'before' : 'after';
      yield {
        at: risk,
        field: moment,
        details: [moment],
        what: `${risk.id} has no rating ${moment} control on the scale of ${methods.risk.id}.`,
        do: `Write \`${moment}:\` with p1 and p2 of ${methods.risk.id}, and a severity at ${risk.id} or its hazard.`,
      };
    }
  },
});
