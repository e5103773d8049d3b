/** Draws the table under a picture: rules instead of boxes, words broken inside their column. */
import { cleanText } from './clean-text.js';
import { element, group, lines, words, type Markup } from './markup.js';
import { breakText, widthOf, type Setting } from './measure-text.js';
import { fill, stroke } from './paint.js';
import type { PictureTable } from './picture.js';

const CELL: Setting = { size: 10, weight: 'regular' };
const HEAD: Setting = { size: 10, weight: 'bold' };
const LINE = 13;
const GAP = 14;
const ABOVE = 4;
const MAX_CELL_LINES = 8;
/** A column takes no more than this before all others have what they need. */
const WIDEST = 260;

export interface DrawnTable {
  readonly markup: Markup;
  readonly height: number;
}

/** @param link wraps the id in the first cell */
export function drawTable(
  table: PictureTable,
  at: { left: number; top: number; width: number },
  link: (id: string, inside: Markup) => Markup,
): DrawnTable {
  const rows = table.rows.map((row) => row.map((cell) => cleanText(cell)));
  const widths = columnWidths(table.heads, rows, at.width);
  const lefts = widths.map(
    (_, column) => at.left + widths.slice(0, column).reduce((sum, width) => sum + width + GAP, 0),
  );
  const right = (lefts.at(-1) ?? at.left) + (widths.at(-1) ?? 0);
  let y = at.top;
  const drawn: Markup[] = [rule(at.left, right, y, 1.2)];
  const addRow = (cells: readonly string[], setting: Setting): void => {
    const broken = cells.map((cell, column) => breakText(cell, setting, widths[column] ?? 0, MAX_CELL_LINES));
    const text = broken.map((cellLines, column) => {
      const cell = cellText(cellLines, lefts[column] ?? at.left, y + ABOVE, column === 0 ? HEAD : setting);
      return column === 0 && setting === CELL ? link(cells[0] ?? '', cell) : cell;
    });
    y += Math.max(1, ...broken.map((cellLines) => cellLines.length)) * LINE + 2 * ABOVE;
    drawn.push(group(...text, rule(at.left, right, y, setting === HEAD ? 0.8 : 0.5)));
  };
  addRow(table.heads, HEAD);
  for (const row of rows) addRow(row, CELL);
  return { markup: lines(...drawn), height: y - at.top };
}

function cellText(cellLines: readonly string[], x: number, top: number, setting: Setting): Markup {
  return group(
    ...cellLines.map((line, at) =>
      element(
        'text',
        {
          x,
          y: top + at * LINE + 9.5,
          'font-size': setting.size,
          'font-weight': setting.weight === 'bold' ? 600 : undefined,
          ...fill('ink'),
        },
        words(line),
      ),
    ),
  );
}

function rule(left: number, right: number, y: number, width: number): Markup {
  return element('path', {
    d: `M${left.toFixed(1)} ${y.toFixed(1)}H${right.toFixed(1)}`,
    ...stroke({ colour: width > 0.5 ? 'ink' : 'line-2', width }),
  });
}

/** What each column needs; where that is too much, the widest give way until all fit. */
function columnWidths(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  available: number,
): readonly number[] {
  const wanted = heads.map((head, column) =>
    Math.ceil(
      Math.max(
        widthOf(head, HEAD),
        ...rows.map((row) => Math.min(WIDEST, widthOf(row[column] ?? '', column === 0 ? HEAD : CELL))),
      ),
    ),
  );
  const room = Math.max(available - GAP * (heads.length - 1), heads.length * 24);
  const total = wanted.reduce((sum, width) => sum + width, 0);
  if (total <= room) return wanted;
  const limit = limitOf(wanted, room);
  return wanted.map((width) => Math.min(width, limit));
}

/** The width at which the columns that are cut to it and those that are narrower fill the room together. */
function limitOf(wanted: readonly number[], room: number): number {
  let rest = room;
  const narrowFirst = wanted.toSorted((a, b) => a - b);
  for (const [at, width] of narrowFirst.entries()) {
    const share = rest / (narrowFirst.length - at);
    if (width > share) return share;
    rest -= width;
  }
  return room;
}
