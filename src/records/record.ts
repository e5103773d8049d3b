/** What a record is once it was read: typed fields, written links, and the place of each word. */
import type { FieldsOf, Spot } from '../shapes/index.js';
import type { FieldSpots } from './field-spots.js';
import type { all } from './kinds/all.js';
import type { COMMON_FIELDS } from './kinds/define.js';

type KindTable = (typeof all)[number];
export type KindName = KindTable['kind'];
type TableOf<K extends KindName> = Extract<KindTable, { kind: K }>;

/** Whatever a table requires may be missing: the record stays, and what is missing is a fault beside it. */
export type FieldsOfKind<K extends KindName> = Written<FieldsOf<TableOf<K>['fields']> & FieldsOf<typeof COMMON_FIELDS>>;
type Written<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

/** A link as somebody wrote it, at either end. */
export interface WrittenLink {
  /** Name of the field, dotted where it is nested. */
  readonly field: string;
  readonly id: string;
  readonly spot: Spot;
}

export interface RecordOf<K extends KindName> {
  readonly kind: K;
  readonly id: string;
  readonly fields: FieldsOfKind<K>;
  readonly links: readonly WrittenLink[];
  /** Where its id stands. */
  readonly spot: Spot;
  /** Where each of its fields stands, as far as it was written for this record. */
  readonly fieldSpots: Pick<FieldSpots, 'get' | 'values'>;
  /** Fields that were written but could not be used: their value is not known. */
  readonly unusable: ReadonlySet<string>;
}

/** A record of any kind; its `kind` tells which fields it has. */
export type AnyRecord = { [K in KindName]: RecordOf<K> }[KindName];

/** What is wrong in a record although it could be read; becomes a gap of the rule with the same name. */
export interface RecordFault {
  readonly rule:
    'unknown-field' | 'wrong-type' | 'empty-value' | 'missing-field' | 'unknown-kind' | 'duplicate-id' | 'malformed-id';
  /** Id of the record, or `undefined` where the fault belongs to the file. */
  readonly record: string | undefined;
  /** What tells faults of one rule at one record apart: a field, a kind. */
  readonly detail: string | undefined;
  readonly spot: Spot;
  readonly message: string;
  readonly todo: string;
  readonly related: readonly { readonly spot: Spot; readonly message: string }[];
}

/** Bytes that gave no record. */
export interface Problem {
  readonly spot: Spot;
  readonly message: string;
}

export interface Reading {
  /** In order of their ids; each id once. */
  readonly records: readonly AnyRecord[];
  readonly faults: readonly RecordFault[];
  readonly problems: readonly Problem[];
  /** Ids that stand twice or more: these records count for nothing until it is solved. */
  readonly duplicates: ReadonlySet<string>;
  /** Ids of records that could not be read, as far as they are known. */
  readonly lostIds: ReadonlySet<string>;
  /** Kinds of which at least one record could not be read; `any` where the kind is not known either. */
  readonly lostKinds: ReadonlySet<string>;
}
