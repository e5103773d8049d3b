/** Holds what a record was signed for against what stands there now, record by record, and gives what has to be written. */
import type { BoundOutput } from '../contract/index.js';
import type { FieldChange } from '../edit/index.js';
import type { AnyRecord } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import type { BindingRecord } from '../trace/index.js';
import { formerTexts, type Ground } from './approve-former.js';

/** @param hashOf the hash of a record as it will stand, those of this run included */
export function compared(
  binding: BindingRecord,
  subjects: readonly AnyRecord[],
  hashOf: (record: AnyRecord) => string,
  ground: Ground,
): readonly BoundOutput[] {
  const bound = new Map(Object.entries(binding.fields['bound-to'] ?? {}));
  const changed = subjects.filter((one) => bound.has(one.id) && bound.get(one.id) !== hashOf(one));
  const former = formerTexts(binding, changed, ground);
  const present = subjects.map((one): BoundOutput => {
    const state = bound.has(one.id) ? (changed.includes(one) ? 'changed' : 'same') : 'new';
    const then = former.get(one.id);
    return { ...named(one), state, hash: hashOf(one), since: then?.commit ?? null, fields: then?.fields ?? null };
  });
  const ids = new Set(subjects.map(({ id }) => id));
  const gone = [...bound.keys()].filter((id) => !ids.has(id)).toSorted(compareText);
  return [...present, ...gone.map((id) => left(id, ground.assessment.trace.find(id)))];
}

export function named({ id, kind, fields }: AnyRecord): Pick<BoundOutput, 'id' | 'kind' | 'title'> {
  return { id, kind, title: fields.title ?? null };
}

function left(id: string, record: AnyRecord | undefined): BoundOutput {
  const name = record ? named(record) : { id, kind: null, title: null };
  return { ...name, state: 'gone', hash: null, since: null, fields: null };
}

/** Hash for hash, so that what stands beside them stays; a name that must go takes the whole block with it. */
export function hashChanges(about: readonly BoundOutput[]): readonly FieldChange[] {
  const present = about.flatMap(({ id, hash, state }) => (hash === null ? [] : [{ id, hash, state }]));
  const isWhole = about.some(({ state }) => state === 'gone') || present.every(({ state }) => state === 'new');
  if (isWhole) return [{ path: ['bound-to'], value: Object.fromEntries(present.map(({ id, hash }) => [id, hash])) }];
  return present
    .filter(({ state }) => state !== 'same')
    .map(({ id, hash }): FieldChange => ({ path: ['bound-to', id], value: hash }));
}
