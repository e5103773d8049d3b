/** What a statement, review, decision or approval is about: the records whose present content it binds to. */
import type { AnyRecord } from '../records/index.js';
import type { Trace } from './trace.js';

const BINDS: Readonly<Record<string, readonly string[]>> = {
  approval: ['approves'],
  review: ['reviewed'],
  statement: ['about'],
  decision: ['about', 'accepts'],
};

/** @returns records in order of their ids; none for a kind that binds to nothing */
export function boundRecords(record: AnyRecord, trace: Trace): readonly AnyRecord[] {
  const found = (BINDS[record.kind] ?? []).flatMap((name) => trace.linked(record, name));
  return [...new Set(found)].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
