/** What statements say of each record that tests name: for step 1 of the assessment, which judges whether it is current. */
import { momentOf } from './moment.js';
import type { MappedResult } from './collect-report.js';
import type { Statement } from './statement.js';

export interface RecordResult {
  /** Id of the record that the tests name. */
  readonly id: string;
  readonly outcome: MappedResult['outcome'];
  /** `false` whatever the outcome, if the run was cut short or crashed, or only a re-run passed. */
  readonly proves: boolean;
  /** When it ran as the report says, else the day of the import: `2026-11-23` or `2026-11-23T10:00:00.000Z`. */
  readonly at: string;
  readonly commit: string | null;
  /** Why nobody can tell which content was tested. */
  readonly unknown: string | undefined;
  /** Id of a record → hash of what it said when the result was added, without its links. */
  readonly contents: ReadonlyMap<string, string>;
  /** What the statement tells of the run: version, configuration, tool, tool version, date, tester. */
  readonly told: ReadonlySet<string>;
  /** Files that said by a tag that they belong to the test. */
  readonly tagged: readonly string[];
  /** SHA-256 of the list of inputs (path → blob id) of that commit; `null`: unknown, so the result is never current. */
  readonly inputs: string | null;
  /** Path of the statement, and place in the report. */
  readonly statement: string;
  readonly report: string;
  readonly line: number | null;
}

// @implements SRS-807
/** @returns per record all results, newest first; of one day those that passed last, so that a failure is seen first */
export function testResults(
  stored: readonly { readonly path: string; readonly statement: Statement }[],
): ReadonlyMap<string, readonly RecordResult[]> {
  const results = new Map<string, RecordResult[]>();
  for (const { path, statement } of stored) {
    const contents = new Map(Object.entries(statement.predicate.contents ?? {}));
    for (const mapped of statement.predicate.records) {
      const list = results.get(mapped.id) ?? [];
      results.set(mapped.id, list);
      list.push(resultOf(path, statement, mapped, contents));
    }
  }
  for (const list of results.values()) list.sort(newestFirst);
  return results;
}

function resultOf(
  path: string,
  { predicate }: Statement,
  mapped: MappedResult,
  contents: RecordResult['contents'],
): RecordResult {
  const { commit, report, inputs } = predicate;
  const isClean = commit !== null && !commit.dirty;
  const unknown = whyUnknown(predicate);
  return {
    id: mapped.id,
    outcome: mapped.outcome,
    proves: mapped.outcome === 'passed' && predicate.complete === true,
    at: momentOf(predicate.ranAt) ?? predicate.addedOn,
    commit: commit?.id ?? null,
    unknown,
    contents,
    told: toldBy(predicate),
    tagged: ownList(predicate.tagged, mapped.id),
    inputs: isClean ? inputs : null,
    statement: path,
    report: report.sha256,
    line: mapped.line,
  };
}

function ownList(lists: Statement['predicate']['tagged'], id: string): readonly string[] {
  return lists && Object.hasOwn(lists, id) ? (lists[id] ?? []) : [];
}

function toldBy({ commit, configuration, tool, ranAt, tester }: Statement['predicate']): ReadonlySet<string> {
  const told = {
    version: commit?.id,
    configuration,
    tool: tool?.name,
    'tool version': tool?.version,
    date: momentOf(ranAt),
    tester,
  };
  return new Set(
    Object.entries(told).flatMap(([name, value]) => (value === undefined || value === null ? [] : [name])),
  );
}

function whyUnknown({ commit, inputs }: Statement['predicate']): string | undefined {
  if (commit === null) return 'it names no commit';
  if (commit.dirty) return 'files differed from the commit when it was added';
  return inputs === null ? 'the files that it depends on were not recorded' : undefined;
}

function newestFirst(a: RecordResult, b: RecordResult): number {
  const byDate = a.at < b.at ? 1 : a.at > b.at ? -1 : 0;
  const byOutcome = Number(a.outcome === 'passed') - Number(b.outcome === 'passed');
  return byDate || byOutcome || (a.statement < b.statement ? -1 : 1);
}
