/** All results of a test: those that statements bring and those that people wrote down in runs, in one form. */
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
  /** Files that said then by a tag that they belong to the test. */
  readonly tagged: readonly string[];
  /** Hash of what a record said when it ran. */
  contentOf(record: AnyRecord): string | undefined;
}

/** @returns newest first; on one moment a failure before a pass */
export function resultsOf(test: RecordOf<'test'>, trace: Trace, evidence: Evidence): readonly ProofResult[] {
  const brought = (evidence.results.get(test.id) ?? []).map((result): ProofResult => ({
    outcome: result.proves ? 'passed' : failedOrNothing(result.outcome),
    at: result.at,
    assurance: evidence.assuranceOf(result.statement),
    commit: result.commit,
    source: result.statement,
    report: result.report,
    unknown: result.unknown,
    files: () => (result.inputs === null ? undefined : evidence.inputs(result.inputs)),
    told: result.told,
    tagged: result.tagged,
    contentOf: (record) => result.contents.get(record.id),
  }));
  const written = trace.linkedOf(test, 'runs', 'run').flatMap((run) => resultsIn(run, test.id, evidence));
  return [...brought, ...written].toSorted(newestFirst);
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

/** Of a day without a time, a pass is taken for its first moment and a failure for its last: that can only be too strict. */
function latest({ at, outcome }: ProofResult): string {
  return at.length > 10 ? at : `${at}${outcome === 'failed' ? 'T99' : 'T00'}`;
}
