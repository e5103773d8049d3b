/** Finds ratings that somebody typed and that differ from what the method gives. */
import type { AnyRecord } from '../records/index.js';
import { RISK_MOMENTS, THREAT_MOMENTS } from '../threats/index.js';
import type { Trace } from '../trace/index.js';
import { defineRule, type Found } from './define.js';

// @implements SRS-313
export default defineRule({
  id: 'typed-rating-differs',
  title: 'Typed rating that differs from the method',
  why: 'If the typed level and the level of the method differ, one of them is wrong, and somebody decided by it.',
  because: 'both',
  basis: [],
  serves: ['hazard-analysis', 'security-risk-assessment'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: Orders are changed, targets: [EL-1], before: { vector: AV:N/AC:L/PR:N/UI:N, severity: S3, rating: L } }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: Orders are changed, targets: [EL-1], before: { vector: AV:N/AC:L/PR:N/UI:N, severity: S3, rating: H } }
        - { id: TH-2, title: Orders are read, targets: [EL-1], before: { vector: AV:N/AC:L/PR:N/UI:N, severity: S1 } }`,
  },

  *check({ trace }) {
    for (const risk of trace.all('risk')) {
      for (const moment of RISK_MOMENTS) yield* differing(risk, moment, risk.fields[moment]?.rating, trace);
    }
    for (const threat of trace.all('threat')) {
      for (const moment of THREAT_MOMENTS) yield* differing(threat, moment, threat.fields[moment]?.rating, trace);
    }
  },
});

function* differing(record: AnyRecord, moment: string, typed: string | undefined, trace: Trace): Iterable<Found> {
  const field = `${moment}.rating`;
  const computed = trace.computed(record, field);
  if (typed === undefined || typeof computed !== 'string' || computed === 'unknown' || computed === typed) return;
  yield {
    at: record,
    field,
    details: [field],
    what: `\`${field}\` of ${record.id} says ${typed}, and the method gives ${computed}.`,
    do: `Correct what the rating of ${record.id} rests on, or leave \`rating:\` out: it is computed.`,
  };
}
