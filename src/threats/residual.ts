/** What is left of a threat: its rating after control counts only once every control is proven, and never beyond that. */
import type { Method } from '../packs/index.js';
import type { Rating } from './rate.js';

export interface Residual {
  /** Which of the two ratings counts. */
  readonly counts: 'before' | 'after';
  readonly rating: Rating | 'unknown';
}

/** Until then it is as before, or as after where that is worse: a control that brings risk is not waited for. */
export function residualOf(
  method: Method | undefined,
  before: Rating | 'unknown',
  after: Rating | 'unknown',
  proven: boolean,
): Residual {
  if (proven || isWorse(after, before, method)) return { counts: 'after', rating: after };
  return { counts: 'before', rating: before };
}

function isWorse(after: Rating | 'unknown', before: Rating | 'unknown', method: Method | undefined): boolean {
  if (after === 'unknown' || before === 'unknown') return false;
  return rankOfLevel(method, after.rating) > rankOfLevel(method, before.rating);
}

/** @returns the place on the scale of levels, from lowest; -1 for a level that the method does not have */
export function rankOfLevel(method: Method | undefined, level: string): number {
  return method?.accept.findIndex((one) => one.level === level) ?? -1;
}

/** @returns the worst of several; `'unknown'` where there is none */
export function worstRating(ratings: readonly (Rating | 'unknown')[], method: Method | undefined): Rating | 'unknown' {
  const known = ratings.filter((rating): rating is Rating => rating !== 'unknown');
  const [worst] = known.toSorted((a, b) => rankOfLevel(method, b.rating) - rankOfLevel(method, a.rating));
  return worst ?? 'unknown';
}
