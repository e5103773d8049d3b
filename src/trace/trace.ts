/** The graph of records: who links to whom, which records match a condition, and what follows from the model alone. */
import {
  canonicalText,
  recordHash,
  type AnyRecord,
  type KindName,
  type OutgoingLinks,
  type Reading,
  type RecordOf,
  type Where,
} from '../records/index.js';
import { COMPUTED, type ComputedField } from './computed.js';
import type { Edge } from './edges.js';
import { matchesWhere, type Match } from './where.js';

/** A file that takes part by tags in its comments. */
export interface FileEnd {
  readonly kind: '@file';
  readonly path: string;
}
export type End = AnyRecord | FileEnd;

export class Trace {
  readonly #byId: ReadonlyMap<string, AnyRecord>;
  readonly #byKind: ReadonlyMap<string, readonly AnyRecord[]>;
  readonly #edges: ReadonlyMap<string, ReadonlyMap<string, readonly Edge[]>>;
  readonly #computed: ReadonlyMap<string, ComputedField>;
  readonly #values = new Map<string, unknown>();
  readonly #hashes = new Map<string, string>();
  readonly edges: readonly Edge[];
  readonly reading: Reading;

  constructor(reading: Reading, edges: readonly Edge[], computed: ReadonlyMap<string, ComputedField> = COMPUTED) {
    this.reading = reading;
    this.edges = edges;
    this.#computed = computed;
    this.#byId = new Map(reading.records.map((record) => [record.id, record]));
    this.#byKind = groupByKind(reading.records);
    this.#edges = indexEdges(edges);
  }

  /** The same graph with more computed fields, named `kind.field`. */
  withComputed(more: ReadonlyMap<string, ComputedField>): Trace {
    return new Trace(this.reading, this.edges, new Map([...this.#computed, ...more]));
  }

  find(id: string): AnyRecord | undefined {
    return this.#byId.get(id);
  }

  /** Every record that counts: obsolete ones are left out. In order of their ids. */
  get records(): readonly AnyRecord[] {
    return this.reading.records.filter(isCurrent);
  }

  /** Records of a kind that count: obsolete ones are left out. */
  all<K extends KindName>(kind: K): readonly RecordOf<K>[] {
    return (this.#byKind.get(kind) ?? []) as unknown as readonly RecordOf<K>[];
  }

  /** The same for a kind that data name. */
  allNamed(kind: string): readonly AnyRecord[] {
    return this.#byKind.get(kind) ?? [];
  }

  edgesOf(record: AnyRecord, name: string): readonly Edge[] {
    return this.#edges.get(record.id)?.get(name) ?? [];
  }

  /** Names of the link fields by which the record has an edge. */
  linkNames(record: AnyRecord): readonly string[] {
    return [...(this.#edges.get(record.id)?.keys() ?? [])];
  }

  /** Far ends by a field or an inverse, records and files; obsolete records neither lack nor fill. */
  ends(record: AnyRecord, name: string): readonly End[] {
    return this.edgesOf(record, name).flatMap((edge): readonly End[] => {
      if (edge.end !== 'record') return [];
      const id = edge.from === record.id ? edge.to : edge.from;
      const other = this.#byId.get(id);
      if (other) return isCurrent(other) ? [other] : [];
      return [{ kind: '@file', path: id }];
    });
  }

  linked(record: AnyRecord, name: string): readonly AnyRecord[] {
    return this.ends(record, name).filter((end): end is AnyRecord => end.kind !== '@file');
  }

  /** Far ends of one kind, typed. */
  linkedOf<K extends KindName>(record: AnyRecord, name: string, kind: K): readonly RecordOf<K>[] {
    return this.linked(record, name).filter((other) => other.kind === kind) as unknown as readonly RecordOf<K>[];
  }

  /** Ids of targets that are no records: work products, rules, weaknesses, ids of other products. */
  foreign(record: AnyRecord, name: string): readonly string[] {
    return this.edgesOf(record, name)
      .filter((edge) => edge.end !== 'record')
      .map((edge) => (edge.from === record.id ? edge.to : edge.from));
  }

  /** Whether anything that counts is linked: a current record, a file, or something outside the project. */
  isLinked(record: AnyRecord, name: string): boolean {
    return this.ends(record, name).length > 0 || this.foreign(record, name).length > 0;
  }

  /** @returns the value of a computed field, `undefined` where there is no such field or it is not known */
  computed(record: AnyRecord, name: string): unknown {
    const key = `${record.kind}.${name}`;
    const field = this.#computed.get(key);
    if (!field) return undefined;
    const at = `${key}@${record.id}`;
    if (!this.#values.has(at)) this.#values.set(at, field(record, this));
    return this.#values.get(at);
  }

  isComputed(kind: string, name: string): boolean {
    return this.#computed.has(`${kind}.${name}`);
  }

  /** Names of the computed fields of a kind. */
  computedNames(kind: string): readonly string[] {
    const prefix = `${kind}.`;
    return [...this.#computed.keys()].flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
  }

  matches(record: AnyRecord, where: Where): Match {
    return matchesWhere(record, where, this);
  }

  /** SHA-256 of what the record means; approvals, reviews and decisions bind to it. */
  hash(record: AnyRecord): string {
    const known = this.#hashes.get(record.id);
    if (known !== undefined) return known;
    const hash = recordHash(record, this.#outgoing(record));
    this.#hashes.set(record.id, hash);
    return hash;
  }

  canonicalText(record: AnyRecord): string {
    return canonicalText(record, this.#outgoing(record));
  }

  #outgoing(record: AnyRecord): OutgoingLinks {
    const names = new Set(this.edges.length === 0 ? [] : this.linkNames(record));
    return [...names].flatMap((name) => {
      const targets = this.edgesOf(record, name).filter(
        (edge) => edge.relation.field === name && edge.from === record.id,
      );
      return targets.length > 0 ? [[name, targets.map((edge) => edge.to)] as const] : [];
    });
  }
}

export function isCurrent(record: AnyRecord): boolean {
  return record.fields.status !== 'obsolete';
}

function groupByKind(records: readonly AnyRecord[]): ReadonlyMap<string, readonly AnyRecord[]> {
  const groups = new Map<string, AnyRecord[]>();
  for (const record of records) {
    if (!isCurrent(record)) continue;
    const group = groups.get(record.kind);
    if (group) group.push(record);
    else groups.set(record.kind, [record]);
  }
  return groups;
}

function indexEdges(edges: readonly Edge[]): ReadonlyMap<string, ReadonlyMap<string, readonly Edge[]>> {
  const index = new Map<string, Map<string, Edge[]>>();
  const add = (id: string, name: string, edge: Edge): void => {
    const names = index.get(id) ?? new Map<string, Edge[]>();
    index.set(id, names);
    const list = names.get(name);
    if (list) list.push(edge);
    else names.set(name, [edge]);
  };
  for (const edge of edges) {
    add(edge.from, edge.relation.field, edge);
    if (edge.relation.inverse !== undefined && edge.end !== 'foreign') add(edge.to, edge.relation.inverse, edge);
  }
  return index;
}
