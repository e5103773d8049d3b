import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFont } from './font-file.js';
import { openFonts } from './fonts.js';

const { resolve } = createRequire(import.meta.url);
const INTER = readFileSync(resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'));

describe('a font file', () => {
  test('says its family, its style, its characters and their widths', () => {
    const font = readFont(INTER);
    expect(font).toMatchObject({ family: 'Inter', isBold: true, isItalic: false });
    expect([font?.has(0x41), font?.has(0x4e00)]).toEqual([true, false]);
    // 1544 of 2048 units, as other readers of fonts say.
    expect(font?.advance(0x41)).toBeCloseTo(0.744, 2);
    expect(font?.advance(0x4e00)).toBeUndefined();
  });

  test('has characters beyond the first 65,536', () => {
    const font = readFont(readFileSync(resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')));
    expect(font?.has(0x1_f6_00)).toBe(true);
  });

  test('bytes of any sort are a font or none', () => {
    fc.assert(
      fc.property(fc.nat(INTER.length), fc.uint8Array({ minLength: 1, maxLength: 40 }), (at, bytes) => {
        const broken = Buffer.from(INTER);
        broken.set(bytes.slice(0, INTER.length - at), at);
        readFont(broken)?.advance(0x41);
        readFont(INTER.subarray(0, at));
      }),
      { numRuns: 60 },
    );
    expect(readFont(Buffer.from('no font at all'))).toBeUndefined();
    expect(readFont(new Uint8Array())).toBeUndefined();
  });
});

test('what ships has the signs that documents use, in every style', () => {
  const fonts = openFonts();
  for (const sign of '✓✗◐○◔●≥≤≠→☐☑∞√∑Ω½—…„“”€\ufffd\u200b') {
    for (const style of ['regular', 'italic', 'bold', 'bold-italic', 'mono'] as const) {
      expect(fonts.has(sign.codePointAt(0) ?? 0, style), `${sign} ${style}`).toBe(true);
    }
  }
});
