/** Patterns of mapping files: what fits, compared with another way of matching, and in bounded time. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patternOf } from './wildcards.js';

describe('names', () => {
  test.each<[pattern: string, text: string, fits: boolean]>([
    ['limits', 'limits', true],
    ['limits', 'limits of doses', false],
    ['limits*', 'limits of a/b', true],
    ['*refused', 'a flood is refused', true],
    ['* is *', 'a flood is refused', true],
    ['limit?', 'limits', true],
    ['limit?', 'limit', false],
    ['*', '', true],
    [String.raw`2 \* 3`, '2 * 3', true],
    [String.raw`2 \* 3`, '2 x 3', false],
    ['a.b', 'axb', false],
    ['(a+)+$', '(a+)+$', true],
    ['[TC-1]', '[TC-1]', true],
    ['Größe ?', 'Größe 😀', true],
  ])('%s %j: %s', (pattern, text, fits) => {
    expect(patternOf(pattern, false).fits(text)).toBe(fits);
  });
});

describe('paths', () => {
  test.each<[pattern: string, path: string, fits: boolean]>([
    ['test/limits.test.ts', 'test/limits.test.ts', true],
    ['test/*.ts', 'test/limits.ts', true],
    ['test/*.ts', 'test/ble/limits.ts', false],
    ['test/**', 'test/ble/limits.ts', true],
    ['test/**/*.ts', 'test/limits.ts', true],
    ['test/**/*.ts', 'test/a/b/limits.ts', true],
    ['**/limits.ts', 'limits.ts', true],
    ['**/limits.ts', 'a/b/limits.ts', true],
    ['**/limits.ts', 'a/no-limits.ts', false],
    ['**/ble/**', 'src/ble/a/b.ts', true],
    ['**/ble/**', 'src/cable/a.ts', false],
    ['test/?.ts', 'test//.ts', false],
  ])('%s %s: %s', (pattern, path, fits) => {
    expect(patternOf(pattern, true).fits(path)).toBe(fits);
  });
});

/** Tries every way, one after the other: right, and much too slow for anything but short texts. */
function fitsSlowly(pattern: string, text: string, isPath: boolean): boolean {
  if (pattern === '') return text === '';
  if (isPath && pattern.startsWith('**/')) {
    const rest = pattern.slice(3);
    if (fitsSlowly(rest, text, isPath)) return true;
    return text.split('/').some((_, at, names) => at > 0 && fitsSlowly(rest, names.slice(at).join('/'), isPath));
  }
  if (pattern.startsWith('*')) {
    const isAny = !isPath || pattern.startsWith('**');
    const rest = pattern.replace(isPath ? /^\*\*?/ : /^\*+/, '');
    for (let at = 0; at <= text.length; at++) {
      if (!isAny && text.slice(0, at).includes('/')) return false;
      if (fitsSlowly(rest, text.slice(at), isPath)) return true;
    }
    return false;
  }
  if (text === '') return false;
  const isOne = pattern.startsWith('?') && (!isPath || !text.startsWith('/'));
  return (
    (isOne || (pattern[0] === text[0] && pattern[0] !== '?')) && fitsSlowly(pattern.slice(1), text.slice(1), isPath)
  );
}

test('it fits where trying every way fits', () => {
  const part = (letters: string): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...letters.split('')), maxLength: 8 });
  fc.assert(
    fc.property(part('ab/*?*'), part('ab/'), fc.boolean(), (pattern, text, isPath) => {
      expect(patternOf(pattern, isPath).fits(text)).toBe(fitsSlowly(pattern, text, isPath));
    }),
    { numRuns: 3_000 },
  );
});

test('a pattern that would take a regular expression for ever takes no time', () => {
  const start = performance.now();
  expect(patternOf('*a'.repeat(150), false).fits(`${'a'.repeat(1_000)}b`)).toBe(false);
  expect(patternOf('**/'.repeat(100), true).fits('a/'.repeat(500))).toBe(true);
  expect(performance.now() - start).toBeLessThan(2_000);
});
