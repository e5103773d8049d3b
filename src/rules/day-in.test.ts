/** What counts as a day in a line of words. */
import { expect, it } from 'vitest';
import { dayIn } from './day-in.js';

it.each([
  ['2031-06-30', '2031-06-30'],
  ['2031-06-30, five years after the release', '2031-06-30'],
  ['2031-06', '2031-06-31'],
  ['2031', '2031-12-31'],
  ['none announced', undefined],
  ['since 2019', undefined],
  ['20310-01', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s: %s', (words, day) => {
  expect(dayIn(words)).toBe(day);
});
