/**
 * Comes in: records, tags, packs, the declared profile, the day.
 * Goes out: one immutable Assessment: facts, class, overhead, obligations with their criteria, gaps, hours.
 * May not: read files or clocks, format text, let a fact depend on evidence, let a later step change an earlier one.
 */
export { assess } from './assess.js';
export type { Assessment, AssessedGap, AssessInput, ObligationAnswer } from './assessment.js';
export { readFactValue, type WrittenFact } from './2-facts.js';
export { systemsOf, type Classes } from './3-class.js';
export type { OverheadLevel } from './5-overhead.js';
export type { Obligation } from './6-obligations.js';
export type { CriterionAnswer } from './7-criteria.js';
export { STATUSES, type Status } from './9-status.js';
export type { EffortEstimate, Hours } from './10-effort.js';
export type { FactAnswer } from './fact-answer.js';
export { stateOf, type RecordState } from './record-state.js';
export { clausesOf, type ClauseAnswer, type ClauseStatus } from './clauses.js';
export { nextSteps, type NextStep } from './next.js';
export { placesOf, type PlaceAnswer } from './places.js';
export { isProven, whyNotProven } from './proven.js';
export type { GapCount, Strictness, StrictnessLine } from './strictness.js';
export type { Proof, Proofs, ProofState } from './1-proofs.js';
export { VERIFICATION_STATES, verificationOf, type Verification, type VerificationState } from './verification.js';
export { statementFreshness, type StatementFreshness } from './proofs/statement-freshness.js';
export type { CellState, SpecialCell, SpecialTests } from './special-tests/matrix.js';
export { contentHash } from './proofs/content-hash.js';
export { dependenciesOf, type Dependencies } from './proofs/dependencies.js';
export { NO_EVIDENCE, type Assurance, type Evidence, type FileIds } from './proofs/evidence.js';
export { unfinishedOf } from './unfinished.js';
export { coveringDocuments, isWritten, saysSomething } from './asks/covering-documents.js';
export { statedNone } from './asks/stated-none.js';
export { releaseInQuestion } from './release-in-question.js';
