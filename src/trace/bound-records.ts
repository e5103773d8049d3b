/** What a statement, review, decision or approval is about: the records whose present content it binds to. */
import type { AnyRecord } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import type { BindingRecord } from './binding.js';
import type { Trace } from './trace.js';

const BINDS: Readonly<Record<BindingRecord['kind'], readonly string[]>> = {
  approval: ['approves'],
  review: ['reviewed'],
  statement: ['about'],
  decision: ['about', 'accepts'],
};

export function isBinding(record: AnyRecord): record is BindingRecord {
  return Object.hasOwn(BINDS, record.kind);
}

/** @returns records in order of their ids; none for a kind that binds to nothing */
export function boundRecords(record: AnyRecord, trace: Trace): readonly AnyRecord[] {
  const fields = isBinding(record) ? BINDS[record.kind] : [];
  const found = fields.flatMap((name) => trace.linked(record, name));
  return [...new Set(found)].toSorted((a, b) => compareText(a.id, b.id));
}

/** What else it names, and keeps no hash of. */
export interface UnboundEnds {
  /** Files, and ids of other products. */
  readonly elsewhere: readonly string[];
  /** Ids under which nothing stands. */
  readonly missing: readonly string[];
}

export function unboundEnds(record: BindingRecord, trace: Trace): UnboundEnds {
  const fields = BINDS[record.kind];
  const elsewhere = fields.flatMap((name) => trace.names(record, name)).filter((word) => !trace.find(word));
  const written = record.links.filter((link) => fields.includes(link.field)).map((link) => link.id);
  const missing = written.filter((id) => !trace.find(id) && !elsewhere.includes(id));
  return { elsewhere: [...new Set(elsewhere)].toSorted(compareText), missing: [...new Set(missing)] };
}
