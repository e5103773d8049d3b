/** Whether a test passed on the files of a commit, such as that of a release, whatever came later. */
import { isUntold, type Change, type Comparison } from './compare.js';
import type { Dependencies } from './dependencies.js';
import type { Evidence } from './evidence.js';
import { areOfOneMoment, type ProofResult } from './results.js';

interface RanOnInput {
  readonly evidence: Evidence;
  readonly comparison: Comparison;
  /** Whether approved changes explain all that differs at the commit. */
  isCarried(result: ProofResult, changes: readonly Change[]): boolean;
}

/**
 * @param results newest first
 * @returns `unknown` if a result of files that nobody can tell may be of these, or if a pass came only after a failure
 */
export function ranOn(
  results: readonly ProofResult[],
  commit: string,
  on: Dependencies,
  input: RanOnInput,
): boolean | 'unknown' {
  const judged = results.map((result) => ({ result, isOn: isOnFiles(result, commit, on, input) }));
  const newest = judged.find(({ isOn }) => isOn === true);
  if (!newest) return judged.some(({ isOn }) => isOn === 'unknown') && 'unknown';
  if (newest.result.outcome === 'failed') return false;
  const at = judged.indexOf(newest);
  const mayHaveFailed = judged.some(
    ({ result, isOn }, index) =>
      result.outcome === 'failed' &&
      (isOn === true || (isOn === 'unknown' && index < at) || areOfOneMoment(result, newest.result)),
  );
  return mayHaveFailed || input.evidence.touched.length > 0 ? 'unknown' : true;
}

function isOnFiles(result: ProofResult, commit: string, on: Dependencies, input: RanOnInput): boolean | 'unknown' {
  const { evidence, comparison } = input;
  if (result.unknown !== undefined) return 'unknown';
  if (result.commit !== null && isSameCommit(result.commit, commit)) return true;
  const [then, released] = [result.files(), evidence.at(commit)];
  if (!then || !released) return 'unknown';
  const compared = comparison.compare(then, released, on);
  if (compared === 'empty') return 'unknown';
  if (compared === 'same') return true;
  if (!input.isCarried(result, compared)) return isUntold(compared) ? 'unknown' : false;
  return on.unknown === undefined ? true : 'unknown';
}

/** People write commits short; seven digits are the least that Git itself gives. */
function isSameCommit(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 7 && (a.startsWith(b) || b.startsWith(a));
}
