/** What statements say of each record that tests name: for step 1 of the assessment, which judges whether it is current. */
import { dayOf } from './read-report.js';
import type { MappedResult } from './collect-report.js';
import type { Statement } from './statement.js';

export interface RecordResult {
  /** Id of the record that the tests name. */
  readonly id: string;
  readonly outcome: MappedResult['outcome'];
  /** `false` whatever the outcome, if the run was cut short or crashed, or only a re-run passed. */
  readonly proves: boolean;
  /** Day of the run as the report says, else of the import. */
  readonly date: string;
  readonly commit: string | null;
  /** SHA-256 of the list of inputs (path → blob id) of that commit; `null`: unknown, so the result is never current. */
  readonly inputs: string | null;
  /** Path of the statement, and place in the report. */
  readonly statement: string;
  readonly report: string;
  readonly line: number | null;
}

/** @returns per record all results, newest first; of one day those that passed last, so that a failure is seen first */
export function testResults(
  stored: readonly { readonly path: string; readonly statement: Statement }[],
): ReadonlyMap<string, readonly RecordResult[]> {
  const results = new Map<string, RecordResult[]>();
  for (const { path, statement } of stored) {
    for (const mapped of statement.predicate.records) {
      const list = results.get(mapped.id) ?? [];
      results.set(mapped.id, list);
      list.push(resultOf(path, statement, mapped));
    }
  }
  for (const list of results.values()) list.sort(newestFirst);
  return results;
}

function resultOf(path: string, { predicate }: Statement, mapped: MappedResult): RecordResult {
  const { commit, report } = predicate;
  const isClean = commit !== null && !commit.dirty;
  return {
    id: mapped.id,
    outcome: mapped.outcome,
    proves: mapped.outcome === 'passed' && predicate.complete === true,
    date: dayOf(predicate.ranAt) ?? predicate.addedOn,
    commit: commit?.id ?? null,
    inputs: isClean ? predicate.inputs : null,
    statement: path,
    report: report.sha256,
    line: mapped.line,
  };
}

function newestFirst(a: RecordResult, b: RecordResult): number {
  const byDate = a.date < b.date ? 1 : a.date > b.date ? -1 : 0;
  const byOutcome = Number(a.outcome === 'passed') - Number(b.outcome === 'passed');
  return byDate || byOutcome || (a.statement < b.statement ? -1 : 1);
}
