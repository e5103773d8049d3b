/** What an import gives: records as they will be written, what no record carries, and what is wrong in the file. */
import type { KindName } from '../records/index.js';

/** A value of a field: mappings keep their order, and a key such as `__proto__` is a key like any other. */
export type DraftValue = string | number | boolean | readonly DraftValue[] | DraftMap;
export interface DraftMap extends ReadonlyMap<string, DraftValue> {}

export interface RecordDraft {
  readonly kind: KindName;
  readonly id: string;
  /** In the order in which they are written; without `id` and `kind`. */
  readonly fields: DraftMap;
  /** Where it stands in the foreign file. */
  readonly from: string;
}

export type LossReason =
  /** No field carries such a value. */
  | 'no-such-field'
  /** There is a field, and the value is none that it takes. */
  | 'unknown-value'
  /** The file says two things, or names something that is not there. */
  | 'ambiguous'
  /** How the tool draws, counts or keeps its model. */
  | 'drawing-only';

export interface Loss {
  /** JSON Pointer into the foreign file; in an export the record, its field, and the id of a link. */
  readonly at: string;
  /** The value, at most 200 characters. */
  readonly what: string;
  readonly why: LossReason;
  /** How many single values stand there. */
  readonly values: number;
}

export interface Problem {
  /** JSON Pointer into the foreign file, or line and column where it could not be read; empty for the whole file. */
  readonly path: string;
  readonly message: string;
}

export interface Imported {
  readonly records: readonly RecordDraft[];
  readonly losses: readonly Loss[];
  readonly problems: readonly Problem[];
}
