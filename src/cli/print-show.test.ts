import { expect, test } from 'vitest';
import { joined } from './print-show.js';

test.each([
  ['a paragraph over lines', 'One sentence\nover two lines.', 'One sentence over two lines.'],
  ['two paragraphs', 'One.\n\nTwo\nlines.', 'One.\n\nTwo lines.'],
  ['a list', 'Such as:\n- one\n- two', 'Such as:\n- one\n- two'],
  ['a numbered list', 'Steps:\n1. one\n2) two', 'Steps:\n1. one\n2) two'],
  ['a table', '| a | b |\n| - | - |\n| 1 | 2 |', '| a | b |\n| - | - |\n| 1 | 2 |'],
  ['code', 'Write:\n\n    medward: 1\n    device: x', 'Write:\n\n    medward: 1\n    device: x'],
  ['code in a fence', 'Write:\n```\na: b\nc: d\n```', 'Write:\n```\na: b\nc: d\n```'],
  ['nothing', '', ''],
])('%s', (_, written, shown) => {
  expect(joined(written)).toBe(shown);
});

test('a long text takes no longer than its length', () => {
  const start = performance.now();
  joined(`${'\n'.repeat(100_000)}${'a\n'.repeat(100_000)}`);
  expect(performance.now() - start).toBeLessThan(2_000);
});
