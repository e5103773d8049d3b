/** All gaps: those that rules found, and of work products what no rule tells, each with its decision and how strictly it counts. */
import { allRules, compareGaps, gapOf, type Gap } from '../rules/index.js';
import type { Spot } from '../shapes/index.js';
import type { Obligation } from './6-obligations.js';
import type { CriteriaContext } from './7-criteria.js';
import { productFound } from './7-gaps.js';
import type { Decisions } from './8-decisions.js';
import type { AssessedGap } from './assessment.js';
import type { Failure } from './failures.js';
import type { Judged } from './judge.js';
import { countOf, type GapCount, type StrictnessLine } from './strictness.js';
import { toldOnce, type Teller } from './told-once.js';

export interface AllGaps {
  /** In order of place and key; decided ones too. */
  readonly gaps: readonly AssessedGap[];
  /** Keys of the gaps that tell what a work product lacks. */
  readonly bearing: ReadonlyMap<Obligation, readonly string[]>;
}

interface GapsInput {
  readonly context: CriteriaContext;
  readonly decisions: Decisions;
  readonly strictness: readonly StrictnessLine[];
  readonly projectSpot: Spot;
}

export function allGaps(judged: readonly Judged[], ruleGaps: readonly Gap[], input: GapsInput): AllGaps {
  const { gaps, bearing } = productGaps(judged, ruleGaps, input);
  const all = [...ruleGaps, ...gaps]
    .map((gap) => assessedGap(gap, input.decisions.of(gap), countOf(gap, input.strictness)))
    .toSorted(compareGaps);
  return { gaps: all, bearing };
}

function productGaps(
  judged: readonly Judged[],
  ruleGaps: readonly Gap[],
  { context, projectSpot }: GapsInput,
): { readonly gaps: readonly Gap[]; readonly bearing: AllGaps['bearing'] } {
  const failed = judged.map((one) => one.failed);
  const { tellings, bearing } = toldOnce(failed, ruleGaps, context);
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
