/** Fields of ours that travel through Open Threat Model as attributes, which map a word to a text. */
import { asList, asMap, asText } from '../draft-value.js';
import { fieldsOf, findKind, linkFields, type KindName } from '../../records/index.js';
import { checkShape, mapping, type Fault, type ShapeNode, type YamlMap, type YamlTree } from '../../shapes/index.js';
import type { Draft } from '../draft.js';
import type { ForeignValue } from '../foreign-value.js';
import type { DraftMap, DraftValue } from '../imported.js';
import type { OwnModel } from '../own-model.js';
import type { OwnRecord } from '../own-record.js';
import { mapAt, refuse, takePlain } from '../take.js';
import { FIELD_PREFIX } from './vocabulary.js';

/** Lists have an item per line: items may hold commas, and no line break. */
const BETWEEN = '\n';
/** Claims about the record, or not for others to set. */
const NOT_CARRIED = new Set(['status', 'ext']);

/** @param known ids of the imported records */
export function takeAttributes(value: ForeignValue, draft: Draft, known: ReadonlySet<string>): void {
  for (const key of ['attributes', 'properties']) {
    const attributes = mapAt(value, key);
    const others = new Map<string, DraftValue>();
    for (const [name, child] of attributes?.entries() ?? []) {
      const field = name.startsWith(FIELD_PREFIX) ? name.slice(FIELD_PREFIX.length) : undefined;
      if (field !== undefined) takeField(child, field, draft, known);
      else others.set(name, takePlain(child) ?? '');
    }
    draft.keep(key, others);
  }
}

function takeField(value: ForeignValue, field: string, draft: Draft, known: ReadonlySet<string>): void {
  const [name = '', inner, ...deeper] = field.split('.');
  const items = value.text.split(BETWEEN);
  if (linkFields(draft.kind).has(name) && inner === undefined) {
    const fitting = items.filter((id) => known.has(id) || (name === 'references' && REFERENCE.test(id)));
    if (fitting.length < items.length) refuse(value, 'a list of ids that stand in the file');
    else value.carry();
    draft.link(name, fitting);
    return;
  }
  const written = deeper.length === 0 ? fieldValue(draft.kind, name, inner, items) : undefined;
  if (written === undefined) {
    refuse(value, `a value that ${name.slice(0, 60)} of a ${draft.kind} takes`);
    return;
  }
  value.carry();
  if (inner === undefined) draft.set(name, written);
  else draft.setInner(name, inner, written);
}

/** Identifiers of CAPEC, EMB3D and the like: words with a number. */
const REFERENCE = /^[A-Za-z][A-Za-z-]{0,30}\d[\w.-]{0,30}$/;

/** @returns the value if the field takes it, else `undefined` */
function fieldValue(
  kind: KindName,
  name: string,
  inner: string | undefined,
  items: readonly string[],
): DraftValue | undefined {
  const table = findKind(kind);
  const fields = table && !NOT_CARRIED.has(name) ? fieldsOf(table) : {};
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  const node = field && nodeOf(field.shape.node, inner);
  if (!field || !node || node.is === 'ids') return undefined;
  const tree: YamlTree =
    node.is === 'list' ? { is: 'list', items: items.map(scalar), at: 0 } : scalar(items.join(BETWEEN));
  const faults: Fault[] = [];
  const whole = inner === undefined ? tree : mapOfOne(inner, tree);
  checkShape(mapping({ [name]: field }), mapOfOne(name, whole), { faults });
  // Half a mapping, of which the other half is still to come, is no fault yet.
  if (faults.some((fault) => fault.name !== 'missing-field')) return undefined;
  if (node.is === 'list') return items;
  return node.is === 'yes-no' ? items[0] === 'true' || items[0] === 'yes' : items.join(BETWEEN);
}

function nodeOf(node: ShapeNode, inner: string | undefined): ShapeNode | undefined {
  if (inner === undefined) return node.is === 'fields' ? undefined : node;
  return node.is === 'fields' && Object.hasOwn(node.fields, inner) ? node.fields[inner]?.shape.node : undefined;
}

function scalar(text: string): YamlTree {
  return { is: 'scalar', text, plain: false, at: 0 };
}

function mapOfOne(key: string, value: YamlTree): YamlMap {
  return { is: 'map', entries: [{ key, keyAt: 0, value }], at: 0 };
}

/** The mirror: all that is left of a record, as far as it is made of texts; links to records that are in the file. */
export function attributesOf(record: OwnRecord, model: OwnModel): DraftMap | undefined {
  const attributes = new Map<string, DraftValue>(keptAttributes(record));
  for (const field of record.left) {
    const texts = textsOf(record.peek(field));
    if (field.startsWith('ext.') || !texts) continue;
    record.take(field);
    for (const [name, text] of texts) attributes.set(`${FIELD_PREFIX}${field}${name}`, text);
  }
  for (const field of record.linkFields) {
    const ids = record
      .links(field)
      .filter(
        (id) => !record.isCarried(field, id) && (model.isWritten(id) || (field === 'references' && REFERENCE.test(id))),
      );
    if (ids.length === 0 || field.includes('.')) continue;
    for (const id of ids) record.carryLink(field, id);
    attributes.set(`${FIELD_PREFIX}${field}`, ids.join(BETWEEN));
  }
  return attributes.size > 0 ? attributes : undefined;
}

function keptAttributes(record: OwnRecord): readonly (readonly [string, DraftValue])[] {
  return ['attributes', 'properties'].flatMap((key) => {
    const kept = record.peek(`ext.otm.${key}`);
    const map = asMap(kept);
    if (!map) return [];
    record.take(`ext.otm.${key}`);
    return [...map];
  });
}

/** A text under an empty name, or the texts of a mapping of one level; `undefined` for anything deeper. */
function textsOf(value: DraftValue | undefined): readonly (readonly [string, string])[] | undefined {
  const map = asMap(value);
  if (map) {
    const inner = [...map].map(([key, text]) => [`.${key}`, oneText(text)] as const);
    return inner.every(([, text]) => text !== undefined)
      ? (inner as readonly (readonly [string, string])[])
      : undefined;
  }
  const text = value === undefined ? undefined : oneText(value);
  return text === undefined ? undefined : [['', text]];
}

function oneText(value: DraftValue): string | undefined {
  const items = asList(value);
  if (!items) return asText(value);
  const texts = items.flatMap((item) => (typeof item === 'string' && !item.includes(BETWEEN) ? [item] : []));
  return texts.length === items.length ? texts.join(BETWEEN) : undefined;
}
