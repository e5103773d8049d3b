/** The tables of a document as CSV (RFC 4180), one file each; what a spreadsheet would run is made text. */
import type { Document, Inline, Table } from '../document.js';
import { flatRows } from './flat-rows.js';
import { everyBlock, numberingOf } from './numbering.js';
import { wordsOf } from '../build/heading-id.js';

export interface CsvFile {
  /** Id of the table. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export function renderCsv(document: Document): readonly CsvFile[] {
  const numbers = numberingOf(document);
  const tables = [...everyBlock(document.blocks)].filter((block): block is Table => block.is === 'table');
  return tables.map((table) => ({
    id: table.id,
    title: `${numbers.label(table.id) ?? ''} ${wordsOf(table.caption)}`.trim(),
    text: csvText([
      table.columns.map(({ title }) => title),
      ...flatRows(table).map((row) => row.map(({ content }) => cellText(content))),
    ]),
  }));
}

export function cellText(content: readonly (readonly Inline[])[]): string {
  return content.map((inlines) => wordsOf(inlines)).join('\n');
}

function csvText(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** A leading sign begins a formula in spreadsheets; an apostrophe makes it text. */
function asText(words: string): string {
  return /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
}

function quoted(words: string): string {
  const safe = asText(words);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
