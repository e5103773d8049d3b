/**
 * Comes in: reports of tests, scans, coverage, components and reviews as bytes; the ids that the project has.
 * Goes out: what they say in one form, statements about runs, and the store that keeps both under their hashes.
 * May not: judge what is proven or current, follow an address, expand an entity, run anything; write but in the store.
 */
export { FINDING_COLUMNS } from './formats/findings-csv.js';
export { fileBytes } from './file-bytes.js';
export { gitBlobId, inputsText, type Inputs } from './inputs.js';
export { formatNames, readReport, type Report, type ReportOptions } from './read-report.js';
export type { RecordIds } from './record-ids.js';
export { bytesInMemory, type ReportBytes } from './report-bytes.js';
export type { Coverage, MappedResult, UnknownId } from './collect-report.js';
export type {
  Component,
  Covered,
  FileCoverage,
  Finding,
  FindingCounts,
  OpenFinding,
  Outcome,
  Review,
  ReviewedChange,
  ReviewedFile,
  TestCounts,
  TestResult,
} from './report.js';
export { statementOf, statementText, type RunCommit, type RunContext, type Statement } from './statement.js';
export { readStatement } from './read-statement.js';
export { momentOf } from './moment.js';
export { contradiction, NOTHING_TOLD, ranToEnd, toldBeside, toldTogether, whenRan, type ToldOfRun } from './told.js';
export { standingReviews, type StandingReview } from './standing-reviews.js';
export { standingStatements } from './standing.js';
export { EVIDENCE_FOLDER, EvidenceStore, type StoredStatement, type StoreFault } from './store.js';
export { StoreError } from './store-error.js';
export { readEvidence, type StoredEvidence, type StoreFiles } from './read-store.js';
export { testResults, type RecordResult } from './test-results.js';
export { newestFirst, whenOf } from './when.js';
export { evidenceFiles } from './evidence-files.js';
export { assuranceOf, signableText, type Assurance, type AssuranceLevel } from './signatures/assurance.js';
export { envelopeText } from './signatures/dsse.js';
export { projectAssurance, type ProjectAssurance } from './signatures/project-assurance.js';
export { NAMESPACE, readSshSignature } from './signatures/ssh-signature.js';
export { readSigningKey, type SigningKey } from './signatures/signing-key.js';
export { readSshKey, sshFingerprint } from './signatures/ssh-keys.js';
export { storeSignature } from './signatures/store-signature.js';
export { readSignatures, signatureName, SIGNATURES, type StoredSignature } from './signatures/stored-signatures.js';
export { readTrustedKeys, type TrustedKeys } from './signatures/trusted-keys.js';
export {
  readMappingFile,
  type ColumnRule,
  type MappingFault,
  type MappingFile,
  type ResultRule,
} from './mapping/mapping-file.js';
export { ResultMapping, type MappingSources } from './mapping/result-mapping.js';
export { patternOf, type Pattern } from './mapping/wildcards.js';
