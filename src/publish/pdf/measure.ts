/** How much room words, tables and figures take, estimated from the widths of their characters. */
import { wordsOf } from '../build/heading-id.js';
import type { Block, Cell, Inline, Table } from '../document.js';
import { widestPiece } from './break-words.js';
import { fitColumns, type ColumnNeeds } from './fit-columns.js';
import type { Fonts, Style } from './fonts.js';
import { BODY, NARROW_TABLE, NOTE, TABLE } from './page-sizes.js';
import { tidyRows, type PlacedRow } from './tidy-rows.js';

export interface MeasuredTable {
  readonly setting: { readonly size: number; readonly gutter: number; readonly line: number };
  readonly needs: readonly ColumnNeeds[];
  readonly rows: readonly PlacedRow[];
}

const MANY_COLUMNS = 9;
/** Lines end earlier than they could, since words are not cut. */
const FILLED = 0.93;

export class Measure {
  readonly #fonts: Fonts;
  readonly #tables = new Map<Table, MeasuredTable>();

  constructor(fonts: Fonts) {
    this.#fonts = fonts;
  }

  table(table: Table): MeasuredTable {
    const known = this.#tables.get(table);
    if (known) return known;
    const setting = table.columns.length >= MANY_COLUMNS ? NARROW_TABLE : TABLE;
    const rows = tidyRows(table);
    const measured = { setting, needs: this.#needs(table, rows, setting), rows };
    this.#tables.set(table, measured);
    return measured;
  }

  #needs(
    { columns }: Table,
    rows: readonly PlacedRow[],
    { size, gutter }: MeasuredTable['setting'],
  ): readonly ColumnNeeds[] {
    const needs = columns.map(({ title, width }) => {
      const word = widestPiece(title, size, 'bold', this.#fonts);
      // A head may take two lines.
      const line = Math.max(word, this.#fonts.width(title, size, 'bold') * 0.6);
      return { asked: width, least: word + gutter, most: line + gutter, squares: 0 };
    });
    // A line that heads rows runs across; other cells over several columns ask each of these for their part.
    for (const { cell, column, columns } of rows.flatMap(({ row, cells }) => (row.isGroup ? [] : cells))) {
      const { least, most } = this.#cellNeeds(cell, size);
      for (const need of needs.slice(column, column + columns)) {
        if (columns === 1) need.least = Math.max(need.least, least + gutter);
        need.most = Math.max(need.most, most / columns + gutter);
        need.squares += (most / columns) ** 2;
      }
    }
    return needs.map(({ squares, ...need }) => ({ ...need, content: Math.cbrt(squares / Math.max(1, rows.length)) }));
  }

  #cellNeeds({ content }: Cell, size: number): { readonly least: number; readonly most: number } {
    const pieces = content.flat().map((inline) => this.#pieceOf(inline, size));
    const lines = content.map((inlines) => this.#width(inlines, size));
    return { least: Math.max(0, ...pieces), most: Math.max(0, ...lines) };
  }

  #pieceOf(inline: Inline, size: number): number {
    const words = wordsOf([inline]);
    // An id is not torn, and may be set a little wider than its letters are.
    if (inline.is === 'link') return this.#fonts.width(words, size, 'regular') + 0.6;
    return widestPiece(words, size, styleOf(inline), this.#fonts);
  }

  #width(inlines: readonly Inline[], size: number): number {
    return inlines.reduce((sum, one) => sum + this.#fonts.width(wordsOf([one]), size, styleOf(one)), 0);
  }

  widths(table: Table, width: number): readonly number[] {
    return fitColumns(this.table(table).needs, width);
  }

  /** Whether every word has room in its column. */
  fits(table: Table, width: number): boolean {
    const widths = this.widths(table, width);
    return this.table(table).needs.every(({ least }, at) => least <= (widths[at] ?? 0) + 0.5);
  }

  rowHeights(table: Table, widths: readonly number[]): readonly number[] {
    const { setting, rows } = this.table(table);
    return rows.map(({ cells }) => {
      const heights = cells.map(({ cell, column, columns }) => {
        const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0) - setting.gutter;
        return this.#linesOf(cell.content, width, setting.size) * setting.line;
      });
      return Math.max(setting.line, ...heights) + TABLE.padding;
    });
  }

  #linesOf(paragraphs: readonly (readonly Inline[])[], width: number, size: number): number {
    return paragraphs.reduce(
      (sum, inlines) => sum + Math.max(1, Math.ceil(this.#width(inlines, size) / (Math.max(width, 1) * FILLED))),
      0,
    );
  }

  height(block: Block, width: number): number {
    switch (block.is) {
      case 'heading':
        return block.level === 1 ? 62 : 44;
      case 'paragraph':
        return this.#linesOf([block.content], width, BODY.size) * BODY.line + 7;
      case 'list':
        return block.items.reduce((sum, item) => sum + this.total(item, width - 20), 7);
      case 'note':
        return this.total(block.blocks, width - NOTE.inset) + NOTE.line + 40;
      case 'table':
        return this.rowHeights(block, this.widths(block, width)).reduce((sum, one) => sum + one, 60);
      case 'code':
        return block.text.split('\n').length * 12 + 30;
      case 'figure':
        return Infinity;
      case 'page-break':
        return Infinity;
    }
  }

  total(blocks: readonly Block[], width: number): number {
    return blocks.reduce((sum, block) => sum + this.height(block, width), 0);
  }
}

function styleOf(inline: Inline): Style {
  if (inline.is !== 'text') return 'regular';
  if (inline.code) return 'mono';
  return inline.strong ? 'bold' : 'regular';
}
