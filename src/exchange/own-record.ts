/** A record on its way out: remembers which of its fields and links a format carried, so that the rest is a loss by itself. */
import { asList, asMap, asText } from './draft-value.js';
import type { AnyRecord } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import type { Trace } from '../trace/index.js';
import type { DraftValue, Loss } from './imported.js';
import { LIMITS } from './limits.js';
import { clip } from './losses.js';

export class OwnRecord {
  readonly kind: AnyRecord['kind'];
  readonly id: string;
  readonly #fields: ReadonlyMap<string, DraftValue>;
  readonly #links: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #carried = new Set<string>();

  constructor(record: AnyRecord, trace: Trace) {
    this.kind = record.kind;
    this.id = record.id;
    this.#links = outgoingLinks(record, trace);
    this.#fields = dataFields(record);
  }

  /** For people: id and title. */
  get label(): string {
    return `${this.id} ${asText(this.#fields.get('title')) ?? ''}`.trim();
  }

  /** Looks without carrying. */
  peek(field: string): DraftValue | undefined {
    return this.#fields.get(field);
  }

  take(field: string): DraftValue | undefined {
    this.#carried.add(field);
    return this.#fields.get(field);
  }

  takeText(field: string): string | undefined {
    const value = this.#fields.get(field);
    return typeof value === 'string' ? (this.take(field) as string) : undefined;
  }

  /** What an import kept under `ext` for this format. */
  takeKept(format: string, key: string): DraftValue | undefined {
    return this.take(`ext.${format}.${key}`);
  }

  /** Fields that nobody took yet; `ext` by its parts. */
  get left(): readonly string[] {
    return [...this.#fields.keys()].filter((field) => !this.#carried.has(field));
  }

  /** In order of their ids, whatever end they were written at. */
  links(field: string): readonly string[] {
    return [...(this.#links.get(field) ?? [])].toSorted(compareText);
  }

  get linkFields(): readonly string[] {
    return [...this.#links.keys()];
  }

  carryLink(field: string, id: string): void {
    this.#carried.add(`${field}/${id}`);
  }

  isCarried(field: string, id: string): boolean {
    return this.#carried.has(`${field}/${id}`);
  }

  losses(): readonly Loss[] {
    const fields = this.left.map((field) => loss(`${this.id}/${field}`, shown(this.#fields.get(field))));
    const links = this.linkFields.flatMap((field) =>
      this.links(field)
        .filter((id) => !this.isCarried(field, id))
        .map((id) => loss(`${this.id}/${field}/${id}`, id)),
    );
    return [...fields, ...links];
  }
}

function loss(at: string, what: string): Loss {
  return { at, what: clip(what, LIMITS.shownValue), why: 'no-such-field', values: 1 };
}

function shown(value: DraftValue | undefined): string {
  const map = asMap(value);
  if (map) return [...map].map(([key, inner]) => `${key}: ${shown(inner)}`).join(', ');
  return asText(value) ?? (asList(value) ?? []).map(shown).join(', ');
}

function outgoingLinks(record: AnyRecord, trace: Trace): ReadonlyMap<string, ReadonlySet<string>> {
  const links = new Map<string, Set<string>>();
  for (const name of trace.linkNames(record)) {
    for (const edge of trace.edgesOf(record, name)) {
      if (edge.from !== record.id || edge.relation.field !== name) continue;
      links.set(name, (links.get(name) ?? new Set()).add(edge.to));
    }
  }
  return links;
}

/** Without links, which may have been written at either end, and without `status`, which is a claim and no meaning. */
function dataFields(record: AnyRecord): ReadonlyMap<string, DraftValue> {
  const written = new Set(record.links.map((link) => link.field));
  const fields = new Map<string, DraftValue>();
  for (const [name, value] of Object.entries(record.fields)) {
    if (name === 'status' || written.has(name) || value === undefined) continue;
    if (name === 'ext') for (const [key, part] of extParts(value)) fields.set(key, part);
    else fields.set(name, withoutLinks(name, draftValue(value), written));
  }
  return fields;
}

/** Links inside a mapping, such as `safety-effect.hazards`, are links like any other. */
function withoutLinks(name: string, value: DraftValue, written: ReadonlySet<string>): DraftValue {
  const map = asMap(value);
  return map ? new Map([...map].filter(([key]) => !written.has(`${name}.${key}`))) : value;
}

/** `ext.otm.risk` by format and key, so that one format takes back what it gave and the rest is told. */
function extParts(ext: unknown): readonly (readonly [string, DraftValue])[] {
  const parts = (value: unknown, path: string, depth: number): readonly (readonly [string, DraftValue])[] => {
    const plain = draftValue(value);
    if (depth === 0 || !(plain instanceof Map)) return [[path, plain]];
    return Object.entries(value as object).flatMap(([key, inner]) => parts(inner, `${path}.${key}`, depth - 1));
  };
  return parts(ext, 'ext', 2);
}

function draftValue(value: unknown): DraftValue {
  if (Array.isArray(value)) return value.map(draftValue);
  if (typeof value === 'object' && value !== null)
    return new Map(Object.entries(value).map(([key, inner]) => [key, draftValue(inner)]));
  return typeof value === 'boolean' || typeof value === 'number' ? value : String(value);
}
