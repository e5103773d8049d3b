/** What is written into a record: words, yes/no, lists and named values, as they will stand in YAML. */
import type { KindName } from '../records/index.js';

export type Value = string | number | boolean | readonly Value[] | { readonly [name: string]: Value };

export interface NewRecord {
  readonly kind: KindName;
  readonly id: string;
  /** In the order in which they will stand; `title` becomes the heading of a section. */
  readonly fields: Readonly<Record<string, Value>>;
  /** What a reader reads: the body of a Markdown file or section, else the field `text`. */
  readonly text?: string;
}

export interface FieldChange {
  /** Names from the outside in, such as `before`, `vector`. */
  readonly path: readonly [string, ...string[]];
  readonly value: Value;
}
