/** Says what a pack holds in one canonical text, and the digest of it: layout, order of keys and places do not count. */
import { createHash } from 'node:crypto';
import { compareText } from '../shapes/index.js';
import type { Pack } from './pack.js';

/** @returns SHA-256 in hexadecimal over what the pack says */
export function packDigest(pack: Omit<Pack, 'digest'>): string {
  return createHash('sha256').update(canonicalJson(pack)).digest('hex');
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined && !isSpot(item))
    .sort(([a], [b]) => compareText(a, b));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** A place in a file: it names its whole source text and must not reach a digest or the shipped JSON. */
export function isSpot(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'source' in value && 'offset' in value;
}
