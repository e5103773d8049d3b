/** Rates every risk and threat of a device by its methods, and offers the results as computed fields. */
import type { Method } from '../packs/index.js';
import type { AnyRecord, RecordOf } from '../records/index.js';
import type { ComputedField, Trace } from '../trace/index.js';
import { rateMarks, rateSafety, type Rating } from './rate.js';

export interface Methods {
  readonly risk: Method | undefined;
  readonly security: Method | undefined;
}

export const RISK_MOMENTS = ['before', 'external-only', 'after'] as const;
export type RiskMoment = (typeof RISK_MOMENTS)[number];
export const THREAT_MOMENTS = ['before', 'after'] as const;
export type ThreatMoment = (typeof THREAT_MOMENTS)[number];

export function rateRisk(
  risk: RecordOf<'risk'>,
  moment: RiskMoment,
  trace: Trace,
  methods: Methods,
): Rating | 'unknown' {
  const typed = risk.fields[moment];
  if (!methods.risk || !typed) return 'unknown';
  return rateSafety(methods.risk, typed.p1, typed.p2, severityOfRisk(risk, moment, trace));
}

/** Severity of the moment if one is typed, else that of the hazard. */
export function severityOfRisk(risk: RecordOf<'risk'>, moment: RiskMoment, trace: Trace): string | undefined {
  return risk.fields[moment]?.severity ?? trace.linkedOf(risk, 'hazard', 'hazard')[0]?.fields.severity;
}

export function rateThreat(threat: RecordOf<'threat'>, moment: ThreatMoment, methods: Methods): Rating | 'unknown' {
  const typed = threat.fields[moment];
  if (!methods.security || !typed) return 'unknown';
  return rateMarks(methods.security, typed, typed.severity, typed['multi-patient'] ?? false);
}

/** Fields that conditions may ask: `before.rating`, `after.accept`, `external-only.acceptable` … */
export function ratedFields(methods: Methods): ReadonlyMap<string, ComputedField> {
  const fields = new Map<string, ComputedField>();
  for (const moment of RISK_MOMENTS) {
    const rate = (record: AnyRecord, trace: Trace): Rating | 'unknown' =>
      rateRisk(record as RecordOf<'risk'>, moment, trace, methods);
    add(fields, `risk.${moment}`, rate);
    fields.set(`risk.${moment}.acceptable`, (record, trace) => {
      const rating = rate(record, trace);
      return rating === 'unknown' ? rating : isAcceptable(record as RecordOf<'risk'>, moment, rating);
    });
  }
  for (const moment of THREAT_MOMENTS) {
    add(fields, `threat.${moment}`, (record) => rateThreat(record as RecordOf<'threat'>, moment, methods));
  }
  return fields;
}

function add(
  fields: Map<string, ComputedField>,
  name: string,
  rate: (record: AnyRecord, trace: Trace) => Rating | 'unknown',
): void {
  for (const part of ['likelihood', 'rating', 'accept'] as const) {
    fields.set(`${name}.${part}`, (record, trace) => {
      const rating = rate(record, trace);
      return rating === 'unknown' ? rating : rating[part];
    });
  }
}

/** Before control and for 4.3 only the plain "acceptable" counts; what is left may be accepted with what the method asks. */
function isAcceptable(risk: RecordOf<'risk'>, moment: RiskMoment, rating: Rating): boolean {
  if (rating.accept === 'yes' || moment !== 'after') return rating.accept === 'yes';
  if (rating.accept === 'with-reason') return risk.fields['after-reason'] !== undefined;
  return rating.accept === 'with-benefit-risk' && risk.fields['benefit-risk'] !== undefined;
}
