/** Which fields and links of one record differ between two states: by meaning, never by layout or order of writing. */
import { canonicalText, linkFields, type AnyRecord } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import type { Renames } from './renames.js';
import { shownBoth } from './shown-value.js';
import type { Sides } from './sides.js';

export interface FieldChange {
  /** Dotted where it is nested. */
  readonly name: string;
  /** Shortened; `null` where the field was not there, `unknown` where it could not be read. */
  readonly before: string | null;
  readonly after: string | null;
}

/** @returns in order of the names; none if both say the same */
export function changedFields(old: AnyRecord, present: AnyRecord, sides: Sides): readonly FieldChange[] {
  if (old.kind !== present.kind) return [fieldChange('kind', old.kind, present.kind)];
  if (saysTheSame(old, present, sides)) return [];
  const changes = [...ofFields(old, present), ...ofLinks(old, present, sides)];
  return changes.toSorted((a, b) => compareText(a.name, b.name));
}

function saysTheSame(old: AnyRecord, present: AnyRecord, { before, after }: Sides): boolean {
  return (
    old.id === present.id &&
    old.fields.status === present.fields.status &&
    old.unusable.size + present.unusable.size === 0 &&
    before.trace.canonicalText(old) === after.trace.canonicalText(present)
  );
}

function ofFields(old: AnyRecord, present: AnyRecord): readonly FieldChange[] {
  const links = linkFields(old.kind);
  const names = namesOf(old, present).filter((name) => !links.has(name) || isUnreadable(name, old, present));
  return names.flatMap((name) => {
    if (isUnreadable(name, old, present)) return unreadable(name, old, present);
    return differing(name, own(old.fields, name), own(present.fields, name), 0);
  });
}

function namesOf(old: AnyRecord, present: AnyRecord): readonly string[] {
  const written = [old, present].flatMap((record) => [...Object.keys(record.fields), ...record.unusable]);
  return [...new Set(written)];
}

function isUnreadable(name: string, old: AnyRecord, present: AnyRecord): boolean {
  return old.unusable.has(name) || present.unusable.has(name);
}

/** Where it can be read in neither state, nothing can be said of a change. */
function unreadable(name: string, old: AnyRecord, present: AnyRecord): readonly FieldChange[] {
  if (old.unusable.has(name) && present.unusable.has(name)) return [];
  const [was, is] = shownBoth(own(old.fields, name), own(present.fields, name));
  return [
    {
      name,
      before: old.unusable.has(name) ? 'unknown' : (was ?? null),
      after: present.unusable.has(name) ? 'unknown' : (is ?? null),
    },
  ];
}

const MAX_DEPTH = 3;

/** A field of fields is told field by field. */
function differing(name: string, was: unknown, is: unknown, depth: number): readonly FieldChange[] {
  if (meaning(was) === meaning(is)) return [];
  if (!isMapping(was) || !isMapping(is) || depth >= MAX_DEPTH) return [fieldChange(name, was, is)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names.flatMap((inner) => differing(`${name}.${inner}`, own(was, inner), own(is, inner), depth + 1));
}

/** The canonical form of a value: what an approval would be bound to. */
function meaning(value: unknown): string {
  const record = { kind: 'document', id: '', fields: { ext: value }, links: [] } as unknown as AnyRecord;
  return canonicalText(record, []);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ofLinks(old: AnyRecord, present: AnyRecord, { before, after, renames }: Sides): readonly FieldChange[] {
  const olds = linksOf(before.trace.outgoing(old), present.id, renames);
  const news = linksOf(after.trace.outgoing(present), present.id, renames);
  const names = [...new Set([...olds.keys(), ...news.keys()])];
  return names.flatMap((name) => {
    const [was = [], is = []] = [olds.get(name), news.get(name)];
    if (isUnreadable(name, old, present) || was.join('\n') === is.join('\n')) return [];
    const lost = was.filter((id) => !is.includes(id) && isWritten(name, id, present, renames));
    return [linkChange(name, was, [...is, ...lost.map((id) => `${id} (not there)`)])];
  });
}

function linkChange(name: string, was: readonly string[], is: readonly string[]): FieldChange {
  return fieldChange(name, was.length === 0 ? undefined : was, is.length === 0 ? undefined : is);
}

/** The link still stands there and leads nowhere, because what it led to is gone. */
function isWritten(name: string, id: string, { links }: AnyRecord, renames: Renames): boolean {
  return links.some((link) => link.field === name && renames.now(link.id) === id);
}

/** Under the ids of today. That a renamed record says whose place it took is the rename itself. */
function linksOf(
  links: readonly (readonly [string, readonly string[]])[],
  owner: string,
  renames: Renames,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    links.map(([name, ids]) => {
      const targets = name === 'replaces' ? ids.filter((far) => renames.now(far) !== owner) : ids;
      return [name, [...new Set(targets.map((far) => renames.now(far)))].toSorted(compareText)] as const;
    }),
  );
}

function fieldChange(name: string, was: unknown, is: unknown): FieldChange {
  const [before, after] = shownBoth(was, is);
  return { name, before: before ?? null, after: after ?? null };
}

function own(of: object, name: string): unknown {
  return Object.hasOwn(of, name) ? (of as Readonly<Record<string, unknown>>)[name] : undefined;
}
