/** What the assessment is given of evidence: results, and ways to compare the content that they were made of with today's. */
import type { FileCoverage, RecordResult, StoredStatement } from '../../evidence/index.js';
import type { AnyRecord } from '../../records/index.js';

/** Who vouches for a result: a typed field, the report of the system that did it, or a signature. */
export type Assurance = 'claimed' | 'recorded' | 'signed';

/** Path → id of its content; `null` where nobody can tell the content. */
export type FileIds = ReadonlyMap<string, string | null>;

export interface Evidence {
  /** Per test all results of statements, newest first. */
  readonly results: ReadonlyMap<string, readonly RecordResult[]>;
  readonly statements: readonly StoredStatement[];
  /** Paths of evidence that was changed or lost its other half: what it said may have been a failure. */
  readonly touched: readonly string[];
  /** Who vouches for a statement, by its path. */
  assuranceOf(statement: string): Assurance;
  /** Content of the files that a run may have depended on, by the hash that its statement names. */
  inputs(hash: string): FileIds | undefined;
  /** Content as it lies there now. */
  present(): FileIds | undefined;
  /** Content at a commit; `undefined` if this clone does not have it. */
  at(commit: string): FileIds | undefined;
  before(commit: string): FileIds | undefined;
  /** Whether the repository holds a commit; `unknown` without Git, and where a clone may lack it. */
  knows(commit: string): boolean | 'unknown';
  /** Hash of what the record said at a commit, without its links. */
  contentAt(record: AnyRecord, commit: string): string | undefined;
  /** Coverage of each file, as the stored report tells it; `undefined` if it cannot be read as it was stored. */
  coverageIn(stored: StoredStatement): readonly FileCoverage[] | undefined;
  /** Whether a path is a build input of a system that names none: all but records, evidence and documents. */
  isBuildInput(path: string): boolean;
  /** Whether `code:` of the settings names a path. */
  isCode(path: string): boolean;
  /** @returns `undefined` if one of the patterns cannot be used */
  pathTest(patterns: readonly string[]): ((path: string) => boolean) | undefined;
}

export const NO_EVIDENCE: Evidence = {
  results: new Map(),
  statements: [],
  touched: [],
  assuranceOf: () => 'claimed',
  inputs: () => undefined,
  present: () => undefined,
  at: () => undefined,
  before: () => undefined,
  knows: () => 'unknown',
  contentAt: () => undefined,
  coverageIn: () => undefined,
  isBuildInput: () => true,
  isCode: () => true,
  pathTest: () => undefined,
};
