/** The threat model of a project on its way out: its architecture, threats and controls, and what becomes of each. */
import { asText } from './draft-value.js';
import { kindNames, type KindName } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import type { Loss } from './imported.js';
import { OwnRecord } from './own-record.js';

/** A value that the format demands and no record says; the reader of the file cannot tell it from one that was said. */
export interface Filled {
  readonly record: string;
  /** Of the foreign format. */
  readonly key: string;
  readonly value: string;
  /** Field in which an import of the file would put it; `null` if it goes to `ext`. */
  readonly field: string | null;
}

export interface WrittenModel {
  readonly text: string;
  /** What a rule of the format forced, beside what nobody took. */
  readonly losses: readonly Loss[];
  readonly filled: readonly Filled[];
}

/** Kinds of which a threat model is made; records of other kinds are counted and not looked at. */
const KINDS = [
  'item',
  'boundary',
  'interface',
  'flow',
  'asset',
  'agent',
  'assumption',
  'threat',
  'control',
  'view',
] as const;
type ModelKind = (typeof KINDS)[number];

export class OwnModel {
  readonly title: string;
  readonly #records: ReadonlyMap<ModelKind, readonly OwnRecord[]>;
  readonly #byId: ReadonlyMap<string, OwnRecord>;
  readonly #others: ReadonlyMap<KindName, number>;
  readonly #written = new Set<string>();
  readonly #indexes = new Map<string, Map<string, OwnRecord[]>>();

  constructor(trace: Trace, title: string) {
    this.title = title;
    this.#records = new Map(
      KINDS.map((kind) => [kind, trace.allNamed(kind).map((record) => new OwnRecord(record, trace))]),
    );
    this.#byId = new Map([...this.#records.values()].flat().map((record) => [record.id, record]));
    const others = kindNames().filter((kind) => !(KINDS as readonly string[]).includes(kind));
    this.#others = new Map(others.map((kind) => [kind, trace.all(kind).length]));
  }

  /** In order of their ids. */
  all(kind: ModelKind): readonly OwnRecord[] {
    return this.#records.get(kind) ?? [];
  }

  /** Records of a kind that name the id in a field. */
  naming(kind: ModelKind, field: string, id: string): readonly OwnRecord[] {
    const key = `${kind} ${field}`;
    const index = this.#indexes.get(key) ?? new Map<string, OwnRecord[]>();
    if (!this.#indexes.has(key)) {
      this.#indexes.set(key, index);
      for (const record of this.all(kind)) {
        for (const named of record.links(field)) putIn(index, named, record);
      }
    }
    return index.get(id) ?? [];
  }

  find(id: string | undefined): OwnRecord | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  /** The record stands in the file; of others nothing does. */
  write(record: OwnRecord): void {
    this.#written.add(record.id);
  }

  isWritten(id: string): boolean {
    return this.#written.has(id);
  }

  /** Records in the file by kind. */
  counts(): Readonly<Record<string, number>> {
    const counts = KINDS.map(
      (kind) => [kind, this.all(kind).filter((record) => this.isWritten(record.id)).length] as const,
    );
    return Object.fromEntries(counts.filter(([, count]) => count > 0).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  losses(): readonly Loss[] {
    const own = [...this.#byId.values()].flatMap((record) =>
      this.isWritten(record.id) ? record.losses() : [wholeRecord(record)],
    );
    const others = [...this.#others].filter(([, count]) => count > 0);
    return [
      ...own,
      ...others.map(([kind, count]): Loss => ({
        at: kind,
        what: `${count} records of this kind`,
        why: 'no-such-field',
        values: count,
      })),
    ];
  }
}

/** Adds to the list under a key. */
export function putIn<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function wholeRecord(record: OwnRecord): Loss {
  return {
    at: record.id,
    what: `${record.kind} ${asText(record.peek('title')) ?? ''}`.trim(),
    why: 'no-such-field',
    values: 1,
  };
}
