/** The order in which people read gaps: new ones, the most severe, and causes before what follows from them. */
import type { GapOutput } from '../contract/index.js';

const RANK = { error: 0, warning: 1, hint: 2 } as const;

/** Gaps of the same rank stay in their order. */
export function mostSevereFirst(gaps: readonly GapOutput[]): readonly GapOutput[] {
  return gaps.toSorted(
    (a, b) => Number(b.new) - Number(a.new) || RANK[a.severity] - RANK[b.severity] || rankOf(a) - rankOf(b),
  );
}

/** What stands at a record comes before the work products that lack it. */
function rankOf(gap: GapOutput): number {
  return gap.record === null && gap.key.includes('@work-product:') ? 1 : 0;
}
