/** Finds safety risks that are not acceptable after control. */
import type { RecordOf } from '../records/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'risk-not-acceptable-after-control',
  title: 'Safety risk that is not acceptable after control',
  why: 'A device may be placed on the market only if what is left of each risk is acceptable by the criteria of its plan.',
  because: 'safety-class',
  basis: ['iso14971:7.3', 'iso14971:7.4'],
  serves: ['hazard-analysis', 'risk-management-report'],
  severity: 'error',

  examples: {
    bad: `
      hazards:
        - { id: HAZ-1, title: Overdose, severity: S4 }
      risks:
        - { id: RSK-1, title: A limit is ignored, hazard: HAZ-1, after: { p1: 4, p2: 4 } }   # gap
        - { id: RSK-2, title: The valve leaks, hazard: HAZ-1, after: { p1: 4, p2: 3 } }   # gap`,
    ok: `
      hazards:
        - { id: HAZ-1, title: Overdose, severity: S4 }
      risks:
        - { id: RSK-1, title: A limit is ignored, hazard: HAZ-1, after: { p1: 1, p2: 4, severity: S3 } }
        - { id: RSK-2, title: The valve leaks, hazard: HAZ-1, after: { p1: 4, p2: 3 }, after-reason: No tighter valve exists. }`,
  },

  *check({ trace }) {
    for (const risk of trace.all('risk')) {
      if (trace.computed(risk, 'after.acceptable') !== false) continue;
      yield {
        at: risk,
        field: 'after',
        what: `What is left of ${risk.id} (${String(trace.computed(risk, 'after.rating'))}) is not acceptable${without(trace.computed(risk, 'after.accept'))}.`,
        do: todo(risk, trace.computed(risk, 'after.accept')),
      };
    }
  },
});

function without(accept: unknown): string {
  if (accept === 'with-reason') return ' without a reason';
  return accept === 'with-benefit-risk' ? ' without weighing it against the benefit' : '';
}

function todo(risk: RecordOf<'risk'>, accept: unknown): string {
  const reduce = `Add controls to ${risk.id} and rate it again`;
  if (accept === 'with-reason')
    return `${reduce}, or say in \`after-reason:\` why no further reduction is practicable.`;
  return accept === 'with-benefit-risk' ? `${reduce}, or write its \`benefit-risk:\` analysis.` : `${reduce}.`;
}
