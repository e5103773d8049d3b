/** Finds the table of a kind by its name, its plural or the prefix of an id, with the fields by which it links. */
import { ids, optional, type Field, type Fields, type Shape, type ShapeNode } from '../shapes/index.js';
import { all } from './kinds/all.js';
import { COMMON_FIELDS, type Kind } from './kinds/define.js';
import type { KindName } from './record.js';
import { linkFields, type LinkField } from './relations.js';

const byName = new Map<string, Kind>(all.map((kind) => [kind.kind, kind]));
const byPlural = new Map<string, Kind>(all.map((kind) => [kind.plural, kind]));
const byPrefix = new Map<string, Kind>(all.flatMap((kind) => kind.prefixes.map((prefix) => [prefix, kind] as const)));

export function findKind(name: string): Kind | undefined {
  return byName.get(name);
}

export function findKindByPlural(plural: string): Kind | undefined {
  return byPlural.get(plural);
}

export function kindNames(): readonly KindName[] {
  return all.map((kind) => kind.kind);
}

export function kindPlurals(): readonly string[] {
  return all.map((kind) => kind.plural);
}

/**
 * @param own prefixes of the project, which win over the usual ones
 * @returns the kind of the longest prefix that the id begins with, such as `requirement` for `SRS-S01`
 */
export function findKindByPrefix(id: string, own: ReadonlyMap<string, string>): Kind | undefined {
  for (let end = id.lastIndexOf('-'); end > 0; end = id.lastIndexOf('-', end - 1)) {
    const prefix = id.slice(0, end);
    const kind = own.get(prefix);
    const found = kind === undefined ? byPrefix.get(prefix) : byName.get(kind);
    if (found) return found;
  }
  return undefined;
}

const tables = new Map<string, Fields>();

/** All fields that a record of the kind may carry: its own, the common ones and the links from either end. */
export function fieldsOf(kind: Kind): Fields {
  const known = tables.get(kind.kind);
  if (known) return known;
  const table: Record<string, Field<unknown>> = { ...COMMON_FIELDS, ...kind.fields };
  for (const link of linkFields(kind.kind).values()) addLink(table, link.name.split('.'), link);
  tables.set(kind.kind, table);
  return table;
}

function addLink(table: Record<string, Field<unknown>>, path: readonly string[], link: LinkField): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  if (rest.length === 0) {
    table[name] = optional(ids, aboutLink(link));
    return;
  }
  const outer = table[name];
  if (!outer) throw new Error(`The relation field ${link.name} is nested in a field that the kind does not have.`);
  table[name] = { ...outer, shape: withInner(outer.shape, rest, link) };
}

function withInner(shape: Shape<unknown>, rest: readonly string[], link: LinkField): Shape<unknown> {
  const extended = (node: ShapeNode): ShapeNode => {
    if (node.is === 'list') return { ...node, of: extended(node.of) };
    if (node.is !== 'fields') throw new Error(`The relation field ${link.name} is nested in a field without fields.`);
    const fields: Record<string, Field<unknown>> = { ...node.fields };
    addLink(fields, rest, link);
    return { is: 'fields', fields };
  };
  return { node: extended(shape.node) };
}

function aboutLink(link: LinkField): string {
  const ends = link.relations.flatMap((relation) => (link.end === 'from' ? relation.to : relation.from));
  const words = [...new Set(ends)].map((end) => (end === 'same' ? 'the same kind' : end.replace(/^@/, '')));
  const first = link.relations[0];
  const same = link.end === 'to' && first ? `; the same link as \`${first.field}\` at the other end` : '';
  return `Ids of ${words.join(', ')}${same}.`;
}
