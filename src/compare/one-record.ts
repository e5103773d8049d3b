/** How one record differs between two states of a project, where nothing else is asked. */
import type { Assessment } from '../assess/index.js';
import { changedFields, type FieldChange } from './changed-fields.js';
import { findRenames } from './renames.js';

/** @returns `undefined` where the record does not stand in both states */
export function changesOfRecord(id: string, before: Assessment, after: Assessment): readonly FieldChange[] | undefined {
  const [old, present] = [before.trace.find(id), after.trace.find(id)];
  if (!old || !present) return undefined;
  return changedFields(old, present, { before, after, renames: findRenames(before.trace, after.trace) });
}
