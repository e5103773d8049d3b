import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell, Table } from '../document.js';
import { tidyRows } from './tidy-rows.js';

const cell = fc
  .record({ id: fc.uuid(), columns: fc.integer({ min: 1, max: 6 }), rows: fc.integer({ min: 1, max: 6 }) })
  .map(({ id, ...span }): Cell => ({ content: [[{ is: 'text', text: id }]], ...span }));

const table = fc
  .record({
    columns: fc.integer({ min: 1, max: 6 }),
    rows: fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }),
  })
  .map(({ columns, rows }): Table => ({
    is: 'table',
    id: 't',
    caption: [],
    columns: Array.from({ length: columns }, () => ({ title: '', width: 1 / columns })),
    rows: rows.map((cells) => ({ cells })),
  }));

test('each place of the grid is covered once, by cells that do not leave it', () => {
  fc.assert(
    fc.property(table, (given) => {
      const covered = new Set<string>();
      tidyRows(given).forEach(({ cells }, at) => {
        for (const { column, columns, rows } of cells) {
          for (let row = at; row < at + rows; row++) {
            for (let one = column; one < column + columns; one++) {
              expect(covered.has(`${row} ${one}`)).toBe(false);
              covered.add(`${row} ${one}`);
            }
          }
        }
      });
      expect(covered.size).toBe(given.rows.length * given.columns.length);
    }),
  );
});

test('no word of any cell is lost', () => {
  fc.assert(
    fc.property(table, (given) => {
      const before = given.rows.flatMap((row) => row.cells).flatMap(({ content }) => content.flat());
      const after = tidyRows(given)
        .flatMap(({ cells }) => cells)
        .flatMap(({ cell: { content } }) => content.flat());
      expect(new Set(after)).toEqual(new Set(before));
      expect(after).toHaveLength(before.length);
    }),
  );
});
