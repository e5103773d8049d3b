/**
 * Comes in: threat models of other tools as bytes with the ids that the project bears; or the graph of a project.
 * Goes out: drafts of records as text, a file of a foreign format, and each value that could not be carried, with its path.
 * May not: read or write files, follow a path or an address by itself, run what a model says, drop a value without a word.
 */
export { exportModel, type ExportedModel } from './export-model.js';
export {
  formatNames,
  importModel,
  linkCount,
  type ImportedModel,
  type ImportOptions,
  type ModelFile,
} from './import-model.js';
export type { DraftMap, DraftValue, Loss, LossReason, Problem, RecordDraft } from './imported.js';
export { LIMITS as EXCHANGE_LIMITS } from './limits.js';
export type { Filled } from './own-model.js';
export { recordFiles, type RecordFile } from './draft-text.js';
export { slugOf } from './record-ids.js';
