/** The words in which records, settings and packs describe their fields: one table gives check, type and JSON Schema. */

/** `T` is the type of the checked value; it exists for the compiler only. */
export interface Shape<T> {
  readonly node: ShapeNode;
  readonly type?: T;
}

export type ShapeNode =
  | { readonly is: 'text'; readonly pattern?: RegExp; readonly expected?: string; readonly oneLine: boolean }
  | { readonly is: 'number'; readonly whole: boolean; readonly min?: number; readonly max?: number }
  | { readonly is: 'yes-no' }
  | { readonly is: 'date' }
  | { readonly is: 'choice'; readonly values: readonly string[] }
  /** Names records or entries; one or a list of them. The reader reports each with its place. */
  | { readonly is: 'ids' }
  | {
      readonly is: 'list';
      readonly of: ShapeNode;
      readonly orOne: boolean;
      /** Words that stand for several values, such as `both`. */
      readonly standsFor?: Readonly<Record<string, readonly string[]>>;
    }
  | { readonly is: 'fields'; readonly fields: Readonly<Record<string, Field<unknown>>> }
  | { readonly is: 'by-name'; readonly of: ShapeNode; readonly names?: readonly string[] }
  | { readonly is: 'either'; readonly of: readonly ShapeNode[]; readonly expected: string }
  /** Kept untouched. */
  | { readonly is: 'anything' };

export interface Field<T, Required extends boolean = boolean> {
  readonly shape: Shape<T>;
  readonly about: string;
  readonly required: Required;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type ValueOf<S> = S extends Shape<infer T> ? T : never;
export type FieldsOf<F extends Fields> = {
  readonly [K in keyof F as F[K]['required'] extends true ? K : never]: ValueOf<F[K]['shape']>;
} & {
  readonly [K in keyof F as F[K]['required'] extends true ? never : K]?: ValueOf<F[K]['shape']> | undefined;
};

export const text: Shape<string> = { node: { is: 'text', oneLine: false } };
export const line: Shape<string> = { node: { is: 'text', oneLine: true } };
export const number: Shape<number> = { node: { is: 'number', whole: false } };
export const yesNo: Shape<boolean> = { node: { is: 'yes-no' } };
export const date: Shape<string> = { node: { is: 'date' } };
export const ids: Shape<readonly string[]> = { node: { is: 'ids' } };
export const anything: Shape<unknown> = { node: { is: 'anything' } };

/** @param expected how a message names it: `a SHA-256 in hexadecimal` */
export function word(pattern: RegExp, expected: string): Shape<string> {
  return { node: { is: 'text', pattern, expected, oneLine: true } };
}

export function whole(min: number, max: number): Shape<number> {
  return { node: { is: 'number', whole: true, min, max } };
}

export function choice<const V extends readonly string[]>(...values: V): Shape<V[number]> {
  return { node: { is: 'choice', values } };
}

export function list<T>(of: Shape<T>): Shape<readonly T[]> {
  return { node: { is: 'list', of: of.node, orOne: false } };
}

/** A list, or a single value that stands for a list of one. */
export function oneOrMore<T>(of: Shape<T>): Shape<readonly T[]> {
  return { node: { is: 'list', of: of.node, orOne: true } };
}

/** One or more of the values; a word of `standsFor` is read as the values it stands for. */
export function someOf<V extends string>(
  of: Shape<V>,
  standsFor: Readonly<Record<string, readonly V[]>> = {},
): Shape<readonly V[]> {
  return { node: { is: 'list', of: of.node, orOne: true, standsFor } };
}

export function mapping<F extends Fields>(fields: F): Shape<FieldsOf<F>> {
  return { node: { is: 'fields', fields } };
}

/** A mapping whose keys are names of the user's. */
export function byName<T>(of: Shape<T>, names?: readonly string[]): Shape<Readonly<Record<string, T>>> {
  return { node: names ? { is: 'by-name', of: of.node, names } : { is: 'by-name', of: of.node } };
}

/** The first of the shapes whose form (scalar, list, mapping) fits. */
export function either<A, B>(expected: string, a: Shape<A>, b: Shape<B>): Shape<A | B> {
  return { node: { is: 'either', of: [a.node, b.node], expected } };
}

export function optional<T>(shape: Shape<T>, about: string): Field<T, false> {
  return { shape, about, required: false };
}

export function needed<T>(shape: Shape<T>, about: string): Field<T, true> {
  return { shape, about, required: true };
}
