/**
 * Comes in: reports of tests, scans, coverage, components and reviews as bytes; the ids that the project has.
 * Goes out: what they say in one form, statements about runs, and the store that keeps both under their hashes.
 * May not: judge what is proven or current, follow an address, expand an entity, run anything; write but in the store.
 */
export { FINDING_COLUMNS } from './formats/findings-csv.js';
export { fileBytes } from './file-bytes.js';
export { gitBlobId, type Inputs } from './inputs.js';
export { formatNames, readReport, type Report, type ReportOptions } from './read-report.js';
export type { RecordIds } from './record-ids.js';
export { bytesInMemory, type ReportBytes } from './report-bytes.js';
export type { Coverage, MappedResult, UnknownId } from './collect-report.js';
export type {
  Component,
  Covered,
  Finding,
  FindingCounts,
  Outcome,
  Review,
  ReviewedChange,
  ReviewedFile,
  TestCounts,
  TestResult,
} from './report.js';
export { readStatement, statementText, type RunCommit, type RunContext, type Statement } from './statement.js';
export { EVIDENCE_FOLDER, EvidenceStore, StoreError, type StoredStatement, type StoreFault } from './store.js';
export { readEvidence, type StoredEvidence, type StoreFiles } from './read-store.js';
export { testResults, type RecordResult } from './test-results.js';
