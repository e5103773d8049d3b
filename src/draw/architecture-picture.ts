/** Makes the picture of a software architecture: systems, items and units in one another, with class, segregation and components. */
import type { Assessment } from '../assess/index.js';
import type { RecordOf } from '../records/index.js';
import { isOwnSoftware, type Trace } from '../trace/index.js';
import { outerFirst, plural, shapeOf } from './data-flow-picture.js';
import type { Picture, PictureBox, PictureLine, PictureNode, PictureTable } from './picture.js';
import type { Selection } from './selection.js';

export interface ArchitectureInput {
  readonly assessment: Pick<Assessment, 'trace' | 'classes'>;
  readonly selection: Selection;
  readonly title: string;
}

type Item = RecordOf<'item'>;

export function architecturePicture(input: ArchitectureInput): Picture {
  const { selection, title } = input;
  const { trace } = input.assessment;
  const flows = selection.flows.filter((flow) => endAt(flow, 'from', trace) && endAt(flow, 'to', trace));
  const ends = new Set(flows.flatMap((flow) => [endAt(flow, 'from', trace)?.id, endAt(flow, 'to', trace)?.id]));
  const isLeaf = (item: Item): boolean => trace.linked(item, 'parts').length === 0 || ends.has(item.id);
  const nodes = selection.items.filter(isLeaf);
  const boxes = wholesOf(nodes, input);
  const inBoxes = new Set(boxes.map((box) => box.id));
  return {
    title,
    sentence: sentenceOf(nodes, boxes, input),
    nodes: nodes.map((item) => nodeOf(item, inBoxes, input)),
    boxes,
    lines: flows.map((flow) => lineOf(flow, trace)),
    tables: [itemTable(nodes.filter(isOwnSoftware), input), interfaceTable(selection.flows, trace)],
  };
}

function endAt(flow: RecordOf<'flow'>, end: 'from' | 'to', trace: Trace): Item | undefined {
  return trace.linkedOf(flow, end, 'item')[0];
}

/** What the nodes are parts of, outermost first. A whole that is itself an end of a flow is a node beside its parts. */
function wholesOf(nodes: readonly Item[], { assessment }: ArchitectureInput): readonly PictureBox[] {
  const { trace, classes } = assessment;
  const drawn = new Set(nodes.map((node) => node.id));
  const wholes = new Map<string, Item>();
  for (const node of nodes) {
    const seen = new Set<string>();
    let [whole] = trace.linkedOf(node, 'parent', 'item');
    while (whole && !seen.has(whole.id)) {
      seen.add(whole.id);
      if (!drawn.has(whole.id)) wholes.set(whole.id, whole);
      [whole] = trace.linkedOf(whole, 'parent', 'item');
    }
  }
  return outerFirst([...wholes.values()], (item) => trace.linkedOf(item, 'parent', 'item')[0]?.id).map(
    ({ record, parent }) => ({
      id: record.id,
      title: `${record.fields.title ?? ''} · class ${classes.of(record)}`,
      parent,
      edge: 'whole',
      change: undefined,
    }),
  );
}

function nodeOf(item: Item, boxes: ReadonlySet<string>, input: ArchitectureInput): PictureNode {
  const { trace } = input.assessment;
  const parent = trace.linkedOf(item, 'parent', 'item')[0]?.id;
  return {
    id: item.id,
    title: item.fields.title ?? '',
    shape: shapeOf(item),
    isOurs: isOwnSoftware(item),
    isMultiPatient: item.fields['multi-patient'] ?? false,
    isSegregated: isBelowWhole(item, input),
    notes: isOwnSoftware(item) ? classNotes(item, input) : [],
    box: parent !== undefined && boxes.has(parent) ? parent : undefined,
    change: undefined,
  };
}

function classNotes(item: Item, { assessment }: ArchitectureInput): readonly string[] {
  const soup = assessment.trace.linked(item, 'soup').length;
  return [
    `class ${assessment.classes.of(item)}${soup > 0 ? ` · ${soup} SOUP` : ''}`,
    ...(isClaimedLower(item, assessment) ? [`${item.fields.class ?? ''} written, not segregated`] : []),
  ];
}

/** Somebody wrote a lower class, and nothing that keeps the item apart: it counts as its whole does. */
function isClaimedLower(item: Item, { classes }: ArchitectureInput['assessment']): boolean {
  const written = item.fields.class;
  return isOwnSoftware(item) && written !== undefined && written < classes.of(item);
}

/** A class below that of the software system, which counts only with segregation (IEC 62304 4.3 d and 5.3.5). */
function isBelowWhole(item: Item, { assessment }: ArchitectureInput): boolean {
  if (!isOwnSoftware(item)) return false;
  const { trace, classes } = assessment;
  const seen = new Set<string>([item.id]);
  let [whole] = trace.linkedOf(item, 'parent', 'item');
  while (whole && !seen.has(whole.id)) {
    if (classes.of(item) < classes.of(whole)) return true;
    seen.add(whole.id);
    [whole] = trace.linkedOf(whole, 'parent', 'item');
  }
  return false;
}

function lineOf(flow: RecordOf<'flow'>, trace: Trace): PictureLine {
  return {
    id: flow.id,
    title: flow.fields.title ?? '',
    from: endAt(flow, 'from', trace)?.id ?? '',
    to: endAt(flow, 'to', trace)?.id ?? '',
    isTwoWay: flow.fields.direction === 'two-way',
    // Trust is the matter of another view; here a flow is an interface between items.
    standing: 'inside',
    change: undefined,
  };
}

function sentenceOf(nodes: readonly Item[], boxes: readonly PictureBox[], input: ArchitectureInput): string {
  const own = nodes.filter(isOwnSoftware);
  const { classes } = input.assessment;
  const counts = (['A', 'B', 'C'] as const).map((one) => ({
    one,
    count: own.filter((item) => classes.of(item) === one).length,
  }));
  const below = own.filter((item) => isBelowWhole(item, input));
  const claimed = own.filter((item) => isClaimedLower(item, input.assessment)).length;
  const told = counts.filter(({ count }) => count > 0).map(({ one, count }) => `${count} of class ${one}`);
  return [
    `${plural(own.length, 'software item')}${inWholes(boxes, input)}: ${told.join(', ') || 'none'}.`,
    ...(below.length > 0
      ? [`${below.length} ${below.length === 1 ? 'is' : 'are'} segregated, with a class below the system.`]
      : []),
    ...(claimed > 0
      ? [
          `${claimed} ${claimed === 1 ? 'is' : 'are'} written with a lower class and no segregation, and ${claimed === 1 ? 'counts' : 'count'} as the system does.`,
        ]
      : []),
  ].join(' ');
}

function inWholes(boxes: readonly PictureBox[], { assessment }: ArchitectureInput): string {
  const systems = boxes.filter((box) => {
    const record = assessment.trace.find(box.id);
    return record?.kind === 'item' && record.fields.granularity === 'system';
  });
  const others = boxes.length - systems.length;
  const counted = [
    ...(systems.length > 0 ? [plural(systems.length, 'software system')] : []),
    ...(others > 0 ? [plural(others, 'larger item')] : []),
  ];
  return counted.length > 0 ? ` in ${counted.join(' and ')}` : '';
}

function itemTable(items: readonly Item[], { assessment }: ArchitectureInput): PictureTable {
  const { trace, classes } = assessment;
  return {
    heads: ['Item', 'Name', 'Part of', 'Class', 'Why this class', 'Segregation', 'SOUP'],
    rows: items.map((item) => [
      item.id,
      item.fields.title ?? '–',
      trace.names(item, 'parent').join(', ') || '–',
      classes.of(item),
      item.fields['class-reason'] ?? '–',
      item.fields.segregation ?? '–',
      trace.names(item, 'soup').join(', ') || '–',
    ]),
    note: undefined,
  };
}

/** Interfaces between items, as IEC 62304 5.3.2 looks at them: what goes over, by which way, and what happens if it fails. */
function interfaceTable(flows: readonly RecordOf<'flow'>[], trace: Trace): PictureTable {
  return {
    heads: ['Flow', 'From, to', 'Content', 'Interface', 'Protocol', 'When it fails'],
    rows: flows.map((flow) => [
      flow.id,
      `${trace.names(flow, 'from')[0] ?? '?'} ${flow.fields.direction === 'two-way' ? '↔' : '→'} ${trace.names(flow, 'to')[0] ?? '?'}`,
      flow.fields.title ?? '–',
      trace.names(flow, 'via').join(', ') || '–',
      flow.fields.protocol ?? '–',
      flow.fields['error-behaviour'] ?? errorBehaviourOf(flow, trace) ?? '–',
    ]),
    note: '– nothing is written.',
  };
}

function errorBehaviourOf(flow: RecordOf<'flow'>, trace: Trace): string | undefined {
  const told = trace.linkedOf(flow, 'via', 'interface').flatMap((one) => one.fields['error-behaviour'] ?? []);
  return told.length > 0 ? told.join(' ') : undefined;
}
