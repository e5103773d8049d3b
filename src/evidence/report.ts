/** What every report comes down to, whatever its format: results of tests, findings, coverage, components, reviews. */

/** `errored`: it broke before it could answer. Only `passed` without `flaky` can prove anything. */
export type Outcome = 'passed' | 'failed' | 'errored' | 'skipped';

/** Levels of SARIF, which findings of all formats are brought to. */
export type Level = 'error' | 'warning' | 'note' | 'none';

export interface Tool {
  readonly name: string;
  readonly version: string | null;
}

export interface TestResult {
  readonly name: string;
  /** Suites and classes above it, outermost first. */
  readonly suites: readonly string[];
  readonly outcome: Outcome;
  /** Passed only after it had failed in the same run. */
  readonly flaky: boolean;
  readonly file: string | null;
  readonly properties: readonly Property[];
  readonly tags: readonly string[];
  /** Line in the report, from 1; `null` where the format has no lines that help. */
  readonly line: number | null;
}

export interface Property {
  readonly name: string;
  readonly value: string;
}

export interface Finding {
  readonly rule: string | null;
  readonly level: Level;
  /** `absent`: reported earlier and gone since; `suppressed`: somebody accepted it. */
  readonly state: 'open' | 'suppressed' | 'absent';
  readonly message: string;
  readonly file: string | null;
  readonly fileLine: number | null;
  /** Such as `CWE-79`. */
  readonly weaknesses: readonly string[];
  /** By which the finding stays the same in a later run, where the tool gives one. */
  readonly fingerprint: string | null;
  /** Line in the report, from 1. */
  readonly line: number | null;
}

/** A finding that nobody accepted in the report, as a statement keeps it. */
export type OpenFinding = Omit<Finding, 'state' | 'line'>;

export interface FileCoverage {
  readonly file: string;
  readonly lines: Covered | null;
  readonly branches: Covered | null;
  readonly functions: Covered | null;
}

export interface Covered {
  readonly covered: number;
  readonly total: number;
}

export interface Component {
  readonly name: string;
  readonly version: string | null;
  readonly purl: string | null;
}

export interface Review {
  readonly by: string;
  /** `trailer`: a line such as `Reviewed-by:` in a commit, which anybody can type. */
  readonly how: 'trailer' | 'review' | 'approval';
  readonly state: 'approved' | 'changes-requested' | 'commented' | 'dismissed';
  readonly commit: string | null;
  readonly at: string | null;
  readonly of: string | null;
}

/** A commit or a pull request with the files that it touches, as far as the export of its host gives them. */
export interface ReviewedChange {
  readonly commit: string | null;
  readonly files: readonly ReviewedFile[];
}

export interface ReviewedFile {
  readonly path: string;
  /** Git blob id of what was reviewed; `null` where the export does not give it. */
  readonly blob: string | null;
}

export interface ReportProblem {
  readonly message: string;
  /** Line in the report, from 1. */
  readonly line: number | null;
}

/** What a reader says, one thing after the other, so that a large report never lies in memory as a whole. */
export interface ReportSink {
  tool(tool: Tool): void;
  /** When it ran, as the report writes it. */
  ranAt(written: string): void;
  /** Commit that the report itself names. */
  commit(hash: string): void;
  /** Says whether the tool ran to the end; `false` once stays `false`. */
  complete(ranToEnd: boolean): void;
  /** The report speaks of tests, findings, coverage, components or reviews, even if there are none. */
  has(part: ReportPart): void;
  test(result: TestResult): void;
  finding(finding: Finding): void;
  /** A weakness that the tool had a rule for. */
  weakness(id: string): void;
  coverage(file: FileCoverage): void;
  component(component: Component): void;
  review(review: Review): void;
  /** What reviews are about; a file that stands in no change was not shown to be reviewed. */
  change(change: ReviewedChange): void;
  /** A file that the tool looked at. */
  scanned(file: string): void;
  problem(message: string, line?: number | null): void;
}

export type ReportPart = 'tests' | 'findings' | 'coverage' | 'components' | 'reviews';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly errored: number;
  readonly skipped: number;
}

/** Open findings by level; accepted ones apart; absent ones are not counted. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  readonly none: number;
  readonly suppressed: number;
}
