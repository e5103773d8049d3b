/** The next free id of a kind, in the prefix and the width that the team uses. */
import { findKind, findKindByPrefix, type KindName, type Reading } from '../records/index.js';

const NUMBERED = /^(.+-)(\d{1,9})$/;

/** @param taken ids that were given out in this edit and stand in no file yet */
export function nextId(kind: KindName, reading: Reading, prefixes: ReadonlyMap<string, string>): string {
  const numbers = new Map<string, { last: number; width: number; count: number }>();
  for (const id of knownIds(reading)) {
    const [, prefix = '', digits = ''] = NUMBERED.exec(id) ?? [];
    if (digits === '' || findKindByPrefix(id, prefixes)?.kind !== kind) continue;
    const known = numbers.get(prefix) ?? { last: 0, width: 0, count: 0 };
    numbers.set(prefix, {
      last: Math.max(known.last, Number(digits)),
      width: Math.max(known.width, digits.length),
      count: known.count + 1,
    });
  }
  const [used] = [...numbers].toSorted(([a, inA], [b, inB]) => inB.count - inA.count || (a < b ? -1 : 1));
  if (used) return `${used[0]}${String(used[1].last + 1).padStart(used[1].width, '0')}`;
  return `${findKind(kind)?.prefixes[0] ?? kind.toUpperCase()}-01`;
}

/** Also those that were replaced or could not be read: a number is given once. */
function knownIds(reading: Reading): readonly string[] {
  const named = reading.records.flatMap((record) =>
    record.links.filter((link) => link.field === 'replaces').map((link) => link.id),
  );
  return [...reading.records.map((record) => record.id), ...named, ...reading.lostIds, ...reading.duplicates];
}
