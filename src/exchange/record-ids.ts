/**
 * Gives each thing of a foreign model the id of its record: the foreign id if it can be one and a person could type it,
 * else one made of the name. The same model gives the same ids, whatever the order of its parts (ADR on exchange).
 */
import { createHash } from 'node:crypto';
import { findKind, type KindName } from '../records/index.js';
import type { ForeignValue } from './foreign-value.js';

/** A part of a foreign model that becomes a record. */
export interface Thing {
  readonly kind: KindName;
  /** By which the model refers to it. */
  readonly foreignId: string | undefined;
  readonly name: string | undefined;
  readonly value: ForeignValue;
  /** What tells it from others of one name, if not the foreign id. */
  readonly key?: string;
  /** Before the name, if not the most usual one of the kind. */
  readonly prefix?: string;
}

const ID = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;
/** Nobody can read or type one, so a name is better. */
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const SLUG_LENGTH = 40;
const DIGEST_LENGTH = 6;

/** Whether an import takes it over as it is. */
export function isKeptId(id: string): boolean {
  return ID.test(id) && !UUID.test(id);
}

/** @param taken ids that other records of the project bear; none of them is given */
export function recordIds(things: readonly Thing[], taken: ReadonlySet<string>): ReadonlyMap<Thing, string> {
  const ids = new Map<Thing, string>();
  const used = new Set(taken);
  for (const propose of [byForeignId, byName, byNameAndDigest]) {
    const proposals = things.filter((thing) => !ids.has(thing)).map((thing) => [thing, propose(thing)] as const);
    const counts = new Map<string | undefined, number>();
    for (const [, id] of proposals) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const [thing, id] of proposals)
      if (id !== undefined && counts.get(id) === 1 && !used.has(id)) ids.set(thing, id);
    for (const id of ids.values()) used.add(id);
  }
  for (const thing of things) if (!ids.has(thing)) ids.set(thing, numbered(thing, used));
  return ids;
}

function byForeignId({ foreignId }: Thing): string | undefined {
  return foreignId !== undefined && isKeptId(foreignId) ? foreignId : undefined;
}

function byName(thing: Thing): string | undefined {
  const slug = slugOf(thing.name ?? '') || slugOf(readableId(thing));
  return slug === '' ? undefined : `${prefixOf(thing)}-${slug}`;
}

/** Of several with one name each gets a digest, so that none depends on which comes first. */
function byNameAndDigest(thing: Thing): string {
  const digest = createHash('sha256')
    .update(thing.key ?? thing.foreignId ?? thing.value.path)
    .digest('hex')
    .slice(0, DIGEST_LENGTH);
  return `${byName(thing) ?? prefixOf(thing)}-${digest}`;
}

/** Two things with one name and one foreign id: the file cannot tell them apart either. */
function numbered(thing: Thing, used: Set<string>): string {
  const base = byNameAndDigest(thing);
  let number = 2;
  while (used.has(`${base}-${number}`)) number++;
  used.add(`${base}-${number}`);
  return `${base}-${number}`;
}

function readableId({ foreignId }: Thing): string {
  return foreignId === undefined || UUID.test(foreignId) ? '' : foreignId;
}

function prefixOf({ kind, prefix }: Thing): string {
  return prefix ?? findKind(kind)?.prefixes[0] ?? kind;
}

/** @returns small letters, digits and hyphens, at most 40; empty where the name has none */
export function slugOf(name: string): string {
  const words = name
    .slice(0, 1_000)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    if (slug !== '' && slug.length + 1 + word.length > SLUG_LENGTH) break;
    slug = slug === '' ? word.slice(0, SLUG_LENGTH) : `${slug}-${word}`;
  }
  return slug;
}
