/** Runs the ten steps in their order: no step reads a later one, and no fact depends on evidence. */
import { cutToLoaded, type FactValues, type PackSet, type SafetyClass } from '../packs/index.js';
import {
  allRules,
  compareGaps,
  gapOf,
  isBarrierProven,
  rejections,
  ruleStates,
  runRules,
  undecidedRules,
  type UndecidedRules,
  type AskedProduct,
  type Fault,
  type Gap,
  type Person,
  type RuleInput,
  type RuleState,
} from '../rules/index.js';
import type { Problem, Reading } from '../records/index.js';
import type { Spot } from '../shapes/index.js';
import { candidatesOf, ratedFields, type Candidates, type Methods } from '../threats/index.js';
import { traceRecords, type CodeTag, type Trace } from '../trace/index.js';
import { readProofs, type Proofs } from './1-proofs.js';
import { NO_EVIDENCE, type Evidence } from './proofs/evidence.js';
import { whyControlNotProven } from './proven.js';
import { specialTests, type SpecialTests } from './special-tests/matrix.js';
import { readFacts, unknownFactFaults, type WrittenFact } from './2-facts.js';
import { classify, type Classes } from './3-class.js';
import { overheadOf, type OverheadLevel } from './5-overhead.js';
import { countObligations, obligationsOf, type Obligation, type ObligationCounts } from './6-obligations.js';
import { answerCriteria, type CriteriaContext, type CriterionAnswer } from './7-criteria.js';
import { productFound } from './7-gaps.js';
import { readDecisions, type Decisions } from './8-decisions.js';
import { isDue, statusOf, type Status } from './9-status.js';
import { effortOf, type EffortEstimate, type OwnRate } from './10-effort.js';
import { bearingGaps, indexOpenGaps, type OpenGaps } from './bearing-gaps.js';
import { countsOf } from './counts.js';
import { evidenceView } from './evidence-view.js';
import type { FactAnswer } from './fact-answer.js';
import type { FailedProduct, Failure } from './failures.js';
import { foreignLookup } from './foreign-lookup.js';
import { once } from './once.js';
import { toldOnce, type Teller } from './told-once.js';
import { unfinishedOf } from './unfinished.js';
import { countOf, type GapCount, type StrictnessLine } from './strictness.js';

export interface AssessInput {
  readonly reading: Reading;
  readonly tags: readonly CodeTag[];
  /** Paths of the project's files, for links to files. */
  readonly files: ReadonlySet<string>;
  readonly packs: PackSet;
  readonly methods: Methods;
  readonly profile: readonly WrittenFact[];
  /** Faults that reading the settings found. */
  readonly faults: readonly Fault[];
  readonly external: readonly string[];
  readonly prefixes: ReadonlyMap<string, string>;
  readonly people: readonly Person[];
  readonly projectSpot: Spot;
  /** Where the profile stands, for facts that nobody stated. */
  readonly profileSpot: Spot;
  /** No records stand behind the profile: it may say form and class itself. */
  readonly isBare: boolean;
  /** A day as `2026-11-23`: decisions end. */
  readonly date: string;
  readonly whatIf: FactValues;
  /** Name of a set of special-test criteria → level up to which it is asked; 1 where none is given. */
  readonly criteriaLevels?: ReadonlyMap<string, number>;
  /** Absent where nobody looked for evidence: then no result is current. */
  readonly evidence?: Evidence;
  /** How strictly gaps count outside, as the settings have it: nothing that is computed here depends on it. */
  readonly strictness: readonly StrictnessLine[];
  /** Rates of the effort model that the team set for itself, by row. */
  readonly rates: Readonly<Record<string, OwnRate>>;
}

export interface ObligationAnswer extends Obligation {
  readonly status: Status;
  readonly criteria: readonly CriterionAnswer[];
  readonly decisions: readonly string[];
  /** Criteria that a decision took out. */
  readonly decidedCriteria: ReadonlySet<string>;
  readonly byReference: number;
  /** Keys of the open gaps that bear on it. */
  readonly gaps: readonly string[];
  /** Records that count towards it. */
  readonly records: number;
  readonly hoursLeft: number;
}

export interface AssessedGap extends Gap, GapCount {
  /** Id of the decision that took it out, if one did. */
  readonly decision: string | undefined;
}

export interface Assessment {
  readonly trace: Trace;
  readonly packs: PackSet;
  readonly methods: Methods;
  readonly proofs: Proofs;
  /** Made when somebody asks. */
  readonly candidates: () => Candidates;
  /** Made when somebody asks. */
  readonly specialTests: () => SpecialTests;
  readonly isLoaded: (clause: string) => boolean;
  readonly profile: ReadonlyMap<string, FactAnswer>;
  readonly facts: FactValues;
  readonly classes: Classes;
  readonly overhead: OverheadLevel;
  readonly counts: ObligationCounts;
  readonly effort: EffortEstimate;
  readonly obligations: readonly ObligationAnswer[];
  /** In order of place and key; decided ones too. */
  readonly gaps: readonly AssessedGap[];
  readonly rules: ReadonlyMap<string, RuleState>;
  readonly strictness: readonly StrictnessLine[];
  /** As the settings name them. */
  readonly people: readonly Person[];
  readonly problems: readonly Problem[];
}

export function assess(input: AssessInput): Assessment {
  const { packs } = input;
  const isLoaded = loadedClauses(packs);
  const isForeign = foreignLookup(packs, new Set(allRules.map((rule) => rule.id)), input.files);
  const traced = traceRecords(input.reading, { ...input, isForeign });
  const trace = traced.trace.withComputed(ratedFields(input.methods));
  // 1
  const evidence = input.evidence ?? NO_EVIDENCE;
  const proofs = readProofs(trace, evidence, input.date);
  // 2
  const factInput = { ...input, table: packs.table, trace, written: input.profile };
  const structural = readFacts(2, factInput);
  // 3
  const asked = input.whatIf.get('safety-class') as SafetyClass | undefined;
  const classes = classify({ trace, methods: input.methods, bare: bareClass(input), whatIf: asked });
  // 4
  const before = new Map(structural.values).set('safety-class', classes.device);
  const harm = readFacts(4, factInput, before);
  const facts = harm.values;
  // 5
  const overhead = overheadOf(packs, facts, isBarrierProven(trace));
  // 6
  const obligationInput = { packs: packs.packs, facts, table: packs.table, classes, isLoaded };
  const obligations = obligationsOf(obligationInput);
  // 7 and 8: rules find gaps, decisions take some out, and what is left answers the criteria
  const faults = [
    ...input.faults,
    ...readingFaults(input.reading),
    ...traced.faults,
    ...structural.faults,
    ...harm.faults,
  ];
  const candidates = once(() =>
    candidatesOf({ trace, facts, table: packs.table, packs: packs.packs, rejectedBy: rejections(trace, input.date) }),
  );
  const decisions = readDecisions(trace, input.date);
  const special = once(() =>
    specialTests({
      trace,
      packs: packs.packs,
      classes,
      proofs,
      evidence,
      decisions,
      levels: input.criteriaLevels ?? new Map(),
      date: input.date,
    }),
  );
  const deciding = new Set([...overhead.missing, ...obligations.flatMap((obligation) => obligation.unknownFacts)]);
  const ruleInput: RuleInput = {
    trace,
    facts,
    factTable: packs.table,
    classes,
    overhead: { ...overhead, findings: overhead.findings.map((finding) => finding.id) },
    methods: input.methods,
    knownMethods: packs.methods,
    proofs: { ...proofs, whyControlNotProven: (control) => whyControlNotProven(control, trace, proofs) },
    evidence: evidenceView({ trace, evidence, date: input.date }),
    candidates,
    specialTests: special,
    people: input.people,
    asked: obligations.map(askedProduct),
    faults: [
      ...faults,
      ...unknownFactFaults(deciding, 'error', factInput),
      ...unknownFactFaults(
        new Set(overhead.missingForFindings.filter((id) => !deciding.has(id))),
        'warning',
        factInput,
      ),
    ],
    unfinished: (record) => unfinishedOf(record, packs.packs),
    isLoaded,
    date: input.date,
    projectSpot: input.projectSpot,
    factSpots: new Map(input.profile.map((fact) => [fact.id, fact.keySpot])),
  };
  const ruleGaps = runRules(ruleInput);
  const context = criteriaContext(input, {
    trace,
    proofs,
    facts,
    isLoaded,
    ruleGaps,
    decisions,
    undecided: undecidedRules(ruleInput),
  });
  // 9 and 10
  const effort = effortOf(packs, facts, countsOf(trace), input.rates);
  const judged = obligations.map((obligation) => judge(obligation, { context, decisions, effort, facts }));
  const told = productGaps(judged, ruleGaps, context, input.projectSpot);
  const gaps = [...ruleGaps, ...told.gaps]
    .map((gap) => assessedGap(gap, decisions.of(gap), countOf(gap, input.strictness)))
    .toSorted(compareGaps);
  const open = indexOpenGaps(gaps, new Set([...told.bearing.values()].flat()));
  return {
    trace,
    packs,
    methods: input.methods,
    proofs,
    candidates,
    specialTests: special,
    isLoaded,
    profile: new Map([...structural.answers, ...harm.answers]),
    facts,
    classes,
    overhead,
    counts: countObligations(obligationInput),
    effort,
    obligations: judged.map((one) => one.withGaps(open, told.bearing.get(one.failed.obligation) ?? [])),
    gaps,
    rules: ruleStates(ruleInput),
    strictness: input.strictness,
    people: input.people,
    problems: input.reading.problems,
  };
}

/** Every key, also those that may be absent: one that is new and not copied does not compile. */
type Whole<T> = { readonly [K in keyof Required<T>]: T[K] };

/** Key by key: there may be a hundred thousand, and spreading them took a tenth of the assessment. */
function assessedGap(gap: Gap, decision: string | undefined, count: GapCount): Whole<AssessedGap> {
  return {
    key: gap.key,
    rule: gap.rule,
    severity: gap.severity,
    because: gap.because,
    record: gap.record,
    message: gap.message,
    why: gap.why,
    fix: gap.fix,
    place: gap.place,
    basis: gap.basis,
    obligations: gap.obligations,
    related: gap.related,
    integrity: gap.integrity,
    decision,
    shown: count.shown,
    strictness: count.strictness,
    softenedBy: count.softenedBy,
  };
}

/** Remembers its answers: each gap asks for the clauses that it rests on. */
function loadedClauses(packs: PackSet): (clause: string) => boolean {
  const known = new Map<string, boolean>();
  return (clause) => {
    const isLoaded = known.get(clause) ?? cutToLoaded(packs, [clause]).length > 0;
    known.set(clause, isLoaded);
    return isLoaded;
  };
}

function askedProduct({ product, byClass, bySecurity }: Obligation): AskedProduct {
  const isFirm = [byClass, bySecurity].some(({ level }) => level === 'required' || level === 'partial');
  return { id: product.id, title: product.title, isFirm };
}

function bareClass(input: AssessInput): SafetyClass | undefined {
  const written = input.isBare ? input.profile.find((fact) => fact.id === 'safety-class')?.words : undefined;
  return written === 'A' || written === 'B' || written === 'C' ? written : undefined;
}

function readingFaults(reading: Reading): readonly Fault[] {
  return reading.faults.map((fault) => ({
    rule: fault.rule,
    subject: fault.record ?? `file:${fault.spot.source.path}`,
    record: fault.record,
    details: fault.detail === undefined ? [] : [fault.detail],
    spot: fault.spot,
    message: fault.message,
    todo: fault.todo,
    related: fault.related,
  }));
}

interface SoFar {
  readonly trace: Trace;
  readonly proofs: Proofs;
  readonly facts: FactValues;
  readonly isLoaded: (clause: string) => boolean;
  readonly ruleGaps: readonly Gap[];
  readonly decisions: Decisions;
  readonly undecided: UndecidedRules;
}

function criteriaContext(input: AssessInput, soFar: SoFar): CriteriaContext {
  const { packs } = input;
  const isExposed = soFar.facts.get('exposed');
  return {
    date: input.date,
    trace: soFar.trace,
    proofs: soFar.proofs,
    openGaps: soFar.ruleGaps.filter((gap) => soFar.decisions.of(gap) === undefined),
    knownRules: new Set(allRules.map((rule) => rule.id)),
    undecided: soFar.undecided,
    packs: packs.packs,
    selectors: new Map(packs.packs.flatMap((pack) => pack.selectors.map((selector) => [selector.id, selector]))),
    selected: new Map(),
    evidenceTypes: new Map(packs.packs.flatMap((pack) => pack.evidenceTypes.map((type) => [type.id, type]))),
    isLoaded: soFar.isLoaded,
    isExposed: typeof isExposed === 'boolean' ? isExposed : 'unknown',
    holds: (condition) => packs.table.conditions.holds(condition, soFar.facts),
  };
}

interface JudgeInput {
  readonly context: CriteriaContext;
  readonly decisions: Decisions;
  readonly effort: EffortEstimate;
  readonly facts: FactValues;
}

interface Judged {
  readonly failed: FailedProduct;
  /** @param telling keys of the gaps that tell what it lacks */
  withGaps(gaps: OpenGaps, telling: readonly string[]): ObligationAnswer;
}

function judge(obligation: Obligation, input: JudgeInput): Judged {
  const { context, decisions } = input;
  const { product, scope } = obligation;
  const answers = answerCriteria(obligation, context);
  const decidedBy = new Map(answers.map((answer) => [answer.criterion.id, decisionsOfPart(answer, scope, decisions)]));
  const decided = new Set([...decidedBy].filter(([, ids]) => ids.length > 0).map(([id]) => id));
  const notApplicable = decisions.ofProduct(product.id, scope);
  const phase = input.facts.get('life-phase');
  const status = statusOf({
    obligation,
    answers,
    decided,
    notApplicable,
    isDue: isDue(product, context.trace, phase === undefined ? 'unknown' : phase === 'on-the-market'),
  });
  const records = new Set(
    answers.filter((answer) => answer.criterion.ask !== 'approval').flatMap((answer) => answer.members),
  );
  return {
    failed: {
      obligation,
      status,
      asked: answers.filter((answer) => answer.decides && !decided.has(answer.criterion.id)),
    },
    withGaps: (gaps, telling) => ({
      ...obligation,
      status,
      criteria: answers,
      decisions: [...new Set([...notApplicable, ...[...decidedBy.values()].flat()])],
      decidedCriteria: decided,
      byReference: answers.reduce((sum, answer) => sum + answer.byReference, 0),
      gaps: bearingGaps(gaps, telling, answers),
      records: records.size,
      hoursLeft: hoursLeft(obligation, status, answers, input.effort),
    }),
  };
}

function decisionsOfPart(answer: CriterionAnswer, scope: string, decisions: Decisions): readonly string[] {
  const parts = [answer.criterion.id, ...answer.clauses];
  return parts.flatMap((part) => decisions.ofPart(part, scope));
}

interface ProductGaps {
  readonly gaps: readonly Gap[];
  /** Keys of the gaps that tell what a work product lacks. */
  readonly bearing: ReadonlyMap<Obligation, readonly string[]>;
}

function productGaps(
  judged: readonly Judged[],
  ruleGaps: readonly Gap[],
  context: CriteriaContext,
  projectSpot: Spot,
): ProductGaps {
  const { tellings, bearing } = toldOnce(
    judged.map((one) => one.failed),
    ruleGaps,
    context,
  );
  const gaps = new Map<Failure, Gap>();
  for (const telling of tellings) {
    const found = productFound(telling, context.trace);
    gaps.set(telling.failure, gapOf(incompleteRule, found, projectSpot, context.isLoaded));
  }
  const keyOf = (teller: Teller): readonly string[] =>
    typeof teller === 'string' ? [teller] : [gaps.get(teller)?.key ?? []].flat();
  return {
    gaps: [...gaps.values()],
    bearing: new Map([...bearing].map(([obligation, tellers]) => [obligation, [...tellers].flatMap(keyOf)])),
  };
}

const incompleteRule = findRule('work-product-incomplete');

function findRule(id: string): (typeof allRules)[number] {
  const rule = allRules.find((one) => one.id === id);
  if (!rule) throw new Error(`The rule ${id} has no file.`);
  return rule;
}

/** Hours of the product times the part of its criteria that are not answered with yes. */
function hoursLeft(
  obligation: Obligation,
  status: Status,
  answers: readonly CriterionAnswer[],
  effort: EffortEstimate,
): number {
  if (status === 'met' || status === 'not-applicable') return 0;
  const hours = hoursOf(effort, obligation.product.id);
  const asked = answers.filter((answer) => answer.decides);
  const open = asked.filter((answer) => answer.answer !== 'yes').length;
  return asked.length === 0 ? hours : Math.round(((hours * open) / asked.length) * 10) / 10;
}

/** Of both sides; while a deciding fact is not known, the upper end. */
function hoursOf(effort: EffortEstimate, product: string): number {
  const sides = effort.byProduct.get(product);
  if (!sides) return 0;
  return [sides.byClass, sides.security].reduce(
    (sum, hours) => sum + (hours.value === 'unknown' ? hours.high : hours.value),
    0,
  );
}
