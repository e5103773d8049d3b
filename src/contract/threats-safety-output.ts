/** The output of `medward threats --safety`: what security and safety owe each other, hazard by hazard and control by control. */
import { isProven, type Assessment } from '../assess/index.js';
import type { Method } from '../packs/index.js';
import type { AnyRecord, RecordOf } from '../records/index.js';
import { faultsOfDecision } from '../rules/index.js';
import { isSecurityControl } from '../trace/index.js';
import { rateRisk, rateThreat, residualOf, worstRating, type Rating } from '../threats/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, nullable, object, oneOf, text, yesNo, type Schema } from './schema.js';

export interface SafetyOutput extends Identity {
  readonly methods: { readonly safety: string | null; readonly security: string | null };
  readonly hazards: readonly HazardOutput[];
  /** Hazards by their level in the safety file (columns) and in the threat model (rows); `none`: nothing leads to it. */
  readonly matrix: {
    readonly safety: readonly string[];
    readonly security: readonly string[];
    readonly cells: readonly {
      readonly security: string;
      readonly safety: string;
      readonly hazards: readonly string[];
    }[];
  };
  readonly threatsWithoutHazard: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly harmTo: readonly string[];
  }[];
  readonly securityControls: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly effect: 'harms' | 'harmless' | 'unanswered';
    readonly why: string | null;
    readonly hazards: readonly string[];
    readonly answeredBy: readonly string[];
  }[];
  readonly safetyControls: readonly {
    readonly id: string;
    readonly title: string | null;
    /** Assets of the threat model that stand for it. */
    readonly assets: readonly string[];
    /** Threats against these, or against what it runs on. */
    readonly threats: readonly string[];
    readonly external: boolean;
  }[];
  /** What stays so high that somebody has to weigh it. */
  readonly toWeigh: readonly {
    readonly threat: string;
    readonly rating: string;
    readonly accept: string;
    readonly decision: string | null;
  }[];
}

export interface HazardOutput {
  readonly id: string;
  readonly title: string | null;
  readonly severity: string | null;
  readonly essentialPerformance: boolean;
  readonly risks: readonly string[];
  /** Worst of its risks, before and after control. */
  readonly safety: { readonly before: string; readonly after: string };
  readonly threats: readonly {
    readonly id: string;
    readonly severity: string | null;
    /** Less severe than the hazard; `reason` says why. */
    readonly belowHazard: boolean;
    readonly reason: string | null;
    readonly before: string;
    readonly residual: string;
    readonly proven: boolean;
  }[];
  /** Worst of its threats, before control and as it counts today. */
  readonly security: { readonly before: string; readonly residual: string };
}

export function safetyOutput(assessment: Assessment, subject: Subject): SafetyOutput {
  const { trace, methods } = assessment;
  const hazards = trace.all('hazard').map((hazard) => hazardOutput(hazard, assessment));
  const threats = trace.all('threat');
  return {
    ...identityOf('threats-safety', subject),
    methods: { safety: nameOf(methods.risk), security: nameOf(methods.security) },
    hazards,
    matrix: matrixOf(hazards, assessment),
    threatsWithoutHazard: threats
      .filter((threat) => trace.linked(threat, 'hazards').length === 0)
      .map(({ id, fields }) => ({ id, title: fields.title ?? null, harmTo: fields['harm-to'] ?? [] })),
    securityControls: trace
      .all('control')
      .filter(isSecurityControl)
      .map((control) => effectOf(control, assessment)),
    safetyControls: trace
      .all('control')
      .filter(({ fields }) => fields.domain?.includes('safety'))
      .map((control) => safetyControl(control, assessment)),
    toWeigh: threats.flatMap((threat) => toWeigh(threat, assessment, subject.date)),
  };
}

function nameOf(method: Method | undefined): string | null {
  return method ? `${method.id}@${method.version}` : null;
}

function hazardOutput(hazard: RecordOf<'hazard'>, assessment: Assessment): HazardOutput {
  const { trace, methods } = assessment;
  const risks = trace.linkedOf(hazard, 'risks', 'risk');
  const threats = trace.linkedOf(hazard, 'threats', 'threat').map((threat) => threatAt(threat, hazard, assessment));
  const worst = (moment: 'before' | 'after'): string =>
    levelOf(
      worstOrUnknown(
        risks.map((risk) => rateRisk(risk, moment, trace, methods)),
        methods.risk,
      ),
      risks.length,
    );
  return {
    id: hazard.id,
    title: hazard.fields.title ?? null,
    severity: hazard.fields.severity ?? null,
    essentialPerformance: hazard.fields['essential-performance'] ?? false,
    risks: risks.map((risk) => risk.id),
    safety: { before: worst('before'), after: worst('after') },
    threats: threats.map((one) => one.output),
    security: {
      before: levelOf(
        worstOrUnknown(
          threats.map((one) => one.before),
          methods.security,
        ),
        threats.length,
      ),
      residual: levelOf(
        worstOrUnknown(
          threats.map((one) => one.residual),
          methods.security,
        ),
        threats.length,
      ),
    },
  };
}

/** One that nobody rated may be the worst. */
function worstOrUnknown(ratings: readonly (Rating | 'unknown')[], method: Method | undefined): Rating | 'unknown' {
  return ratings.includes('unknown') ? 'unknown' : worstRating(ratings, method);
}

function levelOf(rating: Rating | 'unknown', count: number): string {
  if (count === 0) return 'none';
  return rating === 'unknown' ? rating : rating.rating;
}

interface ThreatAt {
  readonly before: Rating | 'unknown';
  readonly residual: Rating | 'unknown';
  readonly output: HazardOutput['threats'][number];
}

function threatAt(threat: RecordOf<'threat'>, hazard: RecordOf<'hazard'>, assessment: Assessment): ThreatAt {
  const { trace, methods, proofs } = assessment;
  const [before, after] = [rateThreat(threat, 'before', methods), rateThreat(threat, 'after', methods)];
  const proven = isProven(threat, trace, proofs);
  const { rating: residual } = residualOf(methods.security, before, after, proven);
  const severity = threat.fields.before?.severity;
  const scale = methods.security?.severity.map((step) => step.id) ?? [];
  const [own, worst] = [scale.indexOf(severity ?? ''), scale.indexOf(hazard.fields.severity ?? '')];
  const output = {
    id: threat.id,
    severity: severity ?? null,
    belowHazard: own >= 0 && worst >= 0 && own < worst,
    reason: threat.fields['severity-reason'] ?? threat.fields.before?.reason ?? null,
    before: levelOf(before, 1),
    residual: levelOf(residual, 1),
    proven,
  };
  return { before, residual, output };
}

function matrixOf(hazards: readonly HazardOutput[], { methods }: Assessment): SafetyOutput['matrix'] {
  const levels = (method: Method | undefined): readonly string[] => [
    'none',
    ...(method?.accept.map((one) => one.level) ?? []),
    'unknown',
  ];
  const [safety, security] = [levels(methods.risk), levels(methods.security)];
  const cells = security.flatMap((row) =>
    safety.map((column) => ({
      security: row,
      safety: column,
      hazards: hazards
        .filter((hazard) => hazard.security.residual === row && hazard.safety.after === column)
        .map((hazard) => hazard.id),
    })),
  );
  return { safety, security, cells: cells.filter((cell) => cell.hazards.length > 0) };
}

function effectOf(control: RecordOf<'control'>, { trace }: Assessment): SafetyOutput['securityControls'][number] {
  const effect = control.fields['safety-effect'];
  return {
    id: control.id,
    title: control.fields.title ?? null,
    effect: effect === undefined ? 'unanswered' : effect.harms ? 'harms' : 'harmless',
    why: effect?.why ?? null,
    hazards: trace.names(control, 'safety-effect.hazards'),
    answeredBy: trace.names(control, 'safety-effect.answered-by'),
  };
}

function safetyControl(control: RecordOf<'control'>, { trace }: Assessment): SafetyOutput['safetyControls'][number] {
  const assets = trace.linked(control, 'asset');
  const runsOn = trace.linked(control, 'realised-by').flatMap((one) => trace.linked(one, 'allocated-to'));
  const threats = new Set([...assets, ...runsOn].flatMap((one: AnyRecord) => trace.names(one, 'threats')));
  return {
    id: control.id,
    title: control.fields.title ?? null,
    assets: assets.map((asset) => asset.id),
    threats: [...threats].toSorted(),
    external: control.fields.external ?? false,
  };
}

function toWeigh(threat: RecordOf<'threat'>, { trace, methods }: Assessment, date: string): SafetyOutput['toWeigh'] {
  const rating = rateThreat(threat, 'after', methods);
  if (rating === 'unknown' || (rating.accept !== 'with-benefit-risk' && rating.accept !== 'no')) return [];
  const decision = trace
    .linkedOf(threat, 'accepted-by', 'decision')
    .find((one) => one.fields.type === 'benefit-risk' && faultsOfDecision(one, trace, date).length === 0);
  return [{ threat: threat.id, rating: rating.rating, accept: rating.accept, decision: decision?.id ?? null }];
}

const level = object({ before: text, after: text });

export const safetySchema: Schema = withIdentity('threats-safety', {
  methods: object({ safety: nullable(text), security: nullable(text) }),
  hazards: array(
    object({
      id: text,
      title: nullable(text),
      severity: nullable(text),
      essentialPerformance: yesNo,
      risks: array(text),
      safety: level,
      threats: array(
        object({
          id: text,
          severity: nullable(text),
          belowHazard: yesNo,
          reason: nullable(text),
          before: text,
          residual: text,
          proven: yesNo,
        }),
      ),
      security: object({ before: text, residual: text }),
    }),
  ),
  matrix: object({
    safety: array(text),
    security: array(text),
    cells: array(object({ security: text, safety: text, hazards: array(text) })),
  }),
  threatsWithoutHazard: array(object({ id: text, title: nullable(text), harmTo: array(text) })),
  securityControls: array(
    object({
      id: text,
      title: nullable(text),
      effect: oneOf('harms', 'harmless', 'unanswered'),
      why: nullable(text),
      hazards: array(text),
      answeredBy: array(text),
    }),
  ),
  safetyControls: array(
    object({ id: text, title: nullable(text), assets: array(text), threats: array(text), external: yesNo }),
  ),
  toWeigh: array(object({ threat: text, rating: text, accept: text, decision: nullable(text) })),
});
