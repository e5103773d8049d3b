/** What statements say of each record that tests name: for step 1 of the assessment, which judges whether it is current. */
import type { MappedResult } from './collect-report.js';
import type { Statement } from './statement.js';
import { ranToEnd, whenRan, type ToldOfRun } from './told.js';
import { whenOf } from './when.js';

export interface RecordResult {
  /** Id of the record that the tests name. */
  readonly id: string;
  readonly outcome: MappedResult['outcome'];
  /** `false` whatever the outcome, if the run was cut short or crashed, or only a re-run passed. */
  readonly proves: boolean;
  /** When it ran as the report says, else as somebody told, else the day of the import: `2026-11-23` or `2026-11-23T10:00:00.000Z`. */
  readonly at: string;
  readonly commit: string | null;
  /** Why nobody can tell which content was tested. */
  readonly unknown: string | undefined;
  /** What the statement tells of the run: version, configuration, tool, tool version, date, tester. */
  readonly told: ReadonlySet<string>;
  /** What of that the report does not say, and whoever added it told. */
  readonly byHand: ToldOfRun | undefined;
  /** Files that said by a tag that they belong to the test. */
  readonly tagged: readonly string[];
  /** SHA-256 of the list of inputs (path → blob id) of that commit; `null`: unknown, so the result is never current. */
  readonly inputs: string | null;
  /** Path of the statement, and place in the report. */
  readonly statement: string;
  readonly report: string;
  readonly line: number | null;
  /** Hash of what a record said when the result was added, without its links. */
  contentOf(id: string): string | undefined;
}

// @implements SRS-807
/** @returns per record all results, newest first; of one day those that passed last, so that a failure is seen first */
export function testResults(
  stored: readonly { readonly path: string; readonly statement: Statement }[],
): ReadonlyMap<string, readonly RecordResult[]> {
  const results = new Map<string, RecordResult[]>();
  // Sorted once as runs, each list of a record is nearly in order.
  const runs = stored.map(({ path, statement }) => new Run(path, statement)).sort(byMoment);
  for (const run of runs) {
    for (const mapped of run.predicate.records) {
      const result = new ResultOfRun(run, mapped);
      const list = results.get(mapped.id);
      if (list) list.push(result);
      else results.set(mapped.id, [result]);
    }
  }
  for (const list of results.values()) list.sort(newestFirst);
  return results;
}

/** What all results of one statement share. */
class Run {
  readonly path: string;
  readonly predicate: Statement['predicate'];
  readonly at: string;
  readonly unknown: string | undefined;
  readonly told: ReadonlySet<string>;

  constructor(path: string, statement: Statement) {
    const { predicate } = statement;
    this.path = path;
    this.predicate = predicate;
    this.at = whenOf({ statement });
    this.unknown = whyUnknown(predicate);
    this.told = toldBy(predicate);
  }
}

/** Years of a build server bring hundreds of thousands, of which few are asked: each holds no more than two pointers. */
class ResultOfRun implements RecordResult {
  readonly #run: Run;
  readonly #mapped: MappedResult;

  constructor(run: Run, mapped: MappedResult) {
    this.#run = run;
    this.#mapped = mapped;
  }

  get id(): string {
    return this.#mapped.id;
  }
  get outcome(): MappedResult['outcome'] {
    return this.#mapped.outcome;
  }
  get proves(): boolean {
    return this.#mapped.outcome === 'passed' && ranToEnd(this.#run.predicate);
  }
  get at(): string {
    return this.#run.at;
  }
  get commit(): string | null {
    return this.#run.predicate.commit?.id ?? null;
  }
  get unknown(): string | undefined {
    return this.#run.unknown;
  }
  get told(): ReadonlySet<string> {
    return this.#run.told;
  }
  get byHand(): ToldOfRun | undefined {
    return this.#run.predicate.told;
  }
  get tagged(): readonly string[] {
    return own(this.#run.predicate.tagged, this.#mapped.id) ?? [];
  }
  get inputs(): string | null {
    const { commit, inputs } = this.#run.predicate;
    return commit !== null && !commit.dirty ? inputs : null;
  }
  get statement(): string {
    return this.#run.path;
  }
  get report(): string {
    return this.#run.predicate.report.sha256;
  }
  get line(): number | null {
    return this.#mapped.line;
  }
  contentOf(id: string): string | undefined {
    return own(this.#run.predicate.contents, id);
  }
}

function own<T>(map: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return map && Object.hasOwn(map, name) ? map[name] : undefined;
}

function toldBy(predicate: Statement['predicate']): ReadonlySet<string> {
  const { commit, configuration, tool, tester } = predicate;
  const told = {
    version: commit?.id,
    configuration,
    tool: tool?.name,
    'tool version': tool?.version,
    date: whenRan(predicate),
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

function byMoment(a: Run, b: Run): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.path < b.path ? -1 : 1;
}

function newestFirst(a: RecordResult, b: RecordResult): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  const byOutcome = Number(a.outcome === 'passed') - Number(b.outcome === 'passed');
  return byOutcome || (a.statement < b.statement ? -1 : 1);
}
