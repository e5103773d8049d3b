/** Joins the links that people wrote, at either end, into edges between records; says which of them name nothing that fits. */
import {
  findKindByPrefix,
  linkFields,
  mayEnd,
  mayStart,
  type AnyRecord,
  type LinkField,
  type Reading,
  type Relation,
  type WrittenLink,
} from '../records/index.js';
import { didYouMean, once, shown, type Spot } from '../shapes/index.js';
import { aKind } from './a-kind.js';
import type { CodeTag } from './code-tags.js';
import { isExternal } from './external-ids.js';
import type { StructureFault } from './structure-fault.js';
import { readTagEdges } from './tag-edges.js';

export interface Edge {
  readonly relation: Relation;
  /** Id of a record, or path of a file for a tag in code. */
  readonly from: string;
  /** Id of a record, the id of a foreign target as it was written, or an id that is only reserved. */
  readonly to: string;
  readonly end: 'record' | 'foreign' | 'external';
  /** Where the id of the other record was written. */
  readonly spot: Spot;
}

/** Tells whether a target that is no record exists; `unknown` where this run cannot know it. */
export type ForeignLookup = (target: string, id: string) => boolean | 'unknown';

export interface EdgeInput {
  readonly reading: Reading;
  /** File by file. */
  readonly tags: readonly CodeTag[];
  readonly isForeign: ForeignLookup;
  /** Prefixes of ids of other products, which are external: never dangling, never proof. */
  readonly external: readonly string[];
  readonly prefixes: ReadonlyMap<string, string>;
}

export interface EdgesRead {
  readonly edges: readonly Edge[];
  readonly faults: readonly StructureFault[];
}

/** Beyond so many nobody reads guesses, and each costs a look at every id. */
const MAX_GUESSES = 200;

/** Half a sentence with what replaces the id or was most likely meant, or nothing. */
type Guess = (id: string) => string;

// @implements SRS-201
export function readEdges(input: EdgeInput): EdgesRead {
  const records = new Map(input.reading.records.map((record) => [record.id, record]));
  const edges: Edge[] = [];
  const mayBeTwice = new Set<Relation>();
  const faults: StructureFault[] = [];
  const retired = once(() => retiredIds(input.reading.records, records));
  // Records come in order of their ids, so the same links get a guess whatever the order of the files.
  const guess: Guess = (id) => {
    const heir = retired().get(id);
    if (heir !== undefined) return `: it was replaced by ${heir}.`;
    return faults.length < MAX_GUESSES ? didYouMean(id, records.keys()) : '';
  };
  for (const record of input.reading.records) {
    const fields = linkFields(record.kind);
    const repeats = mayRepeat(record.links);
    for (const link of record.links) {
      const field = fields.get(link.field);
      if (!field) continue;
      const edge = edgeOf(record, link, field, records, input, guess);
      if ('rule' in edge) faults.push(edge);
      else if (edge.spot) edges.push(edge);
      if ('relation' in edge && (repeats || field.end === 'to')) mayBeTwice.add(edge.relation);
    }
  }
  const tagged = readTagEdges(input, records, guess, faults);
  return { edges: [...(mayBeTwice.size > 0 ? eachOnce(edges, mayBeTwice) : edges), ...tagged], faults };
}

/** More links of one record are not compared one by one. */
const FEW_LINKS = 16;

/** Whether two links of one record may be the same. */
function mayRepeat(links: readonly WrittenLink[]): boolean {
  if (links.length < 2) return false;
  if (links.length > FEW_LINKS) return true;
  for (const [at, link] of links.entries()) {
    for (let before = 0; before < at; before++) {
      if (links[before]?.id === link.id && links[before]?.field === link.field) return true;
    }
  }
  return false;
}

/** A link may be written at both ends, and twice at one: the first place counts. */
function eachOnce(edges: readonly Edge[], mayBeTwice: ReadonlySet<Relation>): readonly Edge[] {
  const fields = new Set([...mayBeTwice].map(({ field }) => field));
  const known = new Set<string>();
  return edges.filter(({ relation, from, to }) => {
    if (!fields.has(relation.field)) return true;
    const key = `${relation.field} ${relation.inverse} ${from.length} ${from} ${to}`;
    return known.size < known.add(key).size;
  });
}

/** Ids whose records are gone, each with the record that says that it replaces them. */
function retiredIds(all: readonly AnyRecord[], present: ReadonlyMap<string, AnyRecord>): ReadonlyMap<string, string> {
  const retired = new Map<string, string>();
  for (const record of all) {
    for (const link of record.links) {
      if (present.has(link.id) || !isReservation(linkFields(record.kind).get(link.field))) continue;
      retired.set(link.id, record.id);
    }
  }
  return retired;
}

/** What replaces a record may be all that is left of its id. */
function isReservation(field: LinkField | undefined): boolean {
  return field?.end === 'from' && field.relations.some((relation) => relation.reserves);
}

type Lost = { readonly spot: undefined };
// @implements SRS-212
const LOST: Lost = { spot: undefined };

function edgeOf(
  record: AnyRecord,
  link: WrittenLink,
  field: LinkField,
  records: ReadonlyMap<string, AnyRecord>,
  input: EdgeInput,
  guess: Guess,
): Edge | StructureFault | Lost {
  const other = records.get(link.id);
  const edge = other && recordEdge(record, link, field, other);
  if (edge && !('rule' in edge)) return edge;
  // A criterion and a requirement may bear the same id; the field tells which of the two is meant.
  const foreign = field.end === 'from' ? foreignEdge(record, link, field, input) : undefined;
  const found = foreign ?? edge;
  if (found) return found;
  const first = field.relations[0];
  if (first && isExternal(link.id, input.external)) {
    const [from, to] = field.end === 'from' ? [record.id, link.id] : [link.id, record.id];
    return { relation: first, from, to, end: 'external', spot: link.spot };
  }
  // The record stands in the project but could not be read: that is told where it stands.
  if (input.reading.lostIds.has(link.id)) return LOST;
  // The link stays, so that taking the old record away does not change what this one means and who approved it.
  if (first && isReservation(field) && mayHaveBeen(record.kind, link.id, input))
    return { relation: first, from: record.id, to: link.id, end: 'foreign', spot: link.spot };
  return danglingLink(record.id, link, field, input, guess);
}

/** An id whose prefix is that of another kind was never one of this kind: it is a slip. */
function mayHaveBeen(kind: string, id: string, input: EdgeInput): boolean {
  return (findKindByPrefix(id, input.prefixes)?.kind ?? kind) === kind;
}

function recordEdge(record: AnyRecord, link: WrittenLink, field: LinkField, other: AnyRecord): Edge | StructureFault {
  const relation = relationBetween(record.kind, other.kind, field);
  if (!relation) return wrongKind(record, link, field, other);
  const [from, to] = field.end === 'from' ? [record.id, other.id] : [other.id, record.id];
  return { relation, from, to, end: 'record', spot: link.spot };
}

function relationBetween(own: string, far: string, { relations, end }: LinkField): Relation | undefined {
  const mayBe = end === 'from' ? mayEnd : mayStart;
  for (const row of relations) if (mayBe(row, far) && (!row.to.includes('same') || far === own)) return row;
  return undefined;
}

function foreignEdge(record: AnyRecord, link: WrittenLink, field: LinkField, input: EdgeInput): Edge | undefined {
  for (const relation of field.relations) {
    for (const target of relation.to) {
      if (!target.startsWith('@') || input.isForeign(target, link.id) === false) continue;
      return { relation, from: record.id, to: link.id, end: 'foreign', spot: link.spot };
    }
  }
  return undefined;
}

function wrongKind(record: AnyRecord, link: WrittenLink, field: LinkField, other: AnyRecord): StructureFault {
  const kinds = field.relations.flatMap((row) => (field.end === 'from' ? row.to : row.from));
  const wanted = kinds.map((kind) => (kind === 'same' ? record.kind : kind)).join(', ');
  return {
    rule: 'link-to-wrong-kind',
    subject: record.id,
    record: record.id,
    details: [link.field, link.id],
    spot: link.spot,
    message: `\`${link.field}\` of ${record.id} names ${other.id}, which is ${aKind(other.kind)}; it takes ${wanted}.`,
    todo: `Name a record of kind ${wanted}.`,
    related: [{ spot: other.spot, message: `${other.id} is ${aKind(other.kind)}.` }],
  };
}

function danglingLink(id: string, link: WrittenLink, field: LinkField, input: EdgeInput, guess: Guess): StructureFault {
  const foreign = field.relations.flatMap((row) => row.to).filter((target) => target.startsWith('@'));
  const known = findKindByPrefix(link.id, input.prefixes) || foreign.length === 0;
  const what = known ? 'no record' : `no record and no ${foreign.map((target) => target.slice(1)).join(', ')}`;
  return {
    rule: 'dangling-link',
    subject: id,
    record: id,
    details: [link.field, link.id],
    spot: link.spot,
    message: `\`${link.field}\` of ${id} names \`${shown(link.id)}\`, which is ${what}${guess(link.id) || '.'}`,
    todo: 'Correct the id, write what it names, or declare its prefix under `external:` if it belongs to another product.',
    related: [],
  };
}
