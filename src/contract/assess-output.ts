/** The output of `medward assess`: profile, class, overhead, obligations (contract.md, assess). */
import {
  clausesOf,
  placesOf,
  STATUSES,
  type Assessment,
  type CriterionAnswer,
  type ObligationAnswer,
  type PlaceAnswer,
} from '../assess/index.js';
import { DEMANDS, WEIGHTS, type FactValue, type FactValues } from '../packs/index.js';
import { compareText } from '../shapes/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, either, integer, mapOf, nullable, number, object, oneOf, text, yesNo, type Schema } from './schema.js';

type SafetyClass = 'A' | 'B' | 'C';
export interface HoursOutput {
  readonly value: number | 'unknown';
  readonly low: number;
  readonly high: number;
}
export interface FactOutput {
  /** `unknown` where nobody stated it. */
  readonly value: FactValue;
  readonly source: 'declared' | 'derived' | 'default';
  readonly declared: FactValue | null;
  readonly derived: FactValue | null;
  readonly from: readonly string[];
}
export interface SafetyClassOutput {
  readonly class: SafetyClass;
  readonly declared: SafetyClass | null;
  readonly computed: SafetyClass;
  readonly basis: 'default' | 'analysis' | 'declared';
  readonly path: readonly string[];
  readonly bySystem: Readonly<Record<string, SafetyClass>>;
}
export interface OverheadOutput {
  readonly level: string;
  readonly possible: readonly string[];
  readonly flags: readonly string[];
  readonly findings: readonly string[];
  readonly rule: string | null;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  readonly withoutBarrier: string | null;
  readonly workProducts: Assessment['counts']['workProducts'];
  readonly clauses: Assessment['counts']['clauses'];
  readonly hours: { readonly byClass: HoursOutput; readonly security: HoursOutput };
  readonly ratio: number | null;
  /** Worked examples whose counts stand in for a project without records. */
  readonly references: readonly string[];
}
export interface ObligationOutput {
  readonly id: string;
  readonly scope: string;
  readonly title: string;
  readonly group: string;
  readonly place: string;
  readonly byClass: string;
  readonly bySecurity: string;
  readonly because: string;
  readonly clauses: { readonly safetyClass: readonly string[]; readonly cybersecurity: readonly string[] };
  readonly weight: string;
  readonly criteria: readonly {
    readonly id: string;
    readonly ask: string;
    readonly answer: 'yes' | 'no' | 'unknown';
    readonly counted: number;
    readonly failed: readonly string[];
    readonly decides: boolean;
    readonly partial: boolean;
    readonly clauses: readonly string[];
  }[];
  readonly status: string;
  readonly decisions: readonly string[];
  readonly byReference: number;
  readonly gaps: readonly string[];
  readonly records: number;
  readonly hoursLeft: number;
}
export interface WhatIfOutput {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly safetyClass: SafetyClassOutput;
  readonly overhead: OverheadOutput;
  readonly changed: readonly {
    readonly id: string;
    readonly scope: string;
    readonly before: string;
    readonly after: string;
  }[];
}
export interface AssessOutput extends Identity {
  readonly profile: Readonly<Record<string, FactOutput>>;
  readonly safetyClass: SafetyClassOutput;
  readonly overhead: OverheadOutput;
  readonly obligations: readonly ObligationOutput[];
  readonly whatIf: WhatIfOutput | null;
  /** With `--by-place`. */
  readonly byPlace: readonly PlaceOutput[] | null;
  /** With `--by-clause PACK`. */
  readonly byClause: ByClauseOutput | null;
}
export interface PlaceOutput {
  readonly place: string;
  readonly classAsks: number;
  readonly securityAdds: number;
  readonly have: number;
  readonly proven: number;
  readonly unknown: number;
  readonly hoursLeft: number;
  readonly obligations: readonly { readonly id: string; readonly scope: string }[];
}
export interface ByClauseOutput {
  readonly pack: string;
  readonly clauses: readonly {
    readonly id: string;
    readonly title: string;
    readonly asked: string;
    readonly status: string;
    readonly criteria: readonly {
      readonly obligation: string;
      readonly scope: string;
      readonly id: string;
      readonly answer: string;
      readonly isDecided: boolean;
    }[];
  }[];
}

export interface WhatIf {
  readonly facts: FactValues;
  readonly assessment: Assessment;
}

export interface AssessOptions {
  readonly whatIf?: WhatIf | undefined;
  readonly system?: string | undefined;
  readonly byPlace?: boolean;
  /** Name of a loaded pack. */
  readonly byClause?: string | undefined;
}

/** @param system id of a software system: only its obligations and those of the device */
export function assessOutput(assessment: Assessment, subject: Subject, options: AssessOptions = {}): AssessOutput {
  const fits = (one: ObligationAnswer): boolean =>
    options.system === undefined || one.scope === 'device' || one.scope === options.system;
  return {
    ...identityOf('assess', subject),
    profile: Object.fromEntries(
      [...assessment.profile].toSorted(([a], [b]) => compareText(a, b)).map(([id, answer]) => [id, factOutput(answer)]),
    ),
    safetyClass: safetyClassOutput(assessment),
    overhead: overheadOutput(assessment),
    obligations: inOrder(assessment.obligations.filter(fits)).map(obligationOutput),
    whatIf: options.whatIf ? whatIfOutput(assessment, options.whatIf) : null,
    byPlace: options.byPlace ? placesOf(assessment).map(placeOutput) : null,
    byClause: options.byClause === undefined ? null : byClauseOutput(assessment, options.byClause),
  };
}

function placeOutput(one: PlaceAnswer): PlaceOutput {
  const obligations = inOrder(one.obligations).map(({ product, scope }) => ({ id: product.id, scope }));
  return { ...one, hoursLeft: round(one.hoursLeft), obligations };
}

function byClauseOutput(assessment: Assessment, pack: string): ByClauseOutput {
  const clauses = clausesOf(assessment, pack).map(({ clause, ...answer }) => ({ ...answer, title: clause.title }));
  return { pack, clauses };
}

function factOutput(answer: Assessment['profile'] extends ReadonlyMap<string, infer A> ? A : never): FactOutput {
  return {
    value: answer.value ?? 'unknown',
    source: answer.source,
    declared: answer.declared ?? null,
    derived: answer.derived ?? null,
    from: answer.from,
  };
}

function safetyClassOutput({ classes }: Assessment): SafetyClassOutput {
  return {
    class: classes.device,
    declared: classes.declared ?? null,
    computed: classes.computed,
    basis: classes.basis,
    path: classes.path,
    bySystem: Object.fromEntries(classes.systems.filter((one) => one.system).map((one) => [one.id, one.class])),
  };
}

function overheadOutput({ overhead, counts, effort }: Assessment): OverheadOutput {
  return {
    level: overhead.level,
    possible: overhead.possible,
    flags: overhead.flags,
    findings: overhead.findings.filter((finding) => finding.severity !== undefined).map((finding) => finding.id),
    rule: overhead.rule,
    reasons: overhead.reasons,
    missing: overhead.missing,
    withoutBarrier: overhead.withoutBarrier,
    workProducts: counts.workProducts,
    clauses: counts.clauses,
    hours: { byClass: hoursOutput(effort.byClass), security: hoursOutput(effort.security) },
    ratio: effort.ratio === null ? null : round(effort.ratio, 3),
    references: effort.references,
  };
}

function hoursOutput(hours: HoursOutput): HoursOutput {
  return {
    value: hours.value === 'unknown' ? hours.value : round(hours.value),
    low: round(hours.low),
    high: round(hours.high),
  };
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

function inOrder(obligations: readonly ObligationAnswer[]): readonly ObligationAnswer[] {
  return obligations.toSorted((a, b) => compareText(a.product.id, b.product.id) || compareText(a.scope, b.scope));
}

function obligationOutput(one: ObligationAnswer): ObligationOutput {
  return {
    id: one.product.id,
    scope: one.scope,
    title: one.product.title,
    group: one.product.group,
    place: one.product.place,
    byClass: one.byClass.level,
    bySecurity: one.bySecurity.level,
    because: one.because,
    clauses: { safetyClass: one.byClass.clauses, cybersecurity: one.bySecurity.clauses },
    weight: one.weight,
    criteria: one.criteria.map(criterionOutput),
    status: one.status,
    decisions: one.decisions,
    byReference: one.byReference,
    gaps: one.gaps,
    records: one.records,
    hoursLeft: one.hoursLeft,
  };
}

function criterionOutput(answer: CriterionAnswer): ObligationOutput['criteria'][number] {
  return {
    id: answer.criterion.id,
    ask: answer.criterion.ask,
    answer: answer.answer,
    counted: answer.counted,
    failed: answer.failed,
    decides: answer.decides,
    partial: answer.partial,
    clauses: answer.clauses,
  };
}

function whatIfOutput(before: Assessment, { facts, assessment: after }: WhatIf): WhatIfOutput {
  return {
    facts: Object.fromEntries(facts),
    safetyClass: safetyClassOutput(after),
    overhead: overheadOutput(after),
    changed: changedObligations(before, after),
  };
}

/** What appears, vanishes or is asked at another depth, in words such as `required/partial`. */
function changedObligations(before: Assessment, after: Assessment): WhatIfOutput['changed'] {
  const depth = (one: ObligationAnswer | undefined): string =>
    one ? `${one.byClass.level}/${one.bySecurity.level}` : 'none/none';
  const find = (all: readonly ObligationAnswer[], like: ObligationAnswer): ObligationAnswer | undefined =>
    all.find((one) => one.product.id === like.product.id && one.scope === like.scope);
  const gone = before.obligations.filter((one) => !find(after.obligations, one));
  return inOrder([...after.obligations, ...gone])
    .map((one) => ({
      id: one.product.id,
      scope: one.scope,
      before: depth(find(before.obligations, one)),
      after: depth(find(after.obligations, one)),
    }))
    .filter((change) => change.before !== change.after);
}

const factValue = either(text, yesNo, number, array(text));
const safetyClass = oneOf('A', 'B', 'C');
const hours = object({ value: either(number, { const: 'unknown' }), low: number, high: number });
const safetyClassSchema = object({
  class: safetyClass,
  declared: nullable(safetyClass),
  computed: safetyClass,
  basis: oneOf('default', 'analysis', 'declared'),
  path: array(text),
  bySystem: mapOf(safetyClass),
});
const level = oneOf('none', 'limited', 'important', 'very-high', 'unknown');
const overheadSchema = object({
  level,
  possible: array(level),
  flags: array(text),
  findings: array(text),
  rule: nullable(text),
  reasons: array(text),
  missing: array(text),
  withoutBarrier: nullable(level),
  workProducts: object({ byClass: integer, added: integer, deepened: integer }),
  clauses: object({
    byClass: integer,
    lifted: integer,
    byStrength: object({ required: integer, expected: integer, analogy: integer }),
  }),
  hours: object({ byClass: hours, security: hours }),
  ratio: nullable(number),
  references: array(text),
});
const demand = oneOf(...DEMANDS);
const obligationSchema = object({
  id: text,
  scope: text,
  title: text,
  group: text,
  place: text,
  byClass: demand,
  bySecurity: demand,
  because: oneOf('safety-class', 'cybersecurity', 'both'),
  clauses: object({ safetyClass: array(text), cybersecurity: array(text) }),
  weight: oneOf(...WEIGHTS),
  criteria: array(
    object({
      id: text,
      ask: text,
      answer: oneOf('yes', 'no', 'unknown'),
      counted: integer,
      failed: array(text),
      decides: yesNo,
      partial: yesNo,
      clauses: array(text),
    }),
  ),
  status: oneOf(...STATUSES),
  decisions: array(text),
  byReference: integer,
  gaps: array(text),
  records: integer,
  hoursLeft: number,
});

export const assessSchema: Schema = withIdentity('assess', {
  profile: mapOf(
    object({
      value: factValue,
      source: oneOf('declared', 'derived', 'default'),
      declared: nullable(factValue),
      derived: nullable(factValue),
      from: array(text),
    }),
  ),
  safetyClass: safetyClassSchema,
  overhead: overheadSchema,
  obligations: array(obligationSchema),
  whatIf: nullable(
    object({
      facts: mapOf(factValue),
      safetyClass: safetyClassSchema,
      overhead: overheadSchema,
      changed: array(object({ id: text, scope: text, before: text, after: text })),
    }),
  ),
  byPlace: nullable(
    array(
      object({
        place: text,
        classAsks: integer,
        securityAdds: integer,
        have: integer,
        proven: integer,
        unknown: integer,
        hoursLeft: number,
        obligations: array(object({ id: text, scope: text })),
      }),
    ),
  ),
  byClause: nullable(
    object({
      pack: text,
      clauses: array(
        object({
          id: text,
          title: text,
          asked: oneOf('by-class', 'by-security', 'every-device', 'not-asked'),
          status: oneOf('met', 'open', 'unknown', 'empty', 'none', 'not-asked'),
          criteria: array(
            object({
              obligation: text,
              scope: text,
              id: text,
              answer: oneOf('yes', 'no', 'unknown'),
              isDecided: yesNo,
            }),
          ),
        }),
      ),
    }),
  ),
});
