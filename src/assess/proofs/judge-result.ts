/** Whether one result was made of the content that stands there now: of the files, the test and what it verifies. */
import { isUntold, type Change, type Comparison } from './compare.js';
import type { Dependencies, FileSet } from './dependencies.js';
import type { Evidence } from './evidence.js';
import type { ProofResult } from './results.js';
import { contentHash } from './content-hash.js';

/** `carried`: files changed, and approved changes say why that cannot matter. */
export type Freshness =
  | { readonly is: 'current' }
  | { readonly is: 'carried'; readonly by: readonly string[] }
  | { readonly is: 'stale'; readonly because: string }
  | { readonly is: 'unknown'; readonly because: string };

export interface Judging {
  readonly evidence: Evidence;
  readonly comparison: Comparison;
  /** Ids of the approved changes over which the result may be carried, if they explain all that differs. */
  carriedBy(result: ProofResult, changes: readonly Change[]): readonly string[] | undefined;
}

export function judgeResult(result: ProofResult, on: Dependencies, judging: Judging): Freshness {
  return judgeRecords(result, on) ?? judgeFiles(result, on, judging);
}

function judgeRecords(result: ProofResult, { records }: Dependencies): Freshness | undefined {
  let unknown: Freshness | undefined;
  for (const record of records) {
    const then = result.contentOf(record);
    if (then === undefined) unknown ??= { is: 'unknown', because: `nobody can tell what ${record.id} said then` };
    else if (then !== contentHash(record)) return { is: 'stale', because: `${record.id} changed since` };
  }
  return result.unknown === undefined ? unknown : { is: 'unknown', because: result.unknown };
}

function judgeFiles(result: ProofResult, on: Dependencies, judging: Judging): Freshness {
  const now = judging.evidence.present();
  if (!now) return { is: 'unknown', because: 'Git cannot tell the files of today' };
  const then = result.files();
  if (!then) return { is: 'unknown', because: whyNoFiles(result) };
  const compared = judging.comparison.compare(then, now, withTagged(on, result.tagged));
  if (compared === 'same') return { is: 'current' };
  if (compared === 'empty') return { is: 'unknown', because: on.unknown ?? 'no file is known that it depends on' };
  const by = on.reach === 'unit' ? undefined : judging.carriedBy(result, compared);
  if (by) return on.unknown === undefined ? { is: 'carried', by } : { is: 'unknown', because: on.unknown };
  return { is: isUntold(compared) ? 'unknown' : 'stale', because: changeText(compared) };
}

function withTagged(on: Dependencies, tagged: readonly string[]): FileSet {
  const lost = tagged.filter((path) => !on.isIn(path));
  if (lost.length === 0) return on;
  return {
    key: JSON.stringify([on.key, lost]),
    isIn: (path) => on.isIn(path) || lost.includes(path),
    unknown: on.unknown,
  };
}

function whyNoFiles({ commit }: ProofResult): string {
  return commit === null
    ? 'it names no commit'
    : `the files of commit ${commit.slice(0, 10)} are neither stored nor in this clone, or of a build long ago`;
}

export function changeText(changes: readonly [Change, ...Change[]]): string {
  const [first, ...others] = changes;
  return `${oneChange(first)}${others.length > 0 ? ` and ${others.length} more files` : ''} since`;
}

function oneChange({ path, how, to }: Change): string {
  switch (how) {
    case 'changed':
      return `${path} changed`;
    case 'added':
      return `${path} was added`;
    case 'removed':
      return `${path} was removed`;
    case 'renamed':
      return `${path} was renamed to ${to ?? ''}`;
    case 'not-committed':
      return `${path} came in without a commit`;
    case 'untold':
      return `nobody can tell whether ${path}, or what it leads to, changed`;
  }
}
