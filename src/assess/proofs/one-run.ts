/** One run was of one content: a report that was added for two of them, such as one left over from before, proves neither. */
import type { Dependencies } from './dependencies.js';
import { judgeResult, type Freshness, type Judging } from './judge-result.js';
import type { ProofResult } from './results.js';

/** @param all of the test; a report that tells no time may be the same, letter by letter, of two runs, which somebody told apart */
export function judgeRun(
  result: ProofResult,
  all: readonly ProofResult[],
  on: Dependencies,
  judging: Judging,
): Freshness {
  const freshness = judgeResult(result, on, judging);
  const isCurrent = freshness.is === 'current' || freshness.is === 'carried';
  if (!isCurrent || result.outcome !== 'passed' || !result.told.has('date')) return freshness;
  const twin = all.find((other) => isOtherContent(result, other, on, judging));
  if (!twin) return freshness;
  const commit = twin.commit?.slice(0, 10) ?? 'no commit';
  return { is: 'unknown', because: `its report was added for ${commit} too, whose files differ: run it again` };
}

function isOtherContent(one: ProofResult, other: ProofResult, on: Dependencies, { comparison }: Judging): boolean {
  if (one === other || one.report === undefined || one.report !== other.report || one.at !== other.at) return false;
  const [here, there] = [one.files(), other.files()];
  if (!here || !there || here === there) return false;
  return comparison.compare(there, here, on) !== 'same';
}
