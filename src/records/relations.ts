/** The relation table as typed data: which records may be linked by which field, and what must be linked. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { yamlLibrary } from '../shapes/index.js';

/** A target that is no record; it resolves in packs, Git or evidence. */
export type ForeignTarget =
  | '@weakness'
  | '@reference'
  | '@work-product'
  | '@clause'
  | '@rule'
  | '@obligation'
  | '@criterion'
  | '@candidate'
  | '@file'
  | '@version'
  | '@statement';

export interface Relation {
  /** Kinds that may write `field`; `any`, or `@file` for a tag in source code. */
  readonly from: readonly string[];
  /** Dotted where it is nested: `steps.flows` is the field `flows` of each step. */
  readonly field: string;
  /** Kinds that the ids may name, `any`, `same`, or foreign targets. */
  readonly to: readonly string[];
  readonly inverse?: string;
  readonly many: 'one' | 'optional' | 'some' | 'any';
  readonly shape?: 'acyclic' | 'tree';
  /** Name of a check of the two ends. */
  readonly limit?: string;
  /** The id that is named stays given out, also where its record is gone. */
  readonly reserves?: boolean;
}

export interface ExpectationAsk {
  readonly class?: readonly ('A' | 'B' | 'C')[];
  /** A condition on facts. */
  readonly when?: string;
  readonly where?: Where;
  readonly basis: readonly string[];
}

/** Field = value, one of several, `none` (empty) or `some` (not empty). */
export type Where = Readonly<Record<string, string | readonly string[]>>;

/** One row = one rule: records of a kind that must be linked. */
export interface Expectation {
  readonly rule: string;
  readonly of: string;
  readonly where: Where;
  readonly link: string;
  readonly or: readonly string[];
  /** Limits on the far end of the other links. */
  readonly orAmong: Where;
  readonly orField: readonly string[];
  /** A person rejected every candidate of the library for the record. */
  readonly orRejected: boolean;
  readonly among: Where;
  readonly asks: readonly ExpectationAsk[];
}

export interface RelationTable {
  readonly relations: readonly Relation[];
  readonly expectations: readonly Expectation[];
}

interface RawTable {
  readonly format: number;
  readonly relations: readonly (Omit<Relation, 'from' | 'to'> & { from: string | string[]; to: string | string[] })[];
  readonly expect: readonly (Pick<Expectation, 'rule' | 'of' | 'link' | 'asks'> &
    Partial<Pick<Expectation, 'or' | 'among'>> & {
      where?: RawWhere;
      'or-among'?: RawWhere;
      'or-field'?: string[];
      'or-rejected'?: boolean;
    })[];
}
type RawWhere = Record<string, string | boolean | (string | boolean)[]>;

let table: RelationTable | undefined;

/** The shipped table; read once. The build leaves it as JSON beside this module, because parsing the YAML costs more than a run. */
export function relationTable(): RelationTable {
  table ??= tableFrom(readShipped());
  return table;
}

function readShipped(): RawTable {
  const besides = (name: string): string => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
  const compiled = import.meta.url.endsWith('.js');
  return (
    compiled ? JSON.parse(besides('./relations.json')) : yamlLibrary().parse(besides('./relations.yaml'))
  ) as RawTable;
}

function tableFrom(raw: RawTable): RelationTable {
  return {
    relations: raw.relations.map((row) => ({ ...row, from: listOf(row.from), to: listOf(row.to) })),
    expectations: raw.expect.map((row) => ({
      rule: row.rule,
      of: row.of,
      where: whereFrom(row.where ?? {}),
      link: row.link,
      or: row.or ?? [],
      orAmong: whereFrom(row['or-among'] ?? {}),
      orField: row['or-field'] ?? [],
      orRejected: row['or-rejected'] ?? false,
      among: whereFrom((row.among ?? {}) as RawWhere),
      asks: row.asks.map((ask) => (ask.where ? { ...ask, where: whereFrom(ask.where as RawWhere) } : ask)),
    })),
  };
}

function whereFrom(raw: RawWhere): Where {
  return Object.fromEntries(
    Object.entries(raw).map(([field, wanted]) => [field, Array.isArray(wanted) ? wanted.map(String) : String(wanted)]),
  );
}

function listOf(value: string | string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** A field by which a kind of record links, seen from one end. */
export interface LinkField {
  readonly name: string;
  /** Written at the record that the relation starts from, or at the other end. */
  readonly end: 'from' | 'to';
  /** Rows that share the name; the kind of the id decides which one holds. */
  readonly relations: readonly Relation[];
}

const linkFieldsOf = new Map<string, ReadonlyMap<string, LinkField>>();

/** @returns every link field and inverse that a record of the kind may carry, by name */
export function linkFields(kind: string): ReadonlyMap<string, LinkField> {
  const known = linkFieldsOf.get(kind);
  if (known) return known;
  const found = new Map<string, LinkField>();
  for (const relation of relationTable().relations) {
    if (mayStart(relation, kind)) add(found, relation.field, 'from', relation);
    if (relation.inverse !== undefined && mayEnd(relation, kind)) add(found, relation.inverse, 'to', relation);
  }
  linkFieldsOf.set(kind, found);
  return found;
}

function add(found: Map<string, LinkField>, name: string, end: LinkField['end'], relation: Relation): void {
  const relations = [...(found.get(name)?.relations ?? []), relation];
  found.set(name, { name, end, relations });
}

export function mayStart(relation: Relation, kind: string): boolean {
  return relation.from.includes(kind) || relation.from.includes('any');
}

export function mayEnd(relation: Relation, kind: string): boolean {
  if (relation.to.includes('same')) return mayStart(relation, kind);
  return relation.to.includes(kind) || relation.to.includes('any');
}
