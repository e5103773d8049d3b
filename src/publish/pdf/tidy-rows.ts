/** Puts the cells of a table into its columns: spans are cut to what is there, missing cells are added, none is lost. */
import type { Cell, Row, Table } from '../document.js';

export interface PlacedCell {
  readonly cell: Cell;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

export interface PlacedRow {
  readonly row: Row;
  readonly cells: readonly PlacedCell[];
}

export function tidyRows({ columns, rows }: Table): readonly PlacedRow[] {
  /** Rows that a cell above still covers, by column. */
  const covered: number[] = columns.map(() => 0);
  const placed: { row: Row; cells: readonly PlacedCell[] }[] = [];
  for (const [at, row] of rows.entries()) {
    const { cells, rest } = placedIn(row, covered, rows.length - at);
    for (let column = 0; column < covered.length; column++) covered[column] = Math.max(0, (covered[column] ?? 0) - 1);
    for (const one of cells) covered.fill(one.rows - 1, one.column, one.column + one.columns);
    placed.push({ row, cells });
    const last = placed.findLast((one) => one.cells.length > 0);
    if (last) last.cells = withRest(last.cells, rest);
  }
  return placed;
}

interface Placing {
  readonly cells: readonly PlacedCell[];
  /** For which there is no column. */
  readonly rest: readonly Cell[];
}

function placedIn(row: Row, covered: readonly number[], rowsLeft: number): Placing {
  const placed: PlacedCell[] = [];
  const free = (column: number): boolean => (covered[column] ?? 0) === 0;
  let column = 0;
  const rest = [...row.cells];
  while (column < covered.length) {
    if (!free(column)) {
      column++;
      continue;
    }
    const cell = rest.shift() ?? { content: [] };
    const wanted = row.isGroup && row.cells.length === 1 ? covered.length : (cell.columns ?? 1);
    let columns = 1;
    while (columns < wanted && column + columns < covered.length && free(column + columns)) columns++;
    placed.push({ cell, column, columns, rows: Math.max(1, Math.min(cell.rows ?? 1, rowsLeft)) });
    column += columns;
  }
  return { cells: placed, rest };
}

/** More cells than columns: the last cell that has a place says the rest. */
function withRest(placed: readonly PlacedCell[], rest: readonly Cell[]): readonly PlacedCell[] {
  const last = placed.at(-1);
  if (rest.length === 0 || !last) return placed;
  const content = [...last.cell.content, ...rest.flatMap((cell) => cell.content)];
  return [...placed.slice(0, -1), { ...last, cell: { ...last.cell, content } }];
}
