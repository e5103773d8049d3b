/**
 * Comes in: the records as they were read, and what a person decided to add or to change.
 * Goes out: the smallest change of each text, held against what was read; files in a folder, put in place all or nothing.
 * May not: overwrite what was not read, leave the project, reformat, decide what is to be written, know a rule or a pack.
 */
export { applyEdits, type FileEdit } from './apply-edits.js';
export { ProjectEdits, type EditOptions } from './project-edits.js';
export type { FieldChange, NewRecord, Value } from './value.js';
