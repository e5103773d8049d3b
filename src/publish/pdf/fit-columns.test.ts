import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitColumns, type ColumnNeeds } from './fit-columns.js';

const column = (least: number, most: number, asked = 0.25, content = Math.cbrt(most ** 2)): ColumnNeeds => ({
  asked,
  least,
  most,
  content,
});

const needs = fc
  .record({
    asked: fc.double({ min: 0, max: 1, noNaN: true }),
    least: fc.integer({ min: 6, max: 600 }),
    more: fc.nat(3000),
  })
  .map(({ asked, least, more }) => column(least, least + more, asked));

describe('columns', () => {
  test('fill the table, whatever their words need', () => {
    fc.assert(
      fc.property(
        fc.array(needs, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 50, max: 1000 }),
        (columns, width) => {
          const widths = fitColumns(columns, width);
          expect(widths).toHaveLength(columns.length);
          expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(width, 0);
          expect(Math.min(...widths)).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('have room for their widest word, if all have', () => {
    fc.assert(
      fc.property(fc.array(needs, { minLength: 1, maxLength: 12 }), (columns) => {
        const width = 3 * columns.reduce((sum, { least }) => sum + least + 1, 0);
        const widths = fitColumns(columns, width);
        columns.forEach(({ least }, at) =>
          expect((widths[at] ?? 0) + 0.1).toBeGreaterThanOrEqual(Math.min(least, width / 3)),
        );
      }),
    );
  });

  test.each<[string, readonly ColumnNeeds[], (widths: readonly number[]) => boolean]>([
    ['none', [], (widths) => widths.length === 0],
    ['an empty column stays narrow', [column(30, 30), column(40, 2000)], ([empty = 0]) => empty < 60],
    ['a short one is no wider than its text', [column(20, 50, 0.5), column(40, 900, 0.5)], ([short = 0]) => short < 52],
    ['the fuller one gets more', [column(20, 300), column(20, 3000)], ([a = 0, b = 0]) => b > a],
    ['one giant word does not take all', [column(5000, 5000), column(50, 60)], ([, other = 0]) => other > 50],
  ])('%s', (_, columns, holds) => {
    expect(holds(fitColumns(columns, 400))).toBe(true);
  });
});
