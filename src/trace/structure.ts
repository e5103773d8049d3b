/** Checks what holds for links whatever is demanded: how many, no circles, and the limits that rows of the relation table name. */
import { linkFields, type AnyRecord, type Relation } from '../records/index.js';
import { compareText, type Spot } from '../shapes/index.js';
import { aKind } from './a-kind.js';
import { LIMITS } from './limits.js';
import type { StructureFault } from './structure-fault.js';
import type { Trace } from './trace.js';

// @implements SRS-202
export function checkStructure(trace: Trace): readonly StructureFault[] {
  const records = trace.records;
  return [
    ...records.flatMap((record) => (demandsOf(record.kind).counted.length === 0 ? [] : checkCounts(record, trace))),
    ...records.flatMap((record) => (demandsOf(record.kind).limited.length === 0 ? [] : checkLimits(record, trace))),
    ...checkCircles(trace),
  ];
}

function checkCounts(record: AnyRecord, trace: Trace): readonly StructureFault[] {
  return demandsOf(record.kind).counted.flatMap(({ relation, needs, single }) => {
    const count = countLinks(record, relation.field, trace);
    if (count === 0 && needs) return [missing(record, relation)];
    if (count > 1 && single) return [tooMany(record, relation, count)];
    return [];
  });
}

/** What the relation table demands of the links that start at a kind of record. */
interface Demands {
  readonly counted: readonly { readonly relation: Relation; readonly needs: boolean; readonly single: boolean }[];
  readonly limited: readonly Relation[];
  readonly shaped: readonly Relation[];
}

const demands = new Map<string, Demands>();

function demandsOf(kind: string): Demands {
  const known = demands.get(kind);
  if (known) return known;
  const fields = [...linkFields(kind).values()].filter((field) => field.end === 'from');
  const relations = fields.flatMap((field) => field.relations);
  const found: Demands = {
    counted: fields.flatMap((field) => {
      const [relation] = field.relations;
      const needs = field.relations.some((row) => row.many === 'one' || row.many === 'some');
      const single = field.relations.every((row) => row.many === 'one' || row.many === 'optional');
      return relation && (needs || single) ? [{ relation, needs, single }] : [];
    }),
    limited: relations.filter((relation) => relation.limit !== undefined),
    shaped: relations.filter((relation) => relation.shape !== undefined),
  };
  demands.set(kind, found);
  return found;
}

/** A link that was written counts here although what it names is missing: that is told as a dangling link. */
function countLinks(record: AnyRecord, name: string, trace: Trace): number {
  const edges = trace.edgesOf(record, name);
  if (edges.length === 0 && record.links.length === 0) return 0;
  let count = edges.length;
  for (const { field } of record.links) if (field === name) count++;
  if (count < 2) return count;
  return new Set([...idsWritten(record, name), ...edges.map((edge) => edge.to)]).size;
}

function idsWritten(record: AnyRecord, name: string): readonly string[] {
  return record.links.filter((link) => link.field === name).map((link) => link.id);
}

function missing(record: AnyRecord, relation: Relation): StructureFault {
  const kinds = relation.to.map((kind) => aKind(kind.replace(/^@/, ''))).join(' or ');
  return {
    rule: 'required-link-missing',
    subject: record.id,
    record: record.id,
    details: [relation.field],
    spot: record.spot,
    message: `${record.id} names nothing in \`${relation.field}\`: ${aKind(record.kind)} has ${relation.many === 'one' ? 'exactly one' : 'at least one'}.`,
    todo: `Add \`${relation.field}:\` with the id of ${kinds}.`,
    related: [],
  };
}

function tooMany(record: AnyRecord, relation: Relation, count: number): StructureFault {
  return {
    rule: 'too-many-links',
    subject: record.id,
    record: record.id,
    details: [relation.field],
    spot: spotOf(record, relation.field),
    message: `${record.id} names ${count} in \`${relation.field}\`: ${aKind(record.kind)} has one at most.`,
    todo: `Keep one; it may be written at either end (\`${relation.inverse ?? relation.field}\`).`,
    related: [],
  };
}

function checkLimits(record: AnyRecord, trace: Trace): readonly StructureFault[] {
  return demandsOf(record.kind).limited.flatMap((relation) => {
    const check = LIMITS[relation.limit ?? ''];
    if (!check) throw new Error(`The relation table names the limit ${relation.limit}, which no function checks.`);
    return check(record, relation, trace).map((refused) => ({
      rule: 'link-not-allowed' as const,
      subject: record.id,
      record: record.id,
      details: refused.to === undefined ? [relation.field] : [relation.field, refused.to],
      spot: refused.spot ?? spotOf(record, relation.field),
      message: refused.message,
      todo: refused.todo,
      related: [],
    }));
  });
}

function spotOf(record: AnyRecord, field: string): Spot {
  return record.fieldSpots.get(field) ?? record.spot;
}

function checkCircles(trace: Trace): readonly StructureFault[] {
  const kinds = new Set(trace.records.map((record) => record.kind));
  const shaped = new Set([...kinds].flatMap((kind) => demandsOf(kind).shaped.map((relation) => relation.field)));
  return [...shaped].toSorted(compareText).flatMap((field) => circlesOf(field, trace));
}

/** Of one relation; each keeps its whole way, and a chain whose every record leads back has as many as records. */
const MAX_CIRCLES = 100;

/** Walks without recursion: a chain of ten thousand records must not exhaust the stack. */
function circlesOf(field: string, trace: Trace): readonly StructureFault[] {
  const done = new Set<string>();
  const circles: AnyRecord[][] = [];
  for (const start of trace.withEdges(field)) {
    if (done.has(start.id) || leadsNowhere(start, field, trace)) continue;
    const path: { record: AnyRecord; next: readonly AnyRecord[]; index: number }[] = [];
    const onPath = new Map<string, number>();
    const enter = (record: AnyRecord): void => {
      onPath.set(record.id, path.length);
      path.push({ record, next: targets(record, field, trace), index: 0 });
    };
    enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.next[top.index++];
      if (!next) {
        done.add(top.record.id);
        onPath.delete(top.record.id);
        path.pop();
      } else if (onPath.has(next.id)) {
        if (circles.length < MAX_CIRCLES) circles.push(path.slice(onPath.get(next.id)).map((step) => step.record));
      } else if (!done.has(next.id) && trace.edgesOf(next, field).length > 0) enter(next);
    }
  }
  return circles.map((circle) => circularLink(field, circle));
}

/** Most records are one step from the end of their way: no circle begins at them, and nothing has to be kept of them. */
function leadsNowhere(record: AnyRecord, field: string, trace: Trace): boolean {
  return targets(record, field, trace).every((far) => far !== record && trace.edgesOf(far, field).length === 0);
}

const NOBODY: readonly AnyRecord[] = [];

function targets(record: AnyRecord, field: string, trace: Trace): readonly AnyRecord[] {
  const edges = trace.edgesOf(record, field);
  if (edges.length === 0) return NOBODY;
  return edges
    .filter((edge) => edge.relation.shape !== undefined && edge.from === record.id && edge.end === 'record')
    .flatMap((edge) => trace.find(edge.to) ?? []);
}

function circularLink(field: string, circle: readonly AnyRecord[]): StructureFault {
  const smallest = circle.reduce((a, b) => (compareText(b.id, a.id) < 0 ? b : a));
  const from = circle.indexOf(smallest);
  const inOrder = [...circle.slice(from), ...circle.slice(0, from)];
  const way = [...inOrder, smallest].map((record) => record.id);
  const shownWay = way.length > 8 ? [...way.slice(0, 4), '…', ...way.slice(-3)] : way;
  return {
    rule: 'circular-link',
    subject: smallest.id,
    record: smallest.id,
    details: [field],
    spot: spotOf(smallest, field),
    message: `\`${field}\` leads from ${smallest.id} back to itself: ${shownWay.join(' → ')}.`,
    todo: 'Take out one of these links.',
    related: inOrder
      .slice(1, 8)
      .map((record) => ({ spot: spotOf(record, field), message: `${record.id} is part of the circle.` })),
  };
}
