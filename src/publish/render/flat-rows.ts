/** The rows of a table for formats that know no cells over several columns: each row has a cell for each column. */
import type { Cell, Table } from '../document.js';
import { tidyRows } from '../pdf/tidy-rows.js';

const NOTHING: Cell = { content: [] };

export function flatRows(table: Table): readonly (readonly Cell[])[] {
  return tidyRows(table).map(({ cells }) => {
    const flat: Cell[] = table.columns.map(() => NOTHING);
    for (const { cell, column } of cells) flat[column] = cell;
    return flat;
  });
}
