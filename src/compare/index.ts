/**
 * Comes in: two Assessments of one project: as it was, and as it is.
 * Goes out: records that are new, gone, renamed or changed field by field, what that means for security and safety, and what has
 *   to be looked at again.
 * May not: read a revision or a folder, know a regulation, judge by the words of a text, call what cannot be read gone.
 */
export { bindingsOf, type Binding } from './bindings.js';
export type { FieldChange } from './changed-fields.js';
export { changesOfRecord } from './one-record.js';
export { compareModels, type Difference } from './compare-models.js';
export { CONSEQUENCE_SORTS, type Consequence } from './consequence.js';
export { CHANGE_SORTS, DIRECTIONS, GROUPS, type ModelChange } from './model-change.js';
export type { ChangedRecord } from './record-changes.js';
