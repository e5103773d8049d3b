/** Builds the draft of one record, field by field; what has no field of its own is kept under `ext` by the name of the format. */
import { asList, asMap, asTexts } from './draft-value.js';
import { fieldsOf, findKind, type Kind, type KindName } from '../records/index.js';
import type { ForeignValue } from './foreign-value.js';
import type { DraftValue, RecordDraft } from './imported.js';
import { LIMITS } from './limits.js';
import { clip } from './losses.js';

export class Draft {
  readonly kind: KindName;
  readonly id: string;
  readonly value: ForeignValue;
  readonly #format: string;
  readonly #fields = new Map<string, DraftValue>([['status', 'draft']]);
  readonly #kept = new Map<string, DraftValue>();

  /** @param value the part of the foreign model that the record stands for */
  constructor(format: string, kind: KindName, id: string, value: ForeignValue) {
    this.#format = format;
    this.kind = kind;
    this.id = id;
    this.value = value;
  }

  /** Nothing, an empty text and an empty list leave the field out. */
  set(field: string, value: DraftValue | undefined): void {
    const fitted = value === undefined ? undefined : this.#fitted(value, isOneLine(this.kind, field));
    if (fitted !== undefined && !isNothing(fitted)) this.#fields.set(field, fitted);
  }

  /** One key of a field that is a mapping, such as the vector of a rating. */
  setInner(field: string, key: string, value: DraftValue): void {
    const before = this.#fields.get(field);
    this.set(field, new Map([...(asMap(before) ?? []), [key, value]]));
  }

  has(field: string): boolean {
    return this.#fields.has(field);
  }

  /** Adds a paragraph to what stands there. */
  add(field: string, paragraph: string | undefined): void {
    const before = this.#fields.get(field);
    const text = paragraph?.trim() ?? '';
    const isThere = typeof before === 'string' && before.split('\n\n').includes(text);
    if (text !== '' && !isThere) this.set(field, typeof before === 'string' ? `${before}\n\n${text}` : text);
  }

  /** Links to what the model names; ids that are not known are left to the caller. */
  link(field: string, ids: Iterable<string>): void {
    const all = new Set([...asTexts(this.#fields.get(field)), ...ids]);
    if (all.size > 0) this.#fields.set(field, [...all]);
  }

  /** A link of which the record has one at most. */
  linkOne(field: string, id: string | undefined): void {
    if (id !== undefined) this.#fields.set(field, id);
  }

  keep(key: string, value: DraftValue | undefined): void {
    const fitted = value === undefined ? undefined : this.#fitted(value, false);
    if (fitted !== undefined && !isNothing(fitted)) this.#kept.set(key, fitted);
  }

  /** One entry of a kept mapping. */
  keepIn(key: string, name: string, value: DraftValue): void {
    const before = this.#kept.get(key);
    this.keep(key, new Map([...(asMap(before) ?? []), [name, value]]));
  }

  draft(): RecordDraft {
    const fields = new Map(this.#fields);
    // Where a record has no title, a tool shows its id, and so do our exports.
    if (fields.get('title') === this.id) fields.delete('title');
    if (this.#kept.size > 0) fields.set('ext', new Map([[this.#format, this.#kept]]));
    const order = [...Object.keys(fieldsOf(kindOf(this.kind))).filter((name) => name !== 'ext'), 'ext'];
    const inOrder = order.flatMap((name) => {
      const value = fields.get(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    return { kind: this.kind, id: this.id, fields: new Map(inOrder), from: this.value.path };
  }

  #fitted(value: DraftValue, oneLine: boolean): DraftValue {
    if (typeof value === 'string') return this.#fittedText(value, oneLine);
    if (typeof value !== 'object') return value;
    const map = asMap(value);
    if (map) {
      return new Map([...map].map(([key, inner]) => [this.#fittedText(key, true), this.#fitted(inner, false)]));
    }
    return (asList(value) ?? []).map((item) => this.#fitted(item, oneLine));
  }

  #fittedText(written: string, oneLine: boolean): string {
    const text = oneLine ? written.replaceAll(/\s+/g, ' ').trim() : written.replaceAll('\r\n', '\n').trimEnd();
    if (text.length <= LIMITS.valueLength) return text;
    const told = `This text has ${text.length} characters; the record ${this.id} has the first ${LIMITS.valueLength}.`;
    this.value.problems.add(this.value.path, told);
    return clip(text, LIMITS.valueLength);
  }
}

function kindOf(name: KindName): Kind {
  const kind = findKind(name);
  if (!kind) throw new Error(`There is no kind of record called ${name}.`);
  return kind;
}

/** Lists of lines count too: each of their items is one line. */
function isOneLine(kind: KindName, field: string): boolean {
  const node = fieldsOf(kindOf(kind))[field]?.shape.node;
  const inner = node?.is === 'list' ? node.of : node;
  return inner?.is === 'text' && inner.oneLine;
}

function isNothing(value: DraftValue): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return asMap(value)?.size === 0 || asList(value)?.length === 0;
}
