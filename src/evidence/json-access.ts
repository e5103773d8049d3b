/** Looks into JSON of unknown shape: what is not of the expected type is as if it were not there. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** @returns a whole number from 0, or `undefined` */
export function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** Follows keys of its own, never inherited ones such as `constructor`. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  let found: unknown = value;
  for (const key of keys) {
    const object = objectOf(found);
    if (!object || !Object.hasOwn(object, key)) return undefined;
    found = object[key];
  }
  return found;
}

export function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  return textOf(at(value, ...keys));
}

export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  return listOf(at(value, ...keys));
}
