/** Takes out of every word of a document what would steer a terminal, a printer or the direction of writing. */
import { withoutControls } from '../text/markdown-blocks.js';

/** Pictures are our own, and cleaned where they are drawn. */
const OURS = new Set(['svg']);

export function clean<T>(value: T): T {
  return cleaned(value) as T;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return withoutControls(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, OURS.has(name) ? (inner as unknown) : cleaned(inner)]),
  );
}
