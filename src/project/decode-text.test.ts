import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { decodeText } from './decode-text.js';
import { LIMITS } from './limits.js';

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))));

// @verifies TC-107
test.each([
  ['empty', bytes(), ''],
  ['letters of all kinds', bytes('ä😀\r\n名'), 'ä😀\r\n名'],
  ['a byte-order mark is dropped', bytes(0xef, 0xbb, 0xbf, 'medward: 1'), 'medward: 1'],
  ['only the first one', bytes(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 'a'), '\uFEFFa'],
])('%s', (_, given, text) => {
  expect(decodeText(given)).toEqual({ ok: true, text });
});

test.each([
  ['UTF-16, little end first', bytes(0xff, 0xfe, 'a', 0), 'utf-16', 1, 1],
  ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 'a'), 'utf-16', 1, 1],
  ['UTF-16 without a mark', bytes('a', 0, 'b', 0), 'nul-byte', 1, 2],
  ['a NUL byte', bytes('ab\ncd', 0, 'e'), 'nul-byte', 2, 3],
  ['a NUL byte after a byte-order mark', bytes(0xef, 0xbb, 0xbf, 'ab', 0), 'nul-byte', 1, 3],
  ['Latin-1', bytes('a\nü', 0xe9, ' b'), 'not-utf-8', 2, 2],
  ['a lone surrogate', bytes('x', 0xed, 0xa0, 0x80), 'not-utf-8', 1, 2],
  ['an overlong form', bytes('x\n', 0xc0, 0xaf), 'not-utf-8', 2, 1],
  ['cut within a letter', bytes('😀\nab', 0xf0, 0x9f), 'not-utf-8', 2, 3],
  ['two wrongs, the first counts', bytes('a', 0xff, 0), 'not-utf-8', 1, 2],
  ['an endless line', bytes('a\n', 'x'.repeat(LIMITS.lineLength + 1)), 'line-too-long', 2, 1],
] as const)('%s is refused at its place', (_, given, reason, line, column) => {
  expect(decodeText(given)).toEqual({ ok: false, reason, line, column });
});

test('lines up to the limit are read', () => {
  const text = `${'x'.repeat(LIMITS.lineLength)}\n${'y'.repeat(LIMITS.lineLength)}`;
  expect(decodeText(bytes(text))).toEqual({ ok: true, text });
});

test('any bytes give their own text or a place within them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (given) => {
      const read = decodeText(given);
      const isPlace = !read.ok && read.line >= 1 && read.column >= 1 && read.column <= given.length + 1;
      const isSame = read.ok && (Buffer.from(read.text).equals(given) || given[0] === 0xef);
      expect(isPlace || isSame).toBe(true);
    }),
  );
});
