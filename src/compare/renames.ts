/** Which record of the later state is one of the earlier under another id: it says so, or it says exactly the same. */
import { canonicalText, type AnyRecord } from '../records/index.js';
import { isCurrent, type Trace } from '../trace/index.js';

export interface Renames {
  /** The id that a record of the earlier state bears in the later one; the same id where it was not renamed. */
  now(id: string): string;
  /** Later id → earlier id. */
  readonly former: ReadonlyMap<string, string>;
}

/** A record whose links lead to renamed ones is found in the next round; longer chains stay told as new and gone. */
const MAX_ROUNDS = 8;

export function findRenames(before: Trace, after: Trace): Renames {
  const later = new Map<string, string>();
  const now = (id: string): string => later.get(id) ?? id;
  const gone = before.records.filter((record) => !isThere(record.id, after));
  const fresh = after.records.filter((record) => !isThere(record.id, before));
  for (const [old, id] of replaced(gone, fresh, after)) later.set(old, id);
  // Who says whose place it takes has said it all.
  const silent = fresh.filter((record) => after.names(record, 'replaces').length === 0);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const found = sameContent(gone, silent, { before, after, later, now });
    if (found.length === 0) break;
    for (const [old, id] of found) later.set(old, id);
  }
  return { now, former: new Map([...later].map(([old, id]) => [id, old])) };
}

function isThere(id: string, trace: Trace): boolean {
  const record = trace.find(id);
  return record !== undefined && isCurrent(record);
}

/** One that takes the place of several, or one of several that take the place of one, is no rename. */
function replaced(
  gone: readonly AnyRecord[],
  fresh: readonly AnyRecord[],
  after: Trace,
): readonly (readonly [string, string])[] {
  const kinds = new Map(gone.map((record) => [record.id, record.kind]));
  const pairs = fresh.flatMap((record) =>
    after
      .names(record, 'replaces')
      .filter((old) => kinds.get(old) === record.kind)
      .map((old) => [old, record.id] as const),
  );
  return pairs.filter(([old, id]) => pairs.filter((one) => one[0] === old || one[1] === id).length === 1);
}

interface Search {
  readonly before: Trace;
  readonly after: Trace;
  readonly later: ReadonlyMap<string, string>;
  readonly now: (id: string) => string;
}

function sameContent(
  gone: readonly AnyRecord[],
  fresh: readonly AnyRecord[],
  { before, after, later, now }: Search,
): readonly (readonly [string, string])[] {
  const taken = new Set(later.values());
  const olds = byContent(
    gone.filter((record) => !later.has(record.id)),
    before,
    now,
  );
  const news = byContent(
    fresh.filter((record) => !taken.has(record.id)),
    after,
    (id) => id,
  );
  return [...olds].flatMap(([content, old]) => {
    const same = news.get(content);
    return old.length === 1 && same?.length === 1 ? [[old[0] ?? '', same[0] ?? ''] as const] : [];
  });
}

/** Ids by what the records say apart from their id; a record that says nothing is like every other. */
function byContent(
  records: readonly AnyRecord[],
  trace: Trace,
  now: (id: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const record of records) {
    if (Object.keys(record.fields).length === 0 || record.unusable.size > 0) continue;
    const links = trace.outgoing(record).filter(([field]) => field !== 'replaces');
    const content = canonicalText(
      { ...record, id: '' },
      links.map(([field, ids]) => [field, ids.map(now)]),
    );
    const group = groups.get(content);
    if (group) group.push(record.id);
    else groups.set(content, [record.id]);
  }
  return groups;
}
