/** Makes the picture of the difference between two models: what is new, gone or changed, and what stands beside it. */
import { plural } from './data-flow-picture.js';
import type { Change, Picture, PictureBox, PictureLine, PictureNode, PictureTable } from './picture.js';

/** Ids of records, as a comparison of the two models found them. */
export interface Changes {
  readonly added: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
}

export interface DifferenceInput {
  readonly title: string;
  /** Pictures of the whole of both models, made in the same way. */
  readonly before: Picture;
  readonly after: Picture;
  readonly changes: Changes;
}

/** What did not change is shown only where it is an end of a line that is drawn, or lies around what is. */
export function differencePicture({ title, before, after, changes }: DifferenceInput): Picture {
  const changeOf = (id: string): Change | undefined => {
    if (changes.added.has(id)) return 'added';
    if (changes.removed.has(id)) return 'removed';
    return changes.changed.has(id) ? 'changed' : undefined;
  };
  const marked = <T extends { readonly id: string }>(part: T): T & { change: Change | undefined } => ({
    ...part,
    change: changeOf(part.id),
  });
  const nodes = merged(before.nodes, after.nodes, changes).map(marked);
  const boxes = merged(before.boxes, after.boxes, changes).map(marked);
  const lines = linesWithEnds(merged(before.lines, after.lines, changes), nodes).map(marked);
  const shownNodes = nodesShown(nodes, lines, boxes);
  const ids = new Set(shownNodes.map((node) => node.id));
  const shownLines = lines.filter(
    (line) => ids.has(line.from) && ids.has(line.to) && (line.change !== undefined || touchesChange(line, nodes)),
  );
  const shownBoxes = boxesShown(boxes, shownNodes);
  const boxIds = new Set(shownBoxes.map((box) => box.id));
  return {
    title,
    sentence: sentenceOf(changes, [...nodes, ...boxes, ...lines]),
    nodes: shownNodes.map((node) =>
      node.box !== undefined && !boxIds.has(node.box) ? { ...node, box: undefined } : node,
    ),
    boxes: shownBoxes,
    lines: shownLines,
    tables: tablesOf(before, after, shownLines),
  };
}

/** What is gone stands in the older model only. */
function merged<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  { removed }: Changes,
): readonly T[] {
  const present = new Set(after.map((part) => part.id));
  return [...after, ...before.filter((part) => removed.has(part.id) && !present.has(part.id))];
}

function linesWithEnds(lines: readonly PictureLine[], nodes: readonly PictureNode[]): readonly PictureLine[] {
  const ids = new Set(nodes.map((node) => node.id));
  return lines.filter((line) => ids.has(line.from) && ids.has(line.to));
}

function touchesChange(line: PictureLine, nodes: readonly PictureNode[]): boolean {
  return nodes.some(
    (node) => (node.id === line.from || node.id === line.to) && (node.change === 'added' || node.change === 'removed'),
  );
}

function nodesShown(
  nodes: readonly PictureNode[],
  lines: readonly PictureLine[],
  boxes: readonly PictureBox[],
): readonly PictureNode[] {
  const changedBoxes = new Set(boxes.filter((box) => box.change !== undefined).map((box) => box.id));
  const changedLines = lines.filter((line) => line.change !== undefined || touchesChange(line, nodes));
  const ends = new Set(changedLines.flatMap((line) => [line.from, line.to]));
  return nodes.filter(
    (node) => node.change !== undefined || ends.has(node.id) || (node.box !== undefined && changedBoxes.has(node.box)),
  );
}

/** Boxes around what is shown, outer ones first; one whose parent is not there stands alone. */
function boxesShown(boxes: readonly PictureBox[], nodes: readonly PictureNode[]): readonly PictureBox[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const order: PictureBox[] = [];
  const placed = new Set<string>();
  const place = (box: PictureBox | undefined, depth: number): void => {
    if (!box || placed.has(box.id) || depth > boxes.length) return;
    const parent = box.parent === undefined ? undefined : byId.get(box.parent);
    place(parent, depth + 1);
    placed.add(box.id);
    order.push(parent ? box : { ...box, parent: undefined });
  };
  for (const node of nodes) place(node.box === undefined ? undefined : byId.get(node.box), 0);
  return order;
}

function sentenceOf({ added, removed, changed }: Changes, parts: readonly { readonly id: string }[]): string {
  const drawn = new Set(parts.map((part) => part.id));
  const count = (ids: ReadonlySet<string>): number => [...ids].filter((id) => drawn.has(id)).length;
  const elsewhere = [...added, ...removed, ...changed].filter((id) => !drawn.has(id)).length;
  return [
    `${count(added)} new, ${count(removed)} gone, ${count(changed)} changed in the picture.`,
    ...(elsewhere > 0
      ? [
          `${plural(elsewhere, 'other record')} changed that ${elsewhere === 1 ? 'is' : 'are'} no element, boundary or flow.`,
        ]
      : []),
  ].join(' ');
}

/** Rows of the lines that are drawn, from the model in which they stand. */
function tablesOf(before: Picture, after: Picture, lines: readonly PictureLine[]): readonly PictureTable[] {
  const [table] = after.tables;
  if (!table) return [];
  const rows = new Map([...(before.tables[0]?.rows ?? []), ...table.rows].map((row) => [row[0] ?? '', row]));
  const words = { added: 'new', removed: 'gone', changed: 'changed' } as const;
  return [
    {
      heads: [...table.heads, 'Difference'],
      rows: lines.flatMap((line) => {
        const row = rows.get(line.id);
        return row ? [[...row, line.change === undefined ? 'same' : words[line.change]]] : [];
      }),
      note: table.note,
    },
  ];
}
