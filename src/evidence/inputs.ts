/** What a run may have depended on: each file of the commit with its Git blob id, so that content can be compared later. */
import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

/** Path → blob id; `null` where the content could not be read, so that nobody can say whether it changed. */
export type Inputs = ReadonlyMap<string, string | null>;

/** The id that Git gives to this content. */
export function gitBlobId(content: Uint8Array, algorithm: 'sha1' | 'sha256'): string {
  return createHash(algorithm).update(`blob ${content.length}\0`).update(content).digest('hex');
}

/** Many statements of one commit share one list, which is stored once under its own hash. */
export function inputsText(inputs: Inputs): string {
  return canonicalJson(Object.fromEntries(inputs));
}

/** @returns `undefined` if this is no list of inputs */
export function readInputs(text: string): Inputs | undefined {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every(([, id]) => id === null || typeof id === 'string') ? new Map(entries) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
