/** Which of several results of a test decides, and what that says of the content of today. */
import type { Assurance } from './evidence.js';
import type { Freshness } from './judge-result.js';
import { areOfOneMoment, type ProofResult } from './results.js';

/**
 * `none`: no result that says anything. `undated`: passed, but nobody can tell for which content; shown as unknown,
 * never as proof. `stale`: passed for content that changed since. `current`: passed for the content of today.
 */
export type ProofState = 'none' | 'failed' | 'stale' | 'undated' | 'current';

export interface Proof {
  readonly state: ProofState;
  /** In words that follow the id of the test, such as `was not run`. */
  readonly cause: string;
  /** The result that decides; absent where there is none. */
  readonly result: ProofResult | undefined;
  readonly assurance: Assurance | undefined;
  /** Passed only after it had failed on the same content: that may be luck. */
  readonly passedAfterFailure: boolean;
  /** Ids of the approved changes over which the result was carried. */
  readonly carriedBy: readonly string[];
  /** Where it is current: all results that passed for the content of today, newest first. One of them may tell more. */
  readonly passes: () => readonly ProofResult[];
}

export const NOT_RUN: Proof = {
  state: 'none',
  cause: 'has no result',
  result: undefined,
  assurance: undefined,
  passedAfterFailure: false,
  carriedBy: [],
  passes: () => [],
};

// @implements SRS-519
/**
 * What counts is the content of today: a pass of it proves, whatever other content did before or on another branch. A
 * failure counts against it unless it was of other content for sure, and of another moment; a pass after it on the same content
 * may be luck.
 * @param results newest first
 */
export function decide(
  results: readonly [ProofResult, ...ProofResult[]],
  freshnessOf: (result: ProofResult) => Freshness,
): Proof {
  const passed = results.find((result) => result.outcome === 'passed' && isCurrent(freshnessOf(result)));
  const newer = passed ? results.slice(0, results.indexOf(passed)) : results;
  const [newest] = results;
  const failed = newer.find(
    (result) => result.outcome === 'failed' && counts(result, { newest, passed, freshness: freshnessOf(result) }),
  );
  if (failed) return proof('failed', failureText(failed), failed);
  if (passed) {
    const isLuck = results.some((result) => result.outcome === 'failed' && freshnessOf(result).is === 'current');
    if (isLuck) {
      return {
        ...proof('undated', 'passed only after it had failed on the same content', passed),
        passedAfterFailure: true,
      };
    }
    const freshness = freshnessOf(passed);
    const passes = (): readonly ProofResult[] =>
      results.filter((result) => result.outcome === 'passed' && isCurrent(freshnessOf(result)));
    return { ...proof('current', currentText(passed, freshness), passed), carriedBy: carriersOf(freshness), passes };
  }
  if (newest.outcome === 'failed') return proof('failed', `${failureText(newest)}, and nothing newer passed`, newest);
  return unproven(results, freshnessOf);
}

/** Of several of the newest moment the one that is out of date for sure, whichever was stored under the lesser name. */
function unproven(
  [newest, ...older]: readonly [ProofResult, ...ProofResult[]],
  freshnessOf: (result: ProofResult) => Freshness,
): Proof {
  const judged = [newest, ...older.filter((result) => areOfOneMoment(result, newest))].map((result) => ({
    result,
    freshness: freshnessOf(result),
  }));
  const stale = judged.find(({ freshness }) => freshness.is === 'stale');
  if (stale?.freshness.is === 'stale')
    return proof('stale', `is out of date: ${stale.freshness.because}`, stale.result);
  const freshness = freshnessOf(newest);
  return proof(
    'undated',
    `passed, but ${freshness.is === 'unknown' ? freshness.because : 'nobody knows for what'}`,
    newest,
  );
}

interface Against {
  readonly newest: ProofResult;
  readonly passed: ProofResult | undefined;
  readonly freshness: Freshness;
}

/**
 * A failure of content that nobody can tell stands until something newer passed. What carries an older pass to the content
 * of today carries a failure as well. Of one moment nobody can tell which came last.
 */
function counts(result: ProofResult, { newest, passed, freshness }: Against): boolean {
  if (isCurrent(freshness) || (passed && areOfOneMoment(result, passed))) return true;
  return freshness.is === 'unknown' && areOfOneMoment(result, newest);
}

function isCurrent(freshness: Freshness): boolean {
  return freshness.is === 'current' || freshness.is === 'carried';
}

function carriersOf(freshness: Freshness): readonly string[] {
  return freshness.is === 'carried' ? freshness.by : [];
}

export function proof(state: ProofState, cause: string, result: ProofResult): Proof {
  return {
    state,
    cause,
    result,
    assurance: result.assurance,
    passedAfterFailure: false,
    carriedBy: [],
    passes: () => [],
  };
}

function failureText(result: ProofResult): string {
  return result.at === '' ? 'failed' : `failed on ${dayOf(result)}`;
}

function dayOf({ at, isTimeByHand }: ProofResult): string {
  return `${at.slice(0, 'yyyy-mm-dd'.length)}${isTimeByHand ? ' (as somebody told)' : ''}`;
}

function currentText(result: ProofResult, freshness: Freshness): string {
  const carried = freshness.is === 'carried' ? `, carried over by ${freshness.by.join(', ')}` : '';
  return `passed on ${dayOf(result)} for the content of today${carried}`;
}
