/** Which threats consider a record: the text of a library that nobody made specific counts as absent. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';

/** @returns in order of their ids */
export function specificThreats(record: AnyRecord, trace: Trace): readonly RecordOf<'threat'>[] {
  return trace.linkedOf(record, 'threats', 'threat').filter(isSpecific);
}

export function isSpecific({ fields, unusable }: RecordOf<'threat'>): boolean {
  return fields.generic !== true && !unusable.has('generic');
}

/** Ids of those that consider it in words of a library alone. */
export function genericThreats(record: AnyRecord, trace: Trace): readonly string[] {
  const threats = trace.linkedOf(record, 'threats', 'threat');
  return threats.filter((threat) => !isSpecific(threat)).map(({ id }) => id);
}
