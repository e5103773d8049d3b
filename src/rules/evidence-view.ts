/** What rules may ask of evidence: commits, runs of scanners with what they found, reports that are stored. */
import type { AnyRecord, RecordOf } from '../records/index.js';

export interface EvidenceView {
  /** Whether the repository holds a commit; `unknown` without Git, and where a clone may lack it. */
  knows(commit: string): boolean | 'unknown';
  /** Runs of scanners whose findings still stand. */
  scans(): readonly ScanView[];
  /** Where a standing run of its tool reports what a record is about. */
  reportedAgain(finding: RecordOf<'finding'>): ReportedFinding | undefined;
  /** How much of an item its tests ran through; `undefined` if no report tells it for its files as they are. */
  coverageOf(item: RecordOf<'item'>): CoverageView | undefined;
  /** Stored reports that bring a result of a test, newest first. */
  reportsOf(test: AnyRecord): readonly ReportView[];
}

/** In per cent; `undefined` for what the report does not tell. */
export interface CoverageView {
  /** File name of the report. */
  readonly report: string;
  readonly lines: number | undefined;
  readonly branches: number | undefined;
  readonly functions: number | undefined;
}

export interface ReportView {
  /** File name of the report. */
  readonly name: string;
  /** As a day or a moment. */
  readonly at: string;
  readonly tester: string | null;
}

export interface ScanView {
  readonly tool: string;
  /** File name of the report. */
  readonly report: string;
  /** It is the result of a test of security. */
  readonly isOfSecurityTest: boolean;
  /** Findings of which no record tells. */
  readonly withoutRecord: readonly ReportedFinding[];
  /** Findings that the statement only counts. */
  readonly leftOut: number;
}

export interface ReportedFinding {
  readonly tool: string;
  readonly rule: string | null;
  readonly level: string;
  readonly weaknesses: readonly string[];
  /** Below the project's folder. */
  readonly file: string | null;
  readonly line: number | null;
}
