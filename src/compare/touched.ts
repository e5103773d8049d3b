/** The records that changed in meaning, by id: what consequences follow from. */
import type { AnyRecord } from '../records/index.js';
import type { RecordChanges } from './record-changes.js';
import type { Sides } from './sides.js';

type How = 'is new' | 'changed' | 'is gone';

export interface Touch {
  readonly id: string;
  readonly how: How;
  /** The record as it was, if it was there. */
  readonly before: AnyRecord | undefined;
  readonly after: AnyRecord | undefined;
}

/** A typed status is a claim about a record: that it alone changed touches nothing. */
export function touchesOf(changes: RecordChanges, { before, renames }: Sides): ReadonlyMap<string, Touch> {
  const meant = changes.changed.filter(({ fields }) => fields.some(({ name }) => name !== 'status'));
  const touches: readonly Touch[] = [
    ...changes.added.map((after) => ({ id: after.id, how: 'is new' as const, before: undefined, after })),
    ...changes.removed.map((one) => ({ id: one.id, how: 'is gone' as const, before: one, after: undefined })),
    ...meant.map(({ record }) => ({
      id: record.id,
      how: 'changed' as const,
      before: before.trace.find(renames.former.get(record.id) ?? record.id),
      after: record,
    })),
  ];
  return new Map(touches.map((touch) => [touch.id, touch]));
}
