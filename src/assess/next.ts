/** What to do first: release blockers, then most criteria closed per hour, causes before what follows from them. */
import type { AssessedGap, Assessment, ObligationAnswer } from './assessment.js';

export interface NextStep {
  readonly gap: AssessedGap;
  readonly blocks: boolean;
  /** Hours that are expected for it; the share of its work product, or a small record. */
  readonly hours: number;
  /** Obligations whose status it bears on. */
  readonly obligations: readonly string[];
  /** Obligations that bear on nothing else any more once it is closed. */
  readonly closes: readonly string[];
}

/** A single record or link, such as one test or one threat: the smallest rate of the model is of that size. */
const HOURS_OF_A_RECORD = 1;

// @implements SRS-518
export function nextSteps(assessment: Assessment): readonly NextStep[] {
  const open = assessment.gaps.filter((gap) => gap.decision === undefined);
  const bearing = new Map<string, ObligationAnswer[]>();
  for (const obligation of assessment.obligations) {
    for (const key of obligation.gaps) bearing.set(key, [...(bearing.get(key) ?? []), obligation]);
  }
  return open.map((gap) => stepOf(gap, bearing.get(gap.key) ?? [])).toSorted(compareSteps);
}

function stepOf(gap: AssessedGap, obligations: readonly ObligationAnswer[]): NextStep {
  const isProduct = gap.key.includes('@work-product:');
  const [own] = obligations;
  const share = own && own.gaps.length > 0 ? own.hoursLeft / own.gaps.length : HOURS_OF_A_RECORD;
  return {
    gap,
    blocks: gap.shown === 'error',
    hours: Math.max(0.5, Math.round((isProduct ? share : HOURS_OF_A_RECORD) * 10) / 10),
    obligations: obligations.map(nameOf),
    closes: obligations.filter((one) => one.gaps.length === 1).map(nameOf),
  };
}

function nameOf({ product, scope }: ObligationAnswer): string {
  return scope === 'device' ? product.id : `${product.id} (${scope})`;
}

/** What contradicts itself first: until it is solved every other answer may be wrong. */
function compareSteps(a: NextStep, b: NextStep): number {
  const rank = (step: NextStep): number =>
    step.gap.integrity ? 0 : step.blocks ? 1 : step.gap.shown === 'warning' ? 2 : 3;
  const worth = (step: NextStep): number => (step.closes.length * 3 + step.obligations.length + 0.1) / step.hours;
  return rank(a) - rank(b) || worth(b) - worth(a);
}
