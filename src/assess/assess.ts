/** Runs the ten steps in their order: no step reads a later one, and no fact depends on evidence. */
import { allRules, ruleStates, runRules, undecidedRules, type Gap, type UndecidedRules } from '../rules/index.js';
import type { CriteriaContext } from './7-criteria.js';
import { effortOf } from './10-effort.js';
import { allGaps } from './all-gaps.js';
import type { AssessInput, Assessment } from './assessment.js';
import { indexOpenGaps } from './bearing-gaps.js';
import { countsOf } from './counts.js';
import { judge } from './judge.js';
import { knownOf, type Known } from './known.js';
import { ruleInputOf } from './rule-input.js';

export function assess(input: AssessInput): Assessment {
  const { packs } = input;
  // 1 to 6
  const known = knownOf(input);
  const { trace, facts, decisions } = known;
  // 7 and 8: rules find gaps, decisions take some out, and what is left answers the criteria
  const ruleInput = ruleInputOf(input, known);
  const ruleGaps = runRules(ruleInput);
  const undecided = undecidedRules(ruleInput);
  const context = criteriaContext(input, known, ruleGaps, undecided);
  // 9 and 10
  const effort = effortOf(packs, facts, countsOf(trace), input.rates);
  const judged = known.obligations.map((obligation) => judge(obligation, { context, decisions, effort, facts }));
  const { gaps, bearing } = allGaps(judged, ruleGaps, { ...input, context, decisions });
  const open = indexOpenGaps(gaps, new Set([...bearing.values()].flat()));
  return {
    trace,
    packs,
    methods: input.methods,
    proofs: known.proofs,
    candidates: known.candidates,
    specialTests: known.specialTests,
    isLoaded: known.isLoaded,
    profile: known.profile,
    facts,
    classes: known.classes,
    overhead: known.overhead,
    counts: known.counts,
    effort,
    obligations: judged.map((one) => one.withGaps(open, bearing.get(one.failed.obligation) ?? [])),
    gaps,
    rules: ruleStates(ruleInput, undecided),
    strictness: input.strictness,
    people: input.people,
    problems: input.reading.problems,
  };
}

function criteriaContext(
  { packs: { packs, table }, date }: AssessInput,
  { trace, proofs, facts, isLoaded, decisions }: Known,
  ruleGaps: readonly Gap[],
  undecided: UndecidedRules,
): CriteriaContext {
  const isExposed = facts.get('exposed');
  return {
    date,
    trace,
    proofs,
    openGaps: ruleGaps.filter((gap) => decisions.of(gap) === undefined),
    knownRules: new Set(allRules.map((rule) => rule.id)),
    undecided,
    packs,
    selectors: new Map(packs.flatMap((pack) => pack.selectors.map((selector) => [selector.id, selector]))),
    selected: new Map(),
    evidenceTypes: new Map(packs.flatMap((pack) => pack.evidenceTypes.map((type) => [type.id, type]))),
    isLoaded,
    isExposed: typeof isExposed === 'boolean' ? isExposed : 'unknown',
    holds: (condition) => table.conditions.holds(condition, facts),
  };
}
