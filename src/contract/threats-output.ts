/** The output of `medward threats`: the register with crossings, before, after, proven or not (contract.md, threats). */
import { whyNotProven, type Assessment } from '../assess/index.js';
import type { RecordOf } from '../records/index.js';
import { rateThreat, residualOf, type ThreatMoment } from '../threats/index.js';
import {
  candidateCounts,
  candidateCountsSchema,
  candidateOutput,
  candidateSchema,
  type CandidateCounts,
  type CandidateOutput,
} from './candidates-output.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, integer, nullable, object, oneOf, text, yesNo, type Schema } from './schema.js';

export interface RatingOutput {
  /** Step of the method, such as `E5`; `unknown` where a metric is missing. */
  readonly exploitability: string;
  readonly severity: string;
  readonly rating: string;
  readonly accept: string;
}

export interface ThreatsOutput extends Identity {
  readonly flows: number;
  /** Flows that cross at least one boundary. */
  readonly crossings: number;
  readonly method: { readonly id: string; readonly version: string } | null;
  readonly threats: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly before: RatingOutput;
    readonly after: RatingOutput;
    /** Every control has requirements and tests with passed, current results; else the residual rating is a claim. */
    readonly proven: boolean;
    /** What breaks the way from the threat to results, in whole phrases; none if it is proven. */
    readonly causes: readonly string[];
    /** The rating that counts today, and which of the two it is. */
    readonly residual: { readonly counts: string; readonly rating: string; readonly accept: string };
    readonly multiPatient: boolean;
    readonly targets: readonly string[];
    readonly controls: readonly string[];
    readonly hazards: readonly string[];
  }[];
  /** Open ones, most relevant first. */
  readonly candidates: readonly CandidateOutput[];
  readonly candidateCounts: CandidateCounts;
}

export function threatsOutput(assessment: Assessment, subject: Subject): ThreatsOutput {
  const { trace, methods } = assessment;
  const flows = trace.all('flow');
  const candidates = assessment.candidates();
  return {
    ...identityOf('threats', subject),
    flows: flows.length,
    crossings: flows.filter((flow) => crosses(trace.computed(flow, 'crosses'))).length,
    method: methods.security ? { id: methods.security.id, version: methods.security.version } : null,
    threats: trace.all('threat').map((threat) => threatOutput(threat, assessment)),
    candidates: candidates.open.map((candidate) => candidateOutput(candidate, assessment.packs)),
    candidateCounts: candidateCounts(candidates),
  };
}

function crosses(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function threatOutput(threat: RecordOf<'threat'>, assessment: Assessment): ThreatsOutput['threats'][number] {
  const { trace } = assessment;
  const causes = whyNotProven(threat, trace, assessment.proofs);
  const proven = causes.length === 0;
  const idsOf = (name: string): readonly string[] => trace.linked(threat, name).map((record) => record.id);
  return {
    id: threat.id,
    title: threat.fields.title ?? null,
    before: ratingOutput(threat, 'before', assessment),
    after: ratingOutput(threat, 'after', assessment),
    proven,
    causes,
    residual: residualOutput(threat, proven, assessment),
    multiPatient: threat.fields.before?.['multi-patient'] ?? false,
    targets: idsOf('targets'),
    controls: idsOf('controls'),
    hazards: idsOf('hazards'),
  };
}

function ratingOutput(threat: RecordOf<'threat'>, moment: ThreatMoment, { methods }: Assessment): RatingOutput {
  const rating = rateThreat(threat, moment, methods);
  if (rating === 'unknown') {
    return {
      exploitability: 'unknown',
      severity: threat.fields[moment]?.severity ?? 'unknown',
      rating: 'unknown',
      accept: 'unknown',
    };
  }
  return { exploitability: rating.likelihood, severity: rating.severity, rating: rating.rating, accept: rating.accept };
}

function residualOutput(
  threat: RecordOf<'threat'>,
  proven: boolean,
  { methods }: Assessment,
): ThreatsOutput['threats'][number]['residual'] {
  const [before, after] = [rateThreat(threat, 'before', methods), rateThreat(threat, 'after', methods)];
  const { counts, rating } = residualOf(methods.security, before, after, proven);
  if (rating === 'unknown') return { counts, rating, accept: 'unknown' };
  return { counts, rating: rating.rating, accept: rating.accept };
}

const rating = object({ exploitability: text, severity: text, rating: text, accept: text });

export const threatsSchema: Schema = withIdentity('threats', {
  flows: integer,
  crossings: integer,
  method: nullable(object({ id: text, version: text })),
  threats: array(
    object({
      id: text,
      title: nullable(text),
      before: rating,
      after: rating,
      proven: yesNo,
      causes: array(text),
      residual: object({ counts: oneOf('before', 'after'), rating: text, accept: text }),
      multiPatient: yesNo,
      targets: array(text),
      controls: array(text),
      hazards: array(text),
    }),
  ),
  candidates: array(candidateSchema),
  candidateCounts: candidateCountsSchema,
});
