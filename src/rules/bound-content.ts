/** Signatures, reviews and statements whose bound content is not what stands there now, where no newer one replaces them. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import { boundRecords, isBoundTo, type Trace } from '../trace/index.js';
import type { Found } from './define.js';

type Binding = RecordOf<'approval'> | RecordOf<'review'> | RecordOf<'statement'>;

/**
 * @param inverse the field by which a record names those that bind to it
 * @param isLike whether another one says the same, so that it stands in for the one that is over
 */
export function* changedSince<B extends Binding>(
  bindings: readonly B[],
  inverse: string,
  isLike: (one: B, other: B) => boolean,
  trace: Trace,
): Iterable<Found> {
  for (const binding of bindings) {
    const bound = binding.fields['bound-to'] ?? {};
    const changed = boundRecords(binding, trace).filter(
      (record) =>
        Object.hasOwn(bound, record.id) &&
        !isBoundTo(binding, record, trace) &&
        !isReplaced(binding, record, { bindings, inverse, isLike, trace }),
    );
    if (changed.length === 0) continue;
    yield {
      at: binding,
      field: 'bound-to',
      what: `${binding.id} does not hold for ${namesOf(changed)} any more: the content changed since.`,
      do: `Look at the change and sign again with the hash that \`medward show ${changed[0]?.id ?? 'ID'}\` prints.`,
      see: changed.slice(0, 5).map((record) => ({ spot: record.spot, note: `${record.id} changed.` })),
    };
  }
}

interface Replacing<B extends Binding> {
  readonly bindings: readonly B[];
  readonly inverse: string;
  readonly isLike: (one: B, other: B) => boolean;
  readonly trace: Trace;
}

function isReplaced<B extends Binding>(binding: B, record: AnyRecord, input: Replacing<B>): boolean {
  const others = new Set(input.trace.linked(record, input.inverse).map((other) => other.id));
  return input.bindings.some(
    (other) =>
      other !== binding &&
      others.has(other.id) &&
      input.isLike(binding, other) &&
      isBoundTo(other, record, input.trace),
  );
}

function namesOf(records: readonly AnyRecord[]): string {
  const ids = records.map((record) => record.id);
  return ids.length <= 4 ? ids.join(', ') : `${ids.slice(0, 4).join(', ')} and ${ids.length - 4} more`;
}
