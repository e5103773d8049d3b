/** Makes the picture of a data-flow diagram: items in their trust boundaries, flows by what they cross, and a table of the flows. */
import type { Assessment } from '../assess/index.js';
import type { AnyRecord, RecordOf } from '../records/index.js';
import { crossesOf, isOutside, specificThreats } from '../threats/index.js';
import { isOwnSoftware, type Trace } from '../trace/index.js';
import type {
  Change,
  NodeShape,
  Picture,
  PictureBox,
  PictureLine,
  PictureNode,
  PictureTable,
  Standing,
} from './picture.js';
import type { Selection } from './selection.js';

export interface DataFlowInput {
  readonly assessment: Pick<Assessment, 'trace' | 'classes'>;
  readonly selection: Selection;
  readonly title: string;
  /** How a record differs from another model, where two are compared. */
  readonly changeOf?: (id: string) => Change | undefined;
  /** More small lines in the node of an item. */
  readonly notesOf?: (item: RecordOf<'item'>) => readonly string[];
}

/** A table of more rows is no table to look at; the same stands in the JSON. */
const MAX_ROWS = 150;

export function dataFlowPicture(input: DataFlowInput): Picture {
  const { selection, title } = input;
  const { trace } = input.assessment;
  const drawable = selection.flows.filter((flow) => hasBothEnds(flow, trace));
  const boxes = boxesAround(selection.items, input);
  const known = new Set(boxes.map((box) => box.id));
  const lines = drawable.map((flow) => lineOf(flow, input));
  return {
    title,
    sentence: sentenceOf(selection, drawable, lines, boxes),
    nodes: selection.items.map((item) => nodeOf(item, known, input)),
    boxes,
    lines,
    tables: [tableOf(selection.flows, trace)],
  };
}

function hasBothEnds(flow: RecordOf<'flow'>, trace: Trace): boolean {
  return trace.linkedOf(flow, 'from', 'item').length > 0 && trace.linkedOf(flow, 'to', 'item').length > 0;
}

function nodeOf(item: RecordOf<'item'>, boxes: ReadonlySet<string>, input: DataFlowInput): PictureNode {
  const { trace } = input.assessment;
  const boundary = boundaryOf(item, trace)?.id;
  return {
    id: item.id,
    title: item.fields.title ?? '',
    shape: shapeOf(item),
    isOurs: (item.fields.scope ?? 'device') === 'device' && !isOutside(item),
    isMultiPatient: item.fields['multi-patient'] ?? false,
    isSegregated: false,
    notes: [classAndThreats(item, input), ...(input.notesOf?.(item) ?? [])],
    box: boundary !== undefined && boxes.has(boundary) ? boundary : undefined,
    change: input.changeOf?.(item.id),
  };
}

export function shapeOf(item: RecordOf<'item'>): NodeShape {
  if (item.fields.role !== undefined) return item.fields.role;
  return item.fields.granularity === undefined ? 'not-known' : 'process';
}

function classAndThreats(
  item: RecordOf<'item'>,
  { assessment }: { readonly assessment: DataFlowInput['assessment'] },
): string {
  const threats = specificThreats(item, assessment.trace).length;
  const count = threats === 0 ? 'no threat' : threats === 1 ? '1 threat' : `${threats} threats`;
  return isOwnSoftware(item) ? `class ${assessment.classes.of(item)} · ${count}` : count;
}

/** Its own boundary, or the one of what it is part of. */
function boundaryOf(item: RecordOf<'item'>, trace: Trace): RecordOf<'boundary'> | undefined {
  const seen = new Set<string>();
  let current: RecordOf<'item'> | undefined = item;
  while (current && !seen.has(current.id)) {
    seen.add(current.id);
    const [boundary] = trace.linkedOf(current, 'boundary', 'boundary');
    if (boundary) return boundary;
    current = trace.linkedOf(current, 'parent', 'item')[0];
  }
  return undefined;
}

/** Boundaries around the items, outer ones first, each level in order of the ids. */
function boxesAround(items: readonly RecordOf<'item'>[], input: DataFlowInput): readonly PictureBox[] {
  const { trace } = input.assessment;
  const around = new Map<string, RecordOf<'boundary'>>();
  for (const item of items) {
    let boundary = boundaryOf(item, trace);
    while (boundary && !around.has(boundary.id)) {
      around.set(boundary.id, boundary);
      boundary = trace.linkedOf(boundary, 'parent', 'boundary')[0];
    }
  }
  const parentOf = (boundary: RecordOf<'boundary'>): string | undefined =>
    trace.linkedOf(boundary, 'parent', 'boundary')[0]?.id;
  return outerFirst([...around.values()], parentOf).map(({ record, parent }) => ({
    id: record.id,
    title: record.fields.title ?? '',
    parent,
    edge: 'boundary',
    change: input.changeOf?.(record.id),
  }));
}

/** A circle of parents, which is a gap of its own, is cut where it is entered. */
export function outerFirst<R extends AnyRecord>(
  records: readonly R[],
  parentOf: (record: R) => string | undefined,
): readonly { readonly record: R; readonly parent: string | undefined }[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const placed = new Map<string, { record: R; parent: string | undefined }>();
  const place = (record: R, below: ReadonlySet<string>): void => {
    if (placed.has(record.id)) return;
    const parent = parentOf(record);
    const outer = parent === undefined ? undefined : byId.get(parent);
    const isCut = outer !== undefined && (below.has(outer.id) || outer.id === record.id);
    if (outer && !isCut) place(outer, new Set([...below, record.id]));
    placed.set(record.id, { record, parent: outer && !isCut && placed.has(outer.id) ? outer.id : undefined });
  };
  for (const record of records.toSorted((a, b) => (a.id < b.id ? -1 : 1))) place(record, new Set());
  return [...placed.values()];
}

function lineOf(flow: RecordOf<'flow'>, input: DataFlowInput): PictureLine {
  const { trace } = input.assessment;
  return {
    id: flow.id,
    title: flow.fields.title ?? '',
    from: trace.linkedOf(flow, 'from', 'item')[0]?.id ?? '',
    to: trace.linkedOf(flow, 'to', 'item')[0]?.id ?? '',
    isTwoWay: flow.fields.direction === 'two-way',
    standing: standingOf(flow, trace),
    change: input.changeOf?.(flow.id),
  };
}

/** Text of a library that nobody made specific counts as absent, so a crossing with nothing else is not answered. */
export function standingOf(flow: RecordOf<'flow'>, trace: Trace): Standing {
  const crosses = crossesOf(flow, trace);
  if (crosses === 'unknown') return 'not-known';
  if (crosses.length === 0) return 'inside';
  return specificThreats(flow, trace).length > 0 ? 'crossing' : 'unanswered';
}

function sentenceOf(
  selection: Selection,
  drawn: readonly RecordOf<'flow'>[],
  lines: readonly PictureLine[],
  boxes: readonly PictureBox[],
): string {
  const count = (standing: Standing): number => lines.filter((line) => line.standing === standing).length;
  const crossing = count('crossing') + count('unanswered');
  const unanswered = count('unanswered');
  const unknown = count('not-known');
  const endless = selection.flows.length - drawn.length;
  return [
    `${plural(selection.items.length, 'element')} in ${plural(boxes.length, 'trust boundary', 'trust boundaries')};`,
    `${crossing === 0 ? 'none' : crossing} of ${plural(selection.flows.length, 'flow')} ${crossing < 2 ? 'crosses' : 'cross'} a boundary${consideredWords(crossing, unanswered)}.`,
    ...(unknown > 0 ? [`For ${unknown} it is not known whether ${unknown === 1 ? 'it crosses' : 'they cross'}.`] : []),
    ...(endless > 0 ? [`${plural(endless, 'flow')} with an end that is no element cannot be drawn.`] : []),
  ].join(' ');
}

function consideredWords(crossing: number, unanswered: number): string {
  if (crossing === 0) return '';
  return unanswered === 0 ? ', and a threat considers each' : `, and no threat considers ${unanswered} of these`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const HEADS = ['Flow', 'From, to', 'Content', 'Protocol', 'Authentication', 'Protection', 'Crosses', 'Threats'];

function tableOf(flows: readonly RecordOf<'flow'>[], trace: Trace): PictureTable {
  if (flows.length > MAX_ROWS) {
    return {
      heads: HEADS,
      rows: [],
      note: `The table of ${flows.length} flows is too long for a figure: it stands in the JSON output.`,
    };
  }
  const rows = flows.map((flow) => rowOf(flow, trace));
  const hasDash = rows.some((row) => row.includes(NOT_WRITTEN));
  return { heads: HEADS, rows, note: hasDash ? `${NOT_WRITTEN} nothing is written.` : undefined };
}

const NOT_WRITTEN = '–';

function rowOf(flow: RecordOf<'flow'>, trace: Trace): readonly string[] {
  const { title, protocol, port, authentication, protection, direction } = flow.fields;
  const from = trace.names(flow, 'from')[0] ?? '?';
  const to = trace.names(flow, 'to')[0] ?? '?';
  const crosses = crossesOf(flow, trace);
  const isAlone = standingOf(flow, trace) === 'unanswered';
  return [
    flow.id,
    `${from} ${direction === 'two-way' ? '↔' : '→'} ${to}`,
    title ?? NOT_WRITTEN,
    [protocol, port].filter((part) => part !== undefined).join(', ') || NOT_WRITTEN,
    authentication ?? NOT_WRITTEN,
    protection ?? NOT_WRITTEN,
    crosses === 'unknown' ? 'not known' : crosses.join(', ') || 'none',
    trace.names(flow, 'threats').join(', ') + (isAlone ? ' no threat' : '') || 'none',
  ];
}
