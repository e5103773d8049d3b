/** What is known before a rule looks, in the steps 1 to 6: proofs, facts, class, overhead, and what is asked. */
import { cutToLoaded, type FactValues, type PackSet, type SafetyClass } from '../packs/index.js';
import { allRules, isBarrierProven, rejections, type Fault } from '../rules/index.js';
import { candidatesOf, ratedFields, type Candidates } from '../threats/index.js';
import { traceRecords, type Trace } from '../trace/index.js';
import { readProofs, type Proofs } from './1-proofs.js';
import { readFacts, unknownFactFaults, type FactInput } from './2-facts.js';
import { classify, type Classes } from './3-class.js';
import { overheadOf, type OverheadLevel } from './5-overhead.js';
import { countObligations, obligationsOf, type Obligation, type ObligationCounts } from './6-obligations.js';
import { readDecisions, type Decisions } from './8-decisions.js';
import type { AssessInput } from './assessment.js';
import type { FactAnswer } from './fact-answer.js';
import { foreignLookup } from './foreign-lookup.js';
import { once, onceFor } from '../shapes/index.js';
import { NO_EVIDENCE, type Evidence } from './proofs/evidence.js';
import { specialTests, type SpecialTests } from './special-tests/matrix.js';

export interface Known {
  /** With the ratings of threats. */
  readonly trace: Trace;
  readonly evidence: Evidence;
  readonly proofs: Proofs;
  readonly profile: ReadonlyMap<string, FactAnswer>;
  readonly facts: FactValues;
  readonly classes: Classes;
  readonly overhead: OverheadLevel;
  readonly obligations: readonly Obligation[];
  readonly counts: ObligationCounts;
  readonly decisions: Decisions;
  /** What reading and linking found wrong, and facts that decide and are not known. */
  readonly faults: readonly Fault[];
  readonly isLoaded: (clause: string) => boolean;
  /** Made when somebody asks. */
  readonly candidates: () => Candidates;
  /** Made when somebody asks. */
  readonly specialTests: () => SpecialTests;
}

export function knownOf(input: AssessInput): Known {
  const { packs, methods, date } = input;
  const isLoaded = loadedClauses(packs);
  const isForeign = foreignLookup(packs, new Set(allRules.map((rule) => rule.id)), input.files);
  const traced = traceRecords(input.reading, { ...input, isForeign });
  const trace = traced.trace.withComputed(ratedFields(methods));
  // 1
  const evidence = input.evidence ?? NO_EVIDENCE;
  const proofs = readProofs(trace, evidence, date);
  // 2
  const factInput = { ...input, table: packs.table, trace, written: input.profile };
  const structural = readFacts(2, factInput);
  // 3
  const asked = input.whatIf.get('safety-class') as SafetyClass | undefined;
  const classes = classify({ trace, methods, bare: bareClass(input), whatIf: asked });
  // 4
  const before = new Map(structural.values).set('safety-class', classes.device);
  const harm = readFacts(4, factInput, before);
  const facts = harm.values;
  // 5
  const overhead = overheadOf(packs, facts, isBarrierProven(trace));
  // 6
  const obligationInput = { packs: packs.packs, facts, table: packs.table, classes, isLoaded };
  const obligations = obligationsOf(obligationInput);

  const decisions = readDecisions(trace, date);
  return {
    trace,
    evidence,
    proofs,
    profile: new Map([...structural.answers, ...harm.answers]),
    facts,
    classes,
    overhead,
    obligations,
    counts: countObligations(obligationInput),
    decisions,
    faults: [
      ...traced.faults,
      ...structural.faults,
      ...harm.faults,
      ...openFactFaults(overhead, obligations, factInput),
    ],
    isLoaded,
    candidates: once(() =>
      candidatesOf({ trace, facts, table: packs.table, packs: packs.packs, rejectedBy: rejections(trace, date) }),
    ),
    specialTests: once(() =>
      specialTests({
        trace,
        packs: packs.packs,
        classes,
        proofs,
        evidence,
        decisions,
        levels: input.criteriaLevels ?? new Map(),
        date,
      }),
    ),
  };
}

/** Facts on which something asked depends, and nobody knows. */
function openFactFaults(
  { missing, missingForFindings }: OverheadLevel,
  obligations: readonly Obligation[],
  input: FactInput,
): readonly Fault[] {
  const deciding = new Set([...missing, ...obligations.flatMap(({ unknownFacts }) => unknownFacts)]);
  const telling = new Set(missingForFindings.filter((id) => !deciding.has(id)));
  return [...unknownFactFaults(deciding, 'error', input), ...unknownFactFaults(telling, 'warning', input)];
}

/** Remembers its answers: each gap asks for the clauses that it rests on. */
function loadedClauses(packs: PackSet): (clause: string) => boolean {
  return onceFor((clause: string) => cutToLoaded(packs, [clause]).length > 0);
}

function bareClass(input: AssessInput): SafetyClass | undefined {
  const written = input.isBare ? input.profile.find((fact) => fact.id === 'safety-class')?.words : undefined;
  return written === 'A' || written === 'B' || written === 'C' ? written : undefined;
}
