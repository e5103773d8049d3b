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
  const sheets = tables.map((table, at) => sheetOf(table, names[at] ?? `Table ${at + 1}`, document));
  return writeXlsx({
    sheets: [coverOf(document, titles, names), ...sheets],
    properties: {
      title: document.title,
      creator: document.manufacturer ?? document.device,
      created: written,
      modified: written,
    },
    defaultFont: FONT,
  });
}

const FONT = { name: 'Calibri', size: 10 } as const;
const TOP = { wrapText: true, vertical: 'top' } as const;
const RULE = { style: 'thin', color: { rgb: 'B4BEC7' } } as const;
const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  alignment: TOP,
  border: { bottom: { style: 'medium', color: { rgb: '17202A' } } },
};
const BODY: CellStyle = { font: FONT, alignment: TOP, border: { bottom: RULE } };
const DAY: CellStyle = { ...BODY, numFmt: 'yyyy-mm-dd' };
const GROUP: CellStyle = { ...BODY, font: { ...FONT, bold: true }, alignment: { vertical: 'top' } };
const TITLE: CellStyle = { font: { ...FONT, bold: true, size: 16 } };

function titleOf(table: Table, numbers: Numbering): string {
  return `${numbers.label(table.id) ?? ''} ${wordsOf(table.caption)}`.trim() || table.id;
}

/** What the workbook is of, and what stands on which sheet. */
function coverOf(document: Document, titles: readonly string[], names: readonly string[]): WriteSheet {
  const status = document.status === 'draft' ? 'Draft' : 'Released';
  return {
    name: 'About',
    columns: [{ width: 34 }, { width: 90 }],
    cells: new Map([['0,0', { style: TITLE }]]),
    pageSetup: { ...PAGE, orientation: 'landscape' },
    rows: [
      [document.title],
      ...(document.stamp === undefined ? [] : [[document.stamp]]),
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
/** More columns than these are read on a turned page. */
const UPRIGHT_COLUMNS = 4;
const PAGE = {
  paperSize: 'a4',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { top: 0.8, bottom: 0.7, left: 0.6, right: 0.6, header: 0.35, footer: 0.35 },
} as const;

function sheetOf(table: Table, name: string, document: Document): WriteSheet {
  const heads = table.columns.map(({ title }) => title);
  const rows = flatRows(table).map((row) => row.map(valueOf));
  const widths = table.columns.map(({ width }) => Math.max(8, Math.round(width * CHARACTERS)));
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: [heads, ...rows],
    rowDefs: new Map(rows.map((row, at) => [at + 1, { height: heightOf(table.rows[at]?.isGroup ? [] : row, widths) }])),
    cells: new Map([...heads.map((_, at) => styled(0, at, HEAD)), ...bodyStyles(table, rows)]),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${columnName(heads.length)}${rows.length + 1}` },
    headerFooter: {
      oddHeader: `&L${plainHeader(document.title)}&R${plainHeader(name)}`,
      oddFooter: `&L${plainHeader([document.device, document.date, document.stamp].filter(Boolean).join(' · '))}&R&P / &N`,
    },
    pageSetup: {
      ...PAGE,
      orientation: table.landscape || heads.length > UPRIGHT_COLUMNS ? 'landscape' : 'portrait',
      printTitlesRow: '$1:$1',
    },
  };
}

/** Points of a line in the font of the sheet. */
const LINE = 13.2;
/** Points; Excel shows no row higher than 409. */
const HIGHEST = 400;

/** Points; programs that do not fit rows to their words would show the first line alone. */
function heightOf(row: readonly (string | number | Date)[], widths: readonly number[]): number {
  const lines = row.map((value, at) =>
    typeof value === 'string'
      ? value
          .split('\n')
          .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.08) / (widths[at] ?? 8))), 0)
      : 1,
  );
  return Math.min(HIGHEST, Math.max(1, ...lines) * LINE + 3);
}

/** More cells than these are left as the program sets them: a style each takes memory. */
const MOST_STYLED = 100_000;

function bodyStyles(
  table: Table,
  rows: readonly (readonly unknown[])[],
): readonly (readonly [string, Partial<SheetCell>])[] {
  if (table.columns.length * rows.length > MOST_STYLED) return [];
  return rows.flatMap((row, at) =>
    row.map((value, column) => styled(at + 1, column, styleOf(value, table.rows[at]?.isGroup === true))),
  );
}

function styleOf(value: unknown, isGroup: boolean): CellStyle {
  if (value instanceof Date) return DAY;
  return isGroup ? GROUP : BODY;
}

function styled(row: number, column: number, style: CellStyle): readonly [string, Partial<SheetCell>] {
  return [`${row},${column}`, { style }];
}

/** `&` begins a code in headers and footers of a sheet; the whole may have 255 characters. */
function plainHeader(words: string): string {
  return words.slice(0, 80).replaceAll('&', '&&');
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
