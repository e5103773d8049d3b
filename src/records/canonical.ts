/** The canonical form of a record: its meaning without its layout, and the SHA-256 to which approvals bind. */
import { createHash } from 'node:crypto';
import { compareText } from '../shapes/index.js';
import type { AnyRecord } from './record.js';

/** Outgoing links of a record by field, whichever end they were written at. */
export type OutgoingLinks = readonly (readonly [field: string, ids: readonly string[]])[];

/**
 * A typed `status` is a claim about the record, not a part of its meaning: it is left out, so that calling an approved
 * record approved does not void the approval.
 */
const NOT_MEANING = new Set(['status']);

// @implements SRS-210
export function canonicalText(record: AnyRecord, outgoing: OutgoingLinks): string {
  const linked = new Set(record.links.map((link) => link.field));
  const fields = Object.entries(record.fields).filter(([name]) => !NOT_MEANING.has(name) && !linked.has(name));
  const links = outgoing
    .filter(([, ids]) => ids.length > 0)
    .map(([field, ids]) => [field, [...new Set(ids)].toSorted(compareText)] as const)
    .toSorted(([a], [b]) => compareText(a, b));
  return JSON.stringify([record.kind, record.id, sorted(Object.fromEntries(fields)), links]);
}

/** @returns SHA-256 of the canonical form, in hexadecimal */
export function recordHash(record: AnyRecord, outgoing: OutgoingLinks): string {
  return createHash('sha256').update(canonicalText(record, outgoing)).digest('hex');
}

function sorted(value: unknown): unknown {
  if (typeof value === 'string') return value.split(/\r?\n/).map(withoutBlanksAtEnd).join('\n').trim();
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => compareText(a, b));
  // An array of pairs, not an object: a key such as __proto__ stays a key.
  return entries.map(([name, inner]) => [name, sorted(inner)]);
}

/** By hand: a pattern would try every run of blanks in the line from each of its blanks. */
function withoutBlanksAtEnd(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--;
  return line.slice(0, end);
}
