/** Turns the keys of checked YAML (`not-below`) into those of the program (`notBelow`), following the shape, never the data. */
import type { Shape, ShapeNode } from '../shapes/index.js';

type CamelKey<K> = K extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<CamelKey<Tail>>}` : K;

/** Only keys of a mapping with named fields change; names that the user chose (`for: { threat-model: 1 }`) stay. */
export type CamelKeys<T> = T extends readonly (infer Item)[]
  ? readonly CamelKeys<Item>[]
  : T extends object
    ? { readonly [K in keyof T as CamelKey<K>]: CamelKeys<Exclude<T[K], undefined>> }
    : T;

export function camelKeys<T>(shape: Shape<T>, value: T): CamelKeys<T> {
  return convert(shape.node, value) as CamelKeys<T>;
}

function convert(node: ShapeNode, value: unknown): unknown {
  if (value === undefined) return undefined;
  switch (node.is) {
    case 'list':
      return (value as readonly unknown[]).map((item) => convert(node.of, item));
    case 'by-name':
      return mapped(
        value as object,
        (name) => name,
        () => node.of,
      );
    case 'fields':
      return mapped(value as object, camelKey, (name) => node.fields[name]?.shape.node);
    default:
      // An `either` holds words, numbers, choices and classes here: none of them has a key with a hyphen.
      return value;
  }
}

function mapped(
  value: object,
  keyOf: (name: string) => string,
  nodeOf: (name: string) => ShapeNode | undefined,
): Record<string, unknown> {
  const result: Record<string, unknown> = Object.create(null);
  for (const [name, item] of Object.entries(value)) {
    const node = nodeOf(name);
    result[keyOf(name)] = node ? convert(node, item) : item;
  }
  return result;
}

function camelKey(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
