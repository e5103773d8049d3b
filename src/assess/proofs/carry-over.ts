/**
 * Carries a result over changes that somebody approved and said why they cannot affect it (evidence.md, freshness).
 * Each file that differs must have come from its content then to its content now by such changes and no other way.
 */
import type { RecordOf } from '../../records/index.js';
import type { Trace } from '../../trace/index.js';
import type { Change } from './compare.js';
import type { Evidence, FileIds } from './evidence.js';
import type { ProofResult } from './results.js';

interface Step {
  readonly change: string;
  readonly before: FileIds;
  readonly after: FileIds;
}

interface Carrying {
  readonly trace: Trace;
  readonly evidence: Evidence;
  /** To which content. */
  readonly now: FileIds | undefined;
}

/** @returns ids of the changes, or `undefined` if something that differs is not explained by them */
export function carriedBy(
  test: RecordOf<'test'>,
  result: ProofResult,
  changes: readonly Change[],
  { trace, evidence, now }: Carrying,
): readonly string[] | undefined {
  const steps = trace.linkedOf(test, 'carried-over-by', 'change').filter(isApproved).flatMap(stepsOf(evidence));
  const then = result.files();
  if (steps.length === 0 || !then || !now) return undefined;
  const paths = changes.flatMap(({ path, to }) => (to === undefined ? [path] : [path, to]));
  const ways = paths.map((path) => wayOf(path, idAt(then, path), idAt(now, path), steps));
  return ways.every((way) => way !== undefined) ? [...new Set(ways.flat())] : undefined;
}

/** A change without a reason carries nothing, however often it was approved. */
function isApproved({ fields }: RecordOf<'change'>): boolean {
  const isDone = fields.state === 'approved' || fields.state === 'done' || fields.state === 'released';
  return (
    isDone &&
    fields['approved-by'] !== undefined &&
    fields['approved-on'] !== undefined &&
    fields['carry-over-reason'] !== undefined
  );
}

function stepsOf(evidence: Evidence): (change: RecordOf<'change'>) => readonly Step[] {
  return (change) =>
    (change.fields.commits ?? []).flatMap((commit) => {
      const [before, after] = [evidence.before(commit), evidence.at(commit)];
      return before && after ? [{ change: change.id, before, after }] : [];
    });
}

/** `none`: the file is not there; what nobody can tell leads nowhere. */
function idAt(files: FileIds, path: string): string | null {
  return files.has(path) ? (files.get(path) ?? null) : 'none';
}

function wayOf(
  path: string,
  from: string | null,
  to: string | null,
  steps: readonly Step[],
): readonly string[] | undefined {
  if (from === null || to === null) return undefined;
  const reached = new Map<string, readonly string[]>([[from, []]]);
  // Each round takes one change more; more rounds than changes can reach nothing new.
  for (const _ of steps) {
    for (const { change, before, after } of steps) {
      const way = reached.get(idAt(before, path) ?? '');
      const next = idAt(after, path);
      if (way && next !== null && !reached.has(next)) reached.set(next, [...way, change]);
    }
  }
  return reached.get(to);
}
