/** What can be pointed at in a document: headings, tables, figures, and the row in which a record is told of. */
import type { Block, Document, Row, Table } from '../document.js';
import { everyBlock } from '../render/numbering.js';

export interface Anchors {
  /** Label of a heading, table or figure; each once in the document. */
  labelOf(block: Block): string;
  /** Where an id leads: to its heading, or else to its row. */
  targetOf(id: string): string | undefined;
  /** The anchor that a row carries, if it is the one that its record is found at. */
  anchorOf(row: Row): string | undefined;
  /** Where `Table 3` or `Figure 2` stands. */
  placeOf(id: string): string | undefined;
}

export function anchorsOf(document: Document): Anchors {
  const labels = new Map<Block, string>();
  const [headings, places, rows] = [new Map<string, string>(), new Map<string, string>(), new Map<string, Row>()];
  const taken = new Set<string>();
  for (const block of everyBlock(document.blocks)) {
    if (block.is === 'table' && hasOwnRows(block)) findRows(block, rows);
    if (block.is !== 'heading' && block.is !== 'table' && block.is !== 'figure') continue;
    if (block.is === 'table' && !isNamed(block)) continue;
    const label = free(`${block.is}:${block.id}`, taken);
    labels.set(block, label);
    const byId = block.is === 'heading' ? headings : places;
    if (!byId.has(block.id)) byId.set(block.id, label);
  }
  const anchors = new Map([...rows].flatMap(([id, row]) => (headings.has(id) ? [] : [[row, `row:${id}`] as const])));
  return {
    labelOf: (block) => labels.get(block) ?? '',
    targetOf: (id) => headings.get(id) ?? (rows.has(id) ? `row:${id}` : undefined),
    anchorOf: (row) => anchors.get(row),
    placeOf: (id) => places.get(id),
  };
}

/** A table without a caption has no number that anybody could point at. */
function isNamed({ caption, columns }: Table): boolean {
  return caption.length > 0 && columns.length > 0;
}

/** Under a cell that covers several rows, a row may have no cell that could carry its anchor. */
function hasOwnRows({ columns, rows }: Table): boolean {
  return columns.length > 0 && rows.every(({ cells }) => cells.every((cell) => (cell.rows ?? 1) === 1));
}

/** The first row that begins with the id of a record is its place. */
function findRows(table: Table, rows: Map<string, Row>): void {
  for (const row of table.rows) {
    const [first, ...others] = row.cells[0]?.content[0] ?? [];
    if (first?.is === 'link' && others.length === 0 && !rows.has(first.to)) rows.set(first.to, row);
  }
}

function free(label: string, taken: Set<string>): string {
  let name = label;
  for (let count = 2; taken.has(name); count++) name = `${label}~${count}`;
  taken.add(name);
  return name;
}
