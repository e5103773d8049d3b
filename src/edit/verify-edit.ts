/** Reads an edited file again and holds it against what was there: one record is as it was meant, and all others are untouched. */
import { canonicalText, readRecords, type AnyRecord, type Reading, type RecordSettings } from '../records/index.js';
import type { Source } from '../shapes/index.js';
import type { FieldChange, NewRecord, Value } from './value.js';

export interface Verified {
  /** What the file gives now; absent if the edit did something else than it was meant to. */
  readonly reading?: Reading;
  readonly why?: string;
}

/** @param before `undefined`: the file is new */
export function verifyAdded(
  before: Source | undefined,
  after: Source,
  added: NewRecord,
  settings: RecordSettings,
): Verified {
  const fields = Object.entries(added.fields).map(([name, value]): FieldChange => ({ path: [name], value }));
  const text: readonly FieldChange[] =
    added.text === undefined || added.text.trim() === '' ? [] : [{ path: ['text'], value: added.text.trim() }];
  return verify(before, after, { id: added.id, kind: added.kind, changes: [...fields, ...text] }, settings);
}

export function verifyChanged(
  before: Source,
  after: Source,
  record: AnyRecord,
  change: FieldChange,
  settings: RecordSettings,
): Verified {
  return verify(before, after, { id: record.id, kind: record.kind, changes: [change] }, settings);
}

interface Meant {
  readonly id: string;
  readonly kind: string;
  readonly changes: readonly FieldChange[];
}

function verify(before: Source | undefined, after: Source, meant: Meant, settings: RecordSettings): Verified {
  const old = readRecords(before ? [before] : [], settings);
  const reading = readRecords([after], settings);
  if (countOf(reading) > countOf(old)) return { why: whatIsWrong(reading) };
  const record = reading.records.find((one) => one.id === meant.id);
  if (record?.kind !== meant.kind || reading.duplicates.has(meant.id)) {
    return { why: `${meant.id} would not be read as a ${meant.kind}.` };
  }
  const others = untouched(old, reading, meant.id);
  if (others !== undefined) return { why: `${others} would change with it.` };
  const wrong = meant.changes.find(({ path, value }) => !isSame(valueAt(record.fields, path), value));
  if (wrong) return { why: `\`${wrong.path.join('.')}\` would not be read as it was meant.` };
  const kept = old.records.find((one) => one.id === meant.id);
  const lost = kept && otherField(kept, record, meant.changes);
  return lost === undefined ? { reading } : { why: `\`${lost}\` of ${meant.id} would change with it.` };
}

function countOf(reading: Reading): number {
  return reading.faults.length + reading.problems.length;
}

function whatIsWrong({ problems, faults }: Reading): string {
  return problems[0]?.message ?? faults[0]?.message ?? 'The file would not be read as before.';
}

/** @returns the id of a record that is not as it was */
function untouched(old: Reading, now: Reading, id: string): string | undefined {
  const known = new Map(old.records.map((record) => [record.id, record]));
  const seen = now.records.filter((record) => record.id !== id);
  const changed = seen.find((record) => !known.has(record.id) || contentOf(record) !== contentOf(known.get(record.id)));
  const left = new Set(now.records.map((record) => record.id));
  return changed?.id ?? old.records.find((record) => !left.has(record.id))?.id;
}

function contentOf(record: AnyRecord | undefined): string {
  if (!record) return '';
  return JSON.stringify([canonicalText(record, []), record.fields.status, linksOf(record)]);
}

function linksOf(record: AnyRecord): readonly (readonly [string, string])[] {
  return record.links.map((link) => [link.field, link.id] as const);
}

/** @returns a field that was not to change and did */
function otherField(old: AnyRecord, now: AnyRecord, changes: readonly FieldChange[]): string | undefined {
  const meant = new Set(changes.map((change) => change.path[0]));
  const names = new Set([...Object.keys(old.fields), ...Object.keys(now.fields)]);
  return [...names].find((name) => {
    if (!meant.has(name)) return !isSame(valueAt(old.fields, [name]), valueAt(now.fields, [name]) as Value);
    const inner = changes.filter((change) => change.path[0] === name);
    return inner.every((change) => change.path.length > 1) && otherInner(old, now, name, inner);
  });
}

/** Of a nested field only the one that was meant may differ. */
function otherInner(old: AnyRecord, now: AnyRecord, name: string, changes: readonly FieldChange[]): boolean {
  const [before, after] = [valueAt(old.fields, [name]), valueAt(now.fields, [name])];
  const meant = new Set(changes.map((change) => change.path[1]));
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].some(
    (inner) => !meant.has(inner) && !isSame(valueAt(before, [inner]), valueAt(after, [inner]) as Value),
  );
}

function valueAt(of: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, name)
        ? (at as Readonly<Record<string, unknown>>)[name]
        : undefined,
    of,
  );
}

/** One id may be read as a list of one; numbers and yes/no are written as words. */
function isSame(read: unknown, meant: Value | undefined): boolean {
  if (read === undefined || meant === undefined) return read === meant;
  if (Array.isArray(read) && !Array.isArray(meant)) return read.length === 1 && isSame(read[0], meant);
  if (Array.isArray(meant)) {
    return (
      Array.isArray(read) && read.length === meant.length && meant.every((item: Value, at) => isSame(read[at], item))
    );
  }
  if (typeof meant !== 'object') return typeof read !== 'object' && JSON.stringify(read) === JSON.stringify(meant);
  const names = Object.keys(meant);
  if (typeof read !== 'object' || read === null || Object.keys(read).length !== names.length) return false;
  return names.every((name) => isSame(valueAt(read, [name]), valueAt(meant, [name]) as Value));
}
