/** Writes draft values as JSON text; a key such as `__proto__` stays a key. */
import { asList, asMap } from './draft-value.js';
import type { DraftValue } from './imported.js';

export function jsonText(value: DraftValue): string {
  return `${JSON.stringify(plain(value), null, 2)}\n`;
}

function plain(value: DraftValue): unknown {
  const list = asList(value);
  if (list) return list.map(plain);
  const map = asMap(value);
  if (!map) return value;
  // `fromEntries` defines own properties, where an assignment to `__proto__` would set the prototype.
  return Object.fromEntries([...map].map(([key, inner]) => [key, plain(inner)]));
}
