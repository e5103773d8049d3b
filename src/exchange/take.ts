/** Takes single values out of a foreign mapping: what is taken counts as carried, what is of another sort is told and lost. */
import type { DraftValue } from './imported.js';
import type { ForeignValue } from './foreign-value.js';

/** @returns `undefined` where nothing stands or no text does */
export function takeText(map: ForeignValue, key: string): string | undefined {
  const value = scalarAt(map, key, 'a text');
  return value?.carry();
}

/** @returns `undefined` where neither true nor false stands; both also in quotes, as some tools write them */
export function takeFlag(map: ForeignValue, key: string): boolean | undefined {
  const value = scalarAt(map, key, 'true or false');
  if (!value) return undefined;
  if (value.text !== 'true' && value.text !== 'false') {
    refuse(value, 'true or false');
    return undefined;
  }
  return value.carry() === 'true';
}

/** Looks at a number without carrying it. */
export function peekNumber(map: ForeignValue | undefined, key: string): number | undefined {
  const text = map?.find(key)?.text ?? '';
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number;
}

/** Texts of a list; one text stands for a list of one. */
export function takeTexts(map: ForeignValue, key: string): readonly string[] {
  return scalarsIn(map, key).map((value) => value.carry());
}

/** The scalars of a list without carrying them. */
export function scalarsIn(map: ForeignValue, key: string): readonly ForeignValue[] {
  const value = map.find(key);
  if (!value) return [];
  if (value.is === 'scalar') return [value];
  if (value.is === 'map') {
    refuse(value, 'a list');
    return [];
  }
  return value.items().filter((item) => {
    if (item.isEmpty) return false;
    if (item.is !== 'scalar') refuse(item, 'a text');
    return item.is === 'scalar';
  });
}

/** The mappings of a list, such as the cells of a diagram. */
export function mapsIn(map: ForeignValue, key: string): readonly ForeignValue[] {
  const value = map.find(key);
  if (value && value.is !== 'list') refuse(value, 'a list');
  return (value?.items() ?? []).filter((item) => {
    if (item.is !== 'map') refuse(item, 'a mapping');
    return item.is === 'map';
  });
}

/** The mappings that stand under names, such as the assets of a Threagile model; a name with nothing behind it counts. */
export function namedMapsIn(map: ForeignValue, key: string): readonly (readonly [string, ForeignValue])[] {
  const value = mapAt(map, key);
  return (value?.entries() ?? []).filter(([, child]) => {
    if (child.is !== 'map') refuse(child, 'a mapping');
    return child.is === 'map';
  });
}

export function mapAt(map: ForeignValue, key: string): ForeignValue | undefined {
  const value = map.find(key);
  if (value && value.is !== 'map') refuse(value, 'a mapping');
  return value?.is === 'map' ? value : undefined;
}

/** Whatever stands there, as it is: for `ext`. */
export function takePlain(value: ForeignValue | undefined): DraftValue | undefined {
  if (!value || value.isEmpty) return undefined;
  if (value.is === 'scalar') return plainScalar(value);
  if (value.is === 'list') return value.items().flatMap((item) => takePlain(item) ?? []);
  const entries = value.entries().flatMap(([key, child]) => {
    const plain = takePlain(child) ?? '';
    return [[key, plain] as const];
  });
  return new Map(entries);
}

function plainScalar(value: ForeignValue): DraftValue {
  const text = value.carry();
  if (value.isQuoted) return text;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d/.test(text) && String(Number(text)) === text ? Number(text) : text;
}

export function refuse(value: ForeignValue, expected: string): void {
  value.lose('unknown-value');
  const found = value.is === 'scalar' ? `\`${value.text.slice(0, 60)}\`` : value.is === 'list' ? 'a list' : 'a mapping';
  value.problems.add(value.path, `Expected is ${expected}, found ${found}; it is left out.`);
}

function scalarAt(map: ForeignValue, key: string, expected: string): ForeignValue | undefined {
  const value = map.find(key);
  if (!value || value.is === 'scalar') return value;
  refuse(value, expected);
  return undefined;
}
