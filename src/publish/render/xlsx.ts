/** The tables of a document as a workbook: a sheet each, filters, frozen heads, widths, numbers and days as such. */
import { writeXlsx, type Cell as SheetCell, type CellStyle, type WriteSheet } from 'hucre';
import type { Cell, Document, Table } from '../document.js';
import { wordsOf } from '../build/heading-id.js';
import { cellText } from './csv.js';
import { flatRows } from './flat-rows.js';
import { frontMatter } from './front-matter.js';
import { everyBlock, numberingOf, type Numbering } from './numbering.js';
import { sheetNames } from './sheet-names.js';

/** @returns `undefined` for a document without tables */
export async function workbookOf(document: Document): Promise<Uint8Array | undefined> {
  const numbers = numberingOf(document);
  const tables = [...everyBlock(document.blocks)].filter((block): block is Table => block.is === 'table');
  if (tables.length === 0) return undefined;
  const titles = tables.map((table) => titleOf(table, numbers));
  const names = sheetNames(titles);
  const written = new Date(`${document.date}T00:00:00Z`);
  const sheets = tables.map((table, at) => sheetOf(table, names[at] ?? `Table ${at + 1}`));
  return writeXlsx({
    sheets: [coverOf(document, titles, names), ...sheets],
    properties: {
      title: document.title,
      creator: document.manufacturer ?? document.device,
      created: written,
      modified: written,
    },
    defaultFont: { name: 'Calibri', size: 10 },
  });
}

const HEAD: CellStyle = { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } };
const BODY: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };

function titleOf(table: Table, numbers: Numbering): string {
  return `${numbers.label(table.id) ?? ''} ${wordsOf(table.caption)}`.trim() || table.id;
}

/** What the workbook is of, and what stands on which sheet. */
function coverOf(document: Document, titles: readonly string[], names: readonly string[]): WriteSheet {
  const status = document.status === 'draft' ? 'Draft' : 'Released';
  return {
    name: 'About',
    columns: [{ width: 28 }, { width: 80 }],
    rows: [
      [document.title, document.stamp ?? ''],
      ['State', status],
      ...frontMatter(document).map(([name, value]) => [name, value]),
      ['', ''],
      ['Sheet', 'Table'],
      ...names.map((name, at) => [name, titles[at] ?? '']),
    ],
  };
}

/** A sheet is as wide as people print it: parts of a width are taken of 130 characters. */
const CHARACTERS = 130;

function sheetOf(table: Table, name: string): WriteSheet {
  const heads = table.columns.map(({ title }) => title);
  const rows = flatRows(table).map((row) => row.map(valueOf));
  return {
    name,
    columns: table.columns.map(({ width }) => ({ width: Math.max(8, Math.round(width * CHARACTERS)), style: BODY })),
    rows: [heads, ...rows],
    cells: new Map(heads.map((_, at): [string, Partial<SheetCell>] => [`0,${at}`, { style: HEAD }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${columnName(heads.length)}${rows.length + 1}` },
    pageSetup: {
      orientation: table.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  };
}

/** Text that looks like a formula is text: the writer stores strings as strings, never as formulas. */
function valueOf(cell: Cell): string | number | Date {
  const { value } = cell;
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(`${value}T00:00:00Z`);
  return cellText(cell.content).slice(0, MOST_IN_CELL);
}

/** What Excel takes in one cell. */
const MOST_IN_CELL = 32_767;

function columnName(count: number): string {
  let name = '';
  for (let left = count; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCodePoint(65 + ((left - 1) % 26)) + name;
  }
  return name;
}
