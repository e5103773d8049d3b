/** Which statements count: a later one about the same run may replace one whose results map to other records by now. */
import { isSameRun, type Statement } from './statement.js';

/** A statement about another run replaces nothing, whatever it says. */
export function standingStatements<T extends { readonly sha256: string; readonly statement: Statement }>(
  stored: readonly T[],
): readonly T[] {
  const bySha = new Map(stored.map((one) => [one.sha256, one]));
  const replaced = new Set<string>();
  for (const { statement } of stored) {
    const earlier = bySha.get(statement.predicate.supersedes ?? '');
    if (earlier && isSameRun(earlier.statement, statement)) replaced.add(earlier.sha256);
  }
  return stored.filter(({ sha256 }) => !replaced.has(sha256));
}
