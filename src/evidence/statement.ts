/** One run of a tool as an in-toto Statement v1 (github.com/in-toto/attestation, spec/v1): about what, by what, with which result. */
import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { MappedResult, UnknownId } from './collect-report.js';
import type {
  Covered,
  FindingCounts,
  OpenFinding,
  ReportProblem,
  Review,
  ReviewedChange,
  TestCounts,
  Tool,
} from './report.js';
import type { Report } from './read-report.js';
import { NOTHING_TOLD, toldBeside, type ToldOfRun } from './told.js';

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
export const PREDICATE_TYPE = 'medward:evidence/1';

export interface Statement {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly { readonly name: string; readonly digest: Readonly<Record<string, string>> }[];
  readonly predicateType: typeof PREDICATE_TYPE;
  readonly predicate: Predicate;
}

export interface Predicate {
  readonly report: { readonly name: string; readonly format: string; readonly sha256: string; readonly bytes: number };
  readonly tool: Tool | null;
  /** As the report writes it. */
  readonly ranAt: string | null;
  /** What the report does not say and whoever added it told; absent where that is nothing. */
  readonly told?: ToldOfRun;
  /** Day of the import. */
  readonly addedOn: string;
  readonly commit: RunCommit | null;
  /** IEC 62304 5.7.5 asks who tested and in which configuration; reports rarely say it. */
  readonly tester: string | null;
  readonly configuration: string | null;
  readonly complete: boolean | 'unknown';
  readonly tests: TestCounts | null;
  readonly flaky: number;
  readonly records: readonly MappedResult[];
  readonly unmapped: number;
  readonly unknownIds: readonly UnknownId[];
  readonly findings: FindingCounts | null;
  readonly weaknesses: readonly string[];
  readonly scannedFiles: number;
  /** Files that the tool looked at, in order; `null` if there are too many to keep. */
  readonly scanned?: readonly string[] | null;
  /** The first of the findings that nobody accepted in the report. */
  readonly openFindings?: readonly OpenFinding[];
  readonly openFindingsLeftOut?: number;
  readonly coverage: {
    readonly lines: Covered | null;
    readonly branches: Covered | null;
    readonly functions: Covered | null;
  } | null;
  readonly components: number | null;
  readonly reviews: readonly Review[];
  /** Changes that the reviews are about, with their files as far as the report gives them. */
  readonly changes?: readonly ReviewedChange[];
  /** Hash of an earlier statement about the same run, which this one replaces because results now map to other records. */
  readonly supersedes?: string | null;
  /** Hash of the list of files that it may have depended on; `null` where nobody knows them. */
  readonly inputs: string | null;
  /**
   * Id of each test that the report names, and of what it verifies → hash of what it said when the report was added,
   * without its links. Absent in statements of earlier versions.
   */
  readonly contents?: Readonly<Record<string, string>>;
  /** Id of each test that the report names → files that said by a tag that they belong to it. */
  readonly tagged?: Readonly<Record<string, readonly string[]>>;
  readonly problems: readonly ReportProblem[];
}

export interface RunCommit {
  readonly id: string;
  /** Named by `--commit`, or the one that the project stood at. */
  readonly from: 'option' | 'project';
  /** Files differed from the commit when the report was added, so nobody knows what ran. */
  readonly dirty: boolean;
}

export interface RunContext {
  readonly addedOn: string;
  readonly commit: RunCommit | null;
  readonly tester: string | null;
  readonly configuration: string | null;
  readonly inputs: string | null;
  /** What is told of the run, whatever the report says. */
  readonly told?: ToldOfRun;
  readonly contents?: Readonly<Record<string, string>>;
  readonly tagged?: Readonly<Record<string, readonly string[]>>;
}

// @implements SRS-805
export function statementOf(report: Report, { told: given = NOTHING_TOLD, ...run }: RunContext): Statement {
  const { name, format, sha256, bytes, coverage } = report;
  const told = toldBeside(report, given);
  return {
    _type: STATEMENT_TYPE,
    subject: [
      run.commit === null ? { name, digest: { sha256 } } : { name: 'git-commit', digest: { gitCommit: run.commit.id } },
    ],
    predicateType: PREDICATE_TYPE,
    predicate: {
      ...run,
      report: { name, format, sha256, bytes },
      tool: report.tool,
      ranAt: report.ranAt,
      ...(told && { told }),
      complete: report.complete,
      tests: report.tests,
      flaky: report.flaky,
      records: report.mapped,
      unmapped: report.unmapped,
      unknownIds: report.unknownIds,
      findings: report.findings,
      weaknesses: report.weaknesses,
      scannedFiles: report.scanned,
      scanned: report.scannedFiles,
      openFindings: report.openFindings,
      openFindingsLeftOut: report.openFindingsLeftOut,
      coverage: coverage && { lines: coverage.lines, branches: coverage.branches, functions: coverage.functions },
      components: report.components,
      reviews: report.reviews,
      changes: report.changes,
      supersedes: null,
      problems: report.problems,
    },
  };
}

export function statementText(statement: Statement): string {
  return canonicalJson(statement);
}

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

// @implements SRS-806
/** Two imports of one report for the same commit, tester and configuration are one, whatever the day. */
export function runKey({ predicate }: Statement): string {
  const { report, commit, tester, configuration } = predicate;
  return canonicalJson([report.sha256, commit?.id ?? null, commit?.dirty ?? null, tester, configuration]);
}

/**
 * Whether a later statement may be about the run of an earlier one. Reports that tell no time may be the same, letter by
 * letter, of two runs: those of which two times are told are two.
 */
export function isSameRun(earlier: Statement, later: Statement): boolean {
  const [before, after] = [earlier, later].map(({ predicate }) => predicate.told?.ranAt ?? null);
  return runKey(earlier) === runKey(later) && (before === null || after === null || before === after);
}
