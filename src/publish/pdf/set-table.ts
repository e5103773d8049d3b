/** Sets a table: columns as wide as their words need, rows that stay in one piece unless they are too high for it. */
import type { Cell, Row, Table } from '../document.js';
import type { Room } from './break-words.js';
import type { Measure } from './measure.js';
import { PAGES, TABLE } from './page-sizes.js';
import type { WordSetter, Setting } from './set-words.js';
import type { SheetCell, SheetRow, SheetTable, SheetWords } from './sheet.js';
import type { PlacedCell, PlacedRow } from './tidy-rows.js';

/** Of the lower sort of page; a higher row goes over to the next page, where it could fall off the end otherwise. */
const HIGHEST_WHOLE_ROW = PAGES.turned.height * 0.4;

export class TableSetter {
  readonly #setting: Setting;
  readonly #words: WordSetter;
  readonly #measure: Measure;

  constructor(setting: Setting, words: WordSetter, measure: Measure) {
    this.#setting = setting;
    this.#words = words;
    this.#measure = measure;
  }

  table(table: Table, width: number): SheetTable {
    const { anchors, numbers } = this.#setting;
    const { setting, rows } = this.#measure.table(table);
    const widths = this.#measure.widths(table, width);
    const heights = this.#measure.rowHeights(table, widths);
    const room = (columns: readonly number[], style: Room['style']): Room => ({
      width: columns.reduce((sum, one) => sum + one, 0) - setting.gutter,
      size: setting.size,
      style,
    });
    const name = table.caption.length > 0 ? (numbers.label(table.id) ?? null) : null;
    return {
      is: 'table',
      label: anchors.labelOf(table),
      name,
      caption: this.#words.words(table.caption, { width, size: TABLE.size, style: 'regular' }),
      count: countOf(table),
      widths,
      gutter: setting.gutter,
      size: setting.size,
      align: table.columns.map(({ align }) => align ?? 'left'),
      heads: table.columns.map(({ title }, at) =>
        this.#words.words([{ is: 'text', text: title }], room([widths[at] ?? 0], 'bold')),
      ),
      rows: rows.map((placed, at) =>
        this.#row(placed, heights.slice(at), (one, style) =>
          room(widths.slice(one.column, one.column + one.columns), style),
        ),
      ),
    };
  }

  #row(
    { row, cells }: PlacedRow,
    heights: readonly number[],
    roomOf: (placed: PlacedCell, style: Room['style']) => Room,
  ): SheetRow {
    const anchor = this.#setting.anchors.anchorOf(row);
    return {
      group: row.isGroup ?? false,
      changed: row.changed ?? false,
      cells: cells.map((placed, at) => {
        const height = heights.slice(0, placed.rows).reduce((sum, one) => sum + one, 0);
        const content = this.#content(
          placed.cell,
          roomOf(placed, row.isGroup ? 'bold' : 'regular'),
          at === 0 ? anchor : undefined,
        );
        const breaks = height > HIGHEST_WHOLE_ROW;
        const isPlain = placed.columns === 1 && placed.rows === 1 && !breaks && !row.isGroup && !row.changed;
        if (isPlain && typeof content === 'string') return content;
        return { content, ...spanOf(placed), ...(breaks && { breaks: true as const }) };
      }),
    };
  }

  #content({ content }: Cell, room: Room, anchor: string | undefined): SheetCell['content'] {
    const paragraphs = content.map((inlines) => this.#words.words(inlines, room));
    const [first = [], ...others] = paragraphs;
    if (anchor !== undefined) return [[{ is: 'anchor', id: anchor }, ...withoutTarget(first)], ...others];
    if (others.length > 0) return paragraphs;
    const [only, ...more] = first;
    return more.length === 0 && (only === undefined || typeof only === 'string') ? (only ?? '') : paragraphs;
  }
}

/** The row of a record does not link to itself. */
function withoutTarget(words: SheetWords): SheetWords {
  return words.map((part) => (typeof part !== 'string' && part.is === 'link' ? { ...part, to: null } : part));
}

function spanOf({ columns, rows }: PlacedCell): { columns?: number; rows?: number } {
  return { ...(columns > 1 && { columns }), ...(rows > 1 && { rows }) };
}

function countOf({ count }: Pick<Table, 'count'>): string | null {
  if (!count) return null;
  return `${count.shown.toLocaleString('en-GB')} of ${count.of.toLocaleString('en-GB')} ${count.what}`;
}

export type { Row };
