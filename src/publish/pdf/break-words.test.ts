import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakWords, widestPiece } from './break-words.js';
import { openFonts } from './fonts.js';

const fonts = openFonts();
const room = (width: number) => ({ width, size: 8.5, style: 'regular' as const });

test.each([
  ['what fits stays as it is', 'therapy controller', 200, 'therapy controller'],
  ['a path is parted at its signs', 'pkg:npm/typst-ts', 30, 'pkg:\u200bnpm/\u200btypst-\u200bts'],
  ['a word without signs where it must', 'aaaaaaaaaa', 20, 'aaaa\u200baaaa\u200baa'],
])('%s', (_, text, width, broken) => {
  expect(breakWords(text, room(width), fonts)).toBe(broken);
});

test('no piece is wider than its column, and no character is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 15, max: 200 }), (text, width) => {
      const broken = breakWords(text, room(width), fonts);
      expect(broken.replaceAll('\u200b', '')).toBe(text.replaceAll('\u200b', ''));
      for (const piece of broken.split(/[\s\u200b]+/)) {
        const letters = piece.replaceAll(/\p{M}/gu, '');
        if (letters.length > 2) expect(fonts.width(letters, 8.5, 'regular')).toBeLessThanOrEqual(width + 20);
      }
    }),
  );
});

test('an id is one piece, words with a hyphen are two', () => {
  const piece = (text: string): number => widestPiece(text, 10, 'regular', fonts);
  expect(piece('SRS-102')).toBeGreaterThan(fonts.width('SRS-102', 10, 'regular'));
  expect(piece('code-execution')).toBeLessThan(fonts.width('code-execution', 10, 'regular'));
});
