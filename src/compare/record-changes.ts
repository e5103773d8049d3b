/** Which records are new, gone, renamed or changed between two states, and which nobody can tell about. */
import type { AnyRecord } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import { isCurrent } from '../trace/index.js';
import { changedFields, type FieldChange } from './changed-fields.js';
import { isOpen, isUnread, type Sides } from './sides.js';

export interface ChangedRecord {
  readonly record: AnyRecord;
  readonly fields: readonly FieldChange[];
}

export interface RenamedRecord {
  readonly record: AnyRecord;
  readonly from: string;
}

/** Each in order of the ids; an obsolete record is not there. */
export interface RecordChanges {
  readonly added: readonly AnyRecord[];
  readonly removed: readonly AnyRecord[];
  readonly renamed: readonly RenamedRecord[];
  /** Also renamed ones that say something else besides. */
  readonly changed: readonly ChangedRecord[];
  /** Ids of records whose text is there in both states and can be read in one alone, or stands twice. */
  readonly unread: readonly string[];
  /** Kinds of which what is told as new or gone may be there in the other state, where it cannot be read. */
  readonly openKinds: readonly string[];
}

export function recordChanges(sides: Sides): RecordChanges {
  const { before, after, renames } = sides;
  const known = (record: AnyRecord): boolean =>
    isCurrent(record) && !isUnread(record.id, before) && !isUnread(record.id, after);
  const olds = before.trace.reading.records.filter(known);
  const news = after.trace.reading.records.filter(known);
  const byId = new Map(olds.map((record) => [renames.now(record.id), record]));
  const present = new Set(news.map((record) => record.id));
  const added = news.filter((record) => !byId.has(record.id));
  const removed = olds.filter((record) => !present.has(renames.now(record.id)));
  return {
    added,
    removed,
    renamed: news.flatMap((record) => {
      const from = renames.former.get(record.id);
      return from === undefined ? [] : [{ record, from }];
    }),
    changed: news.flatMap((record) => {
      const old = byId.get(record.id);
      const fields = old ? changedFields(old, record, sides) : [];
      return fields.length === 0 ? [] : [{ record, fields }];
    }),
    unread: unreadIds(sides),
    openKinds: openKinds(added, removed, sides),
  };
}

/** What can be read in neither state, and what stands nowhere else, tells nothing of a change. */
function unreadIds({ before, after }: Sides): readonly string[] {
  const ids = [before, after].flatMap(({ trace }) => [...trace.reading.lostIds, ...trace.reading.duplicates]);
  return [...new Set(ids)].filter((id) => !isUnread(id, before) || !isUnread(id, after)).toSorted(compareText);
}

function openKinds(
  added: readonly AnyRecord[],
  removed: readonly AnyRecord[],
  { before, after }: Sides,
): readonly string[] {
  const kinds = [
    ...added.filter(({ kind }) => isOpen(kind, before.trace.reading)),
    ...removed.filter(({ kind }) => isOpen(kind, after.trace.reading)),
  ].map(({ kind }) => kind as string);
  return [...new Set(kinds)].toSorted(compareText);
}
