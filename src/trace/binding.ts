/** Whether what a person signed, reviewed or decided is the content that stands there now. */
import { recordHash, type AnyRecord, type RecordOf } from '../records/index.js';
import type { Trace } from './trace.js';

/** A record by which somebody signs, and that keeps the hashes of what was signed. */
export type BindingRecord = RecordOf<'approval'> | RecordOf<'review'> | RecordOf<'statement'> | RecordOf<'decision'>;

export function isBoundTo(binding: BindingRecord, record: AnyRecord, trace: Trace): boolean {
  const bound = binding.fields['bound-to'];
  return bound !== undefined && Object.hasOwn(bound, record.id) && bound[record.id] === trace.hash(record);
}

/**
 * The same where the record, or records that it links to, only bear another id since: each names in `replaces` the one whose
 * place it took.
 */
export function isBoundThroughRenames(decision: RecordOf<'decision'>, record: AnyRecord, trace: Trace): boolean {
  if (isBoundTo(decision, record, trace)) return true;
  const bound = new Map(Object.entries(decision.fields['bound-to'] ?? {}));
  const ids = [record.id, ...trace.names(record, 'replaces')];
  return ids.some((id) => {
    const hash = bound.get(id);
    return hash !== undefined && hashesBeforeRename(record, id, trace).includes(hash);
  });
}

/** With the links as they are, and as they were before the far ends got their ids. */
function hashesBeforeRename(record: AnyRecord, id: string, trace: Trace): readonly string[] {
  const links = trace.outgoing(record).filter(([field]) => field !== 'replaces');
  const former = links.map(([field, ids]) => [field, ids.map((far) => formerId(far, trace))] as const);
  return [links, former].map((outgoing) => recordHash({ ...record, id }, outgoing));
}

function formerId(id: string, trace: Trace): string {
  const record = trace.find(id);
  return (record && trace.names(record, 'replaces')[0]) ?? id;
}
