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
import { compareText, groupBy } from '../shapes/index.js';
import { COMPUTED, type ComputedField } from './computed.js';
import type { Edge } from './edges.js';
import { FieldValues, type Told } from './field-values.js';
import { Conditions, type Match } from './where.js';

/** A file that takes part by tags in its comments. */
export interface FileEnd {
  readonly kind: '@file';
  readonly path: string;
}
export type End = AnyRecord | FileEnd;

export class Trace {
  readonly #byId: ReadonlyMap<string, AnyRecord>;
  readonly #byKind: ReadonlyMap<string, readonly AnyRecord[]>;
  readonly #links: LinkIndex;
  readonly #computed: ReadonlyMap<string, ComputedField>;
  /** The same by kind and name, each with the values that were asked before. */
  readonly #known = new Map<string, Map<string, (record: AnyRecord) => unknown>>();
  readonly #hashes = new Map<string, string>();
  readonly #values = new FieldValues(this);
  readonly #conditions = new Conditions(this.#values);
  readonly #files = new Map<string, FileEnd>();
  readonly edges: readonly Edge[];
  readonly reading: Reading;
  /** Every record that counts: obsolete ones are left out. In order of their ids. */
  readonly records: readonly AnyRecord[];

  /** @param same the same graph with other computed fields, whose index serves here too */
  constructor(
    reading: Reading,
    edges: readonly Edge[],
    computed: ReadonlyMap<string, ComputedField> = COMPUTED,
    same?: Trace,
  ) {
    this.reading = reading;
    this.edges = edges;
    this.#computed = computed;
    for (const [key, field] of computed) {
      const dot = key.indexOf('.');
      const names = this.#known.get(key.slice(0, dot)) ?? new Map<string, (record: AnyRecord) => unknown>();
      this.#known.set(key.slice(0, dot), names.set(key.slice(dot + 1), remembered(field, this)));
    }
    this.#byId = same ? same.#byId : new Map(reading.records.map((record) => [record.id, record]));
    this.records = same ? same.records : reading.records.filter(isCurrent);
    this.#byKind = same ? same.#byKind : groupBy(this.records, ({ kind }) => kind);
    this.#links = same ? same.#links : indexLinks(edges);
  }

  /** The same graph with more computed fields, named `kind.field`. */
  withComputed(more: ReadonlyMap<string, ComputedField>): Trace {
    return new Trace(this.reading, this.edges, new Map([...this.#computed, ...more]), this);
  }

  find(id: string): AnyRecord | undefined {
    return this.#byId.get(id);
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
    const links = this.#links.get(name)?.get(record.id) ?? NO_LINKS;
    return Array.isArray(links) ? links : links.edges;
  }

  /** Records that count and have an edge by the field, in order of their ids. */
  withEdges(name: string): readonly AnyRecord[] {
    const found = [...(this.#links.get(name)?.keys() ?? [])].flatMap((id) => this.#byId.get(id) ?? []);
    return found.filter(isCurrent).sort((a, b) => compareText(a.id, b.id));
  }

  /** Names of the link fields by which the record has an edge. */
  linkNames(record: AnyRecord): readonly string[] {
    return [...this.#links].flatMap(([name, links]) => (links.has(record.id) ? [name] : []));
  }

  /** Far ends by a field or an inverse, records and files; obsolete records neither lack nor fill. */
  ends(record: AnyRecord, name: string): readonly End[] {
    return this.#linksOf(record, name).ends;
  }

  linked(record: AnyRecord, name: string): readonly AnyRecord[] {
    return this.#linksOf(record, name).records;
  }

  /** Far ends of one kind, typed. */
  linkedOf<K extends KindName>(record: AnyRecord, name: string, kind: K): readonly RecordOf<K>[] {
    return onlyOf(kind, this.linked(record, name)) as unknown as readonly RecordOf<K>[];
  }

  /** Ids of targets that are no records: work products, rules, weaknesses, ids of other products. */
  foreign(record: AnyRecord, name: string): readonly string[] {
    return this.#linksOf(record, name).foreign;
  }

  /** Whether anything that counts is linked: a current record, a file, or something outside the project. */
  isLinked(record: AnyRecord, name: string): boolean {
    const links = this.#linksOf(record, name);
    return links.ends.length > 0 || links.foreign.length > 0;
  }

  /** What it names by a field or an inverse, as words: ids and paths of what counts. */
  names(record: AnyRecord, name: string): readonly string[] {
    const links = this.#linksOf(record, name);
    return (links.names ??= [...links.ends.map((end) => (end.kind === '@file' ? end.path : end.id)), ...links.foreign]);
  }

  #linksOf(record: AnyRecord, name: string): Links {
    const links = this.#links.get(name)?.get(record.id);
    if (!links) return NO_LINKS;
    return Array.isArray(links) ? this.#resolve(record, name, links) : links;
  }

  #resolve(record: AnyRecord, name: string, edges: readonly Edge[]): Links {
    const [only] = edges;
    const links = only && edges.length === 1 ? this.#linkBy(record, only, edges) : this.#linksBy(record, edges);
    this.#links.get(name)?.set(record.id, links);
    return links;
  }

  /** Most records have one link by a field. */
  #linkBy(record: AnyRecord, edge: Edge, edges: readonly Edge[]): Links {
    const far = edge.from === record.id ? edge.to : edge.from;
    if (edge.end !== 'record') return new Links(edges, NO_RECORDS, NO_RECORDS, [far]);
    const other = this.#byId.get(far);
    if (!other) return new Links(edges, [this.#file(far)], NO_RECORDS, NOTHING_FOREIGN);
    const records = isCurrent(other) ? [other] : NO_RECORDS;
    return new Links(edges, records, records, NOTHING_FOREIGN);
  }

  #linksBy(record: AnyRecord, edges: readonly Edge[]): Links {
    const ends: End[] = [];
    const records: AnyRecord[] = [];
    const foreign: string[] = [];
    for (const edge of edges) {
      const one = this.#linkBy(record, edge, edges);
      ends.push(...one.ends);
      records.push(...one.records);
      foreign.push(...one.foreign);
    }
    // Copies have no room to grow: an array that was pushed to keeps room for seventeen, and there are many. Nearly always
    // all ends are records.
    const allEnds = ends.slice();
    return new Links(
      edges.slice(),
      allEnds,
      ends.length === records.length ? (allEnds as AnyRecord[]) : records.slice(),
      foreign.length === 0 ? NOTHING_FOREIGN : foreign.slice(),
    );
  }

  #file(path: string): FileEnd {
    const known = this.#files.get(path) ?? { kind: '@file', path };
    this.#files.set(path, known);
    return known;
  }

  /** @returns the value of a computed field, `undefined` where there is no such field or it is not known */
  computed(record: AnyRecord, name: string): unknown {
    return this.computedBy(record.kind, name)?.(record);
  }

  /** The same for whoever asks it of many records of one kind. */
  computedBy(kind: string, name: string): ((record: AnyRecord) => unknown) | undefined {
    return this.#known.get(kind)?.get(name);
  }

  isComputed(kind: string, name: string): boolean {
    return this.#known.get(kind)?.has(name) ?? false;
  }

  /** Names of the computed fields of a kind. */
  computedNames(kind: string): readonly string[] {
    return [...(this.#known.get(kind)?.keys() ?? [])];
  }

  /** What the record says in a field, a computed field, by a link, or over a link in a field of the far end. */
  told(record: AnyRecord, name: string): Told {
    return this.#values.of(record, name);
  }

  /** @param where absent: any record */
  matches(record: AnyRecord, where: Where | undefined): Match {
    return where === undefined || this.#conditions.match(record, where);
  }

  /** SHA-256 of what the record means; approvals, reviews and decisions bind to it. */
  hash(record: AnyRecord): string {
    const known = this.#hashes.get(record.id);
    if (known !== undefined) return known;
    const hash = recordHash(record, this.outgoing(record));
    this.#hashes.set(record.id, hash);
    return hash;
  }

  canonicalText(record: AnyRecord): string {
    return canonicalText(record, this.outgoing(record));
  }

  /** Links that start at the record, whichever end they were written at: what its hash counts. */
  outgoing(record: AnyRecord): OutgoingLinks {
    const names = new Set(this.edges.length === 0 ? [] : this.linkNames(record));
    return [...names].flatMap((name) => {
      const targets = this.edgesOf(record, name).filter(
        (edge) => edge.relation.field === name && edge.from === record.id,
      );
      return targets.length > 0 ? [[name, targets.map((edge) => edge.to)] as const] : [];
    });
  }
}

/** The same list where all are of the kind, as they nearly always are. */
function onlyOf(kind: string, records: readonly AnyRecord[]): readonly AnyRecord[] {
  for (const record of records) if (record.kind !== kind) return among(kind, records);
  return records;
}

function among(kind: string, records: readonly AnyRecord[]): readonly AnyRecord[] {
  return records.filter((one) => one.kind === kind);
}

// @implements SRS-206
export function isCurrent(record: AnyRecord): boolean {
  return record.fields.status !== 'obsolete';
}

/** Every value that was computed before. */
function remembered(field: ComputedField, trace: Trace): (record: AnyRecord) => unknown {
  const values = new Map<string, unknown>();
  return (record) => {
    const before = values.get(record.id);
    if (before !== undefined || values.has(record.id)) return before;
    const value = field(record, trace);
    values.set(record.id, value);
    return value;
  };
}

const NO_RECORDS: readonly AnyRecord[] = [];
const NOTHING_FOREIGN: readonly string[] = [];

/** The links of one record by one field: rules and criteria ask for them again and again. A class, so that all have one form. */
class Links {
  readonly edges: readonly Edge[];
  readonly ends: readonly End[];
  readonly records: readonly AnyRecord[];
  readonly foreign: readonly string[];
  /** Made when somebody asks. */
  names: readonly string[] | undefined;

  constructor(edges: readonly Edge[], ends: readonly End[], records: readonly AnyRecord[], foreign: readonly string[]) {
    this.edges = edges;
    this.ends = ends;
    this.records = records;
    this.foreign = foreign;
    this.names = undefined;
  }
}

/** By the name of the field and the id of the record; edges until somebody asks for what is at their ends. */
type LinkIndex = Map<string, Map<string, Links | Edge[]>>;

const NO_LINKS = new Links([], NO_RECORDS, NO_RECORDS, NOTHING_FOREIGN);

function indexLinks(edges: readonly Edge[]): LinkIndex {
  const index = new Map<string, Map<string, Edge[]>>();
  const add = (id: string, name: string, edge: Edge): void => {
    const ids = index.get(name) ?? new Map<string, Edge[]>();
    index.set(name, ids);
    const list = ids.get(id);
    if (list) list.push(edge);
    else ids.set(id, [edge]);
  };
  for (const edge of edges) {
    add(edge.from, edge.relation.field, edge);
    if (edge.relation.inverse !== undefined && edge.end !== 'foreign') add(edge.to, edge.relation.inverse, edge);
  }
  return index;
}
