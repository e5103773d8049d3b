/** Both states of a project, and pairs of records that are the same record in each. */
import type { Assessment } from '../assess/index.js';
import type { AnyRecord, KindName, Reading, RecordOf } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import type { Renames } from './renames.js';

export interface Sides {
  readonly before: Assessment;
  readonly after: Assessment;
  readonly renames: Renames;
}

/** One record in both states; absent where it is not there, or obsolete. */
export interface Pair<K extends KindName> {
  readonly id: string;
  readonly before: RecordOf<K> | undefined;
  readonly after: RecordOf<K> | undefined;
}

/** In order of their ids; a record that cannot be read in one of the states is left out, because it is neither new nor gone. */
export function pairsOf<K extends KindName>(kind: K, { before, after, renames }: Sides): readonly Pair<K>[] {
  const olds = new Map(before.trace.all(kind).map((record) => [renames.now(record.id), record]));
  const news = new Map(after.trace.all(kind).map((record) => [record.id, record]));
  const ids = [...new Set([...olds.keys(), ...news.keys()])].toSorted(compareText);
  return ids
    .map((id) => ({ id, before: olds.get(id), after: news.get(id) }))
    .filter((pair) => !isUnread(pair.before?.id ?? pair.id, before) && !isUnread(pair.id, after));
}

/** Its bytes are there and give no record, or two of them. */
export function isUnread(id: string, { trace }: Pick<Assessment, 'trace'>): boolean {
  return trace.reading.lostIds.has(id) || trace.reading.duplicates.has(id);
}

/** Whether some record of the kind could not be read, so that what is missing may be there. */
export function isOpen(kind: string, { lostKinds }: Reading): boolean {
  return lostKinds.has(kind) || lostKinds.has('any');
}

/** Ids at the far end of a link before, as they are called now. */
export function formerNames(record: AnyRecord | undefined, link: string, sides: Sides): ReadonlySet<string> {
  return new Set(record ? sides.before.trace.names(record, link).map((id) => sides.renames.now(id)) : []);
}

export function presentNames(record: AnyRecord | undefined, link: string, sides: Sides): ReadonlySet<string> {
  return new Set(record ? sides.after.trace.names(record, link) : []);
}

/** Those of the first that are not in the second, in order. */
export function without(ids: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...ids].filter((id) => !others.has(id)).toSorted(compareText);
}
