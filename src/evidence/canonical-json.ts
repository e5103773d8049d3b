/** JSON with keys in code-unit order and one form for everything: the same value always gives the same bytes. */

export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  // Without a prototype a key such as `__proto__` is a key like any other.
  const result: Record<string, unknown> = Object.create(null);
  for (const [key, inner] of entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) result[key] = sorted(inner);
  return result;
}
