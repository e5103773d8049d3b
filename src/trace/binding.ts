/** Whether what a person signed, reviewed or decided is the content that stands there now. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import type { Trace } from './trace.js';

export function isBoundTo(
  binding: RecordOf<'approval'> | RecordOf<'review'> | RecordOf<'statement'> | RecordOf<'decision'>,
  record: AnyRecord,
  trace: Trace,
): boolean {
  const bound = binding.fields['bound-to'];
  return bound !== undefined && Object.hasOwn(bound, record.id) && bound[record.id] === trace.hash(record);
}
