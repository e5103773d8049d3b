/** All results of a test: those that statements bring and those that people wrote down in runs, in one form. */
import type { RecordResult } from '../../evidence/index.js';
import type { AnyRecord, RecordOf } from '../../records/index.js';
import type { Trace } from '../../trace/index.js';
import type { Assurance, Evidence, FileIds } from './evidence.js';

export interface ProofResult {
  readonly outcome: 'passed' | 'failed' | 'nothing';
  /** A moment or a day, as written; later ones compare greater. */
  readonly at: string;
  readonly assurance: Assurance;
  readonly commit: string | null;
  /** Path of the statement, or id of the run. */
  readonly source: string;
  /** SHA-256 of the report; a run that a person wrote down has none. */
  readonly report: string | undefined;
  /** Why nobody can tell the content that was tested. */
  readonly unknown: string | undefined;
  files(): FileIds | undefined;
  /** What the result tells of its run, such as `tester`. */
  readonly told: ReadonlySet<string>;
  /** Whether the time is told by whoever added the report, which says none. */
  readonly isTimeByHand: boolean;
  /** Files that said then by a tag that they belong to the test. */
  readonly tagged: readonly string[];
  /** Hash of what a record said when it ran. */
  contentOf(record: AnyRecord): string | undefined;
}

/**
 * How many builds back the files are compared. A build server that adds each night leaves thousands of lists behind, and
 * each takes milliseconds to read; what is older counts by its commit alone.
 */
const MOST_BUILDS = 30;

/**
 * @param most of those that statements bring, the newest
 * @returns newest first; on one moment a failure before a pass
 */
export function resultsOf(
  test: RecordOf<'test'>,
  trace: Trace,
  evidence: Evidence,
  most?: number,
): readonly ProofResult[] {
  const results = evidence.results.get(test.id);
  const runs = trace.linkedOf(test, 'runs', 'run');
  return results === undefined && runs.length === 0
    ? NONE
    : joined(test, results?.slice(0, most) ?? [], runs, evidence);
}

const NONE: readonly ProofResult[] = [];

function joined(
  test: RecordOf<'test'>,
  results: readonly RecordResult[],
  runs: readonly RecordOf<'run'>[],
  evidence: Evidence,
): readonly ProofResult[] {
  const builds = new Set<string>();
  const brought = results.map((result): ProofResult => new Brought(result, evidence, builds));
  const written = runs.flatMap((run) => resultsIn(run, test.id, evidence));
  return [...brought, ...written].toSorted(newestFirst);
}

/** A result that a statement brings. */
class Brought implements ProofResult {
  readonly #result: RecordResult;
  readonly #evidence: Evidence;
  /** Lists of files that were looked at for the test. */
  readonly #builds: Set<string>;

  constructor(result: RecordResult, evidence: Evidence, builds: Set<string>) {
    this.#result = result;
    this.#evidence = evidence;
    this.#builds = builds;
  }

  get outcome(): ProofResult['outcome'] {
    return this.#result.proves ? 'passed' : failedOrNothing(this.#result.outcome);
  }
  get at(): string {
    return this.#result.at;
  }
  get assurance(): Assurance {
    return this.#evidence.assuranceOf(this.#result.statement);
  }
  get commit(): string | null {
    return this.#result.commit;
  }
  get source(): string {
    return this.#result.statement;
  }
  get report(): string {
    return this.#result.report;
  }
  get unknown(): string | undefined {
    return this.#result.unknown;
  }
  get told(): ReadonlySet<string> {
    return this.#result.told;
  }
  get isTimeByHand(): boolean {
    return typeof this.#result.byHand?.ranAt === 'string';
  }
  get tagged(): readonly string[] {
    return this.#result.tagged;
  }
  files(): FileIds | undefined {
    const { inputs } = this.#result;
    if (inputs === null || (this.#builds.size >= MOST_BUILDS && !this.#builds.has(inputs))) return undefined;
    this.#builds.add(inputs);
    return this.#evidence.inputs(inputs);
  }
  contentOf(record: AnyRecord): string | undefined {
    return this.#result.contentOf(record.id);
  }
}

/** A run that broke showed that something is wrong; one that was skipped or only passed at the second try shows nothing. */
function failedOrNothing(outcome: string): ProofResult['outcome'] {
  return outcome === 'failed' || outcome === 'errored' ? 'failed' : 'nothing';
}

function resultsIn(run: RecordOf<'run'>, testId: string, evidence: Evidence): readonly ProofResult[] {
  const rows = (run.fields.results ?? []) as readonly { readonly result?: string; readonly test?: readonly string[] }[];
  const { commit, date } = run.fields;
  return rows
    .filter((row) => row.test?.includes(testId))
    .map(({ result }): ProofResult => ({
      outcome: result === 'passed' || result === 'failed' ? result : 'nothing',
      at: date ?? '',
      assurance: 'claimed',
      commit: commit ?? null,
      source: run.id,
      report: undefined,
      unknown: commit === undefined ? `${run.id} names no commit` : undefined,
      files: () => (commit === undefined ? undefined : evidence.at(commit)),
      told: toldBy(run),
      isTimeByHand: false,
      tagged: [],
      contentOf: (record) => (commit === undefined ? undefined : evidence.contentAt(record, commit)),
    }));
}

function toldBy({ fields }: RecordOf<'run'>): ReadonlySet<string> {
  const { version, commit, configuration, environment, tools, date, tester } = fields;
  const told = {
    version: version ?? commit,
    configuration: configuration ?? environment,
    tool: tools,
    'tool version': tools,
    date,
    tester,
  };
  return new Set(Object.entries(told).flatMap(([name, value]) => (value === undefined ? [] : [name])));
}

function newestFirst(a: ProofResult, b: ProofResult): number {
  const [first, second] = [latest(a), latest(b)];
  if (first !== second) return first < second ? 1 : -1;
  const byOutcome = Number(a.outcome !== 'failed') - Number(b.outcome !== 'failed');
  // One run may be added twice, the second time with what the report does not say.
  return byOutcome || b.told.size - a.told.size;
}

/** Two of one moment have no order: neither took the other's place. */
export function areOfOneMoment(a: ProofResult, b: ProofResult): boolean {
  return latest(a) === latest(b);
}

/** Of a day without a time, a pass is taken for its first moment and a failure for its last: that can only be too strict. */
function latest({ at, outcome }: ProofResult): string {
  return at.length > 10 ? at : `${at}${outcome === 'failed' ? 'T99' : 'T00'}`;
}
