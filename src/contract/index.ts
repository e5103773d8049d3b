/**
 * Comes in: an Assessment, and what it was made of.
 * Goes out: the machine-readable outputs and the JSON Schema of each.
 * May not: judge, read files, print. Keys are added freely; none is renamed or dropped without a new number in `schema`.
 */
export {
  approveOutput,
  approveSchema,
  type ApproveOutput,
  type BoundOutput,
  type SignedOutput,
} from './approve-output.js';
export {
  assessOutput,
  assessSchema,
  type AssessOptions,
  type AssessOutput,
  type ByClauseOutput,
  type HoursOutput,
  type ObligationOutput,
  type OverheadOutput,
} from './assess-output.js';
export { readBaseline, refusalOfOther, type Baseline, type BaselineRead } from './baseline.js';
export {
  blocks,
  checkOutput,
  checkSchema,
  problemsOf,
  type CheckOutput,
  type GapOutput,
  type ProblemOutput,
} from './check-output.js';
export { checkAsGitlab, gitlabSchema, type GitlabFinding } from './check-formats/gitlab.js';
export { checkAsJunit } from './check-formats/junit.js';
export { checkAsSarif, type SarifOptions } from './check-formats/sarif.js';
export { bindingDiffOutput, diffOutput, diffSchema, type DiffOutput, type StateOutput } from './diff-output.js';
export {
  evidenceAddOutput,
  evidenceAddSchema,
  evidenceListOutput,
  evidenceListSchema,
  evidenceVerifyOutput,
  evidenceVerifySchema,
  type AddedReport,
  type EvidenceAddOutput,
  type EvidenceListOutput,
  type EvidenceVerifyOutput,
  type PeopleChecked,
  type ReportOutput,
} from './evidence-output.js';
export {
  evidenceSignOutput,
  evidenceSignSchema,
  type EvidenceSignOutput,
  type SignedStatement,
} from './evidence-sign-output.js';
export { explainOutput, explainSchema, type ExplainOutput, type ExplainPage } from './explain-output.js';
export { assetPlacesOutput, assetPlacesSchema, type AssetPlacesOutput } from './asset-places-output.js';
export { pathDetailsOutput, pathDetailsSchema, type PathDetailsOutput } from './path-details-output.js';
export { isReachTarget, reachOutput, reachSchema, type ReachOutput } from './reach-output.js';
export { surfaceOutput, surfaceSchema, type SurfaceOutput } from './surface-output.js';
export { useCaseStatesOutput, useCaseStatesSchema, type UseCaseStatesOutput } from './use-case-states-output.js';
export { viewOutput, viewSchema, type ViewOutput } from './view-output.js';
export { viewsOutput, viewsSchema, type ViewsOutput } from './views-output.js';
export { subjectOf, type Identity, type Subject } from './identity.js';
export { exportOutput, exportSchema, type ExportOutput } from './export-output.js';
export {
  importOutput,
  importSchema,
  type ImportedFileState,
  type ImportOutput,
  type ImportResult,
} from './import-output.js';
export { nextOutput, nextSchema, type NextOutput } from './next-output.js';
export { rateOutput, rateSchema, type QuestionOutput, type RateOutput } from './rate-output.js';
export type { Schema } from './schema.js';
export { showOutput, showSchema, type ShowOutput } from './show-output.js';
export { statusOutput, statusSchema, type StatusOutput } from './status-output.js';
export type { CandidateOutput } from './candidates-output.js';
export { draftOutput, draftSchema, type DraftedSection, type DraftOutput, type OpenDraft } from './draft-output.js';
export {
  threatsEditOutput,
  threatsEditSchema,
  type EditAction,
  type ThreatsEditOutput,
  type WrittenRecord,
} from './threats-edit-output.js';
export { safetyOutput, safetySchema, type SafetyOutput } from './threats-safety-output.js';
export { threatsOutput, threatsSchema, type ThreatsOutput } from './threats-output.js';
export { traceOutput, traceSchema, type TraceOutput } from './trace-output.js';
export {
  evidenceCriteriaOutput,
  evidenceCriteriaSchema,
  type EvidenceCriteriaOutput,
} from './evidence-criteria-output.js';
export { publishOutput, publishSchema, type PublishOutput } from './publish-output.js';
