import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAdvances } from '../../scripts/fonts/read-advances.mjs';
import { fontFiles, widestOf } from '../../scripts/write-text-widths.mjs';
import { charactersWithoutSign } from './png.js';
import { cleanText } from './clean-text.js';
import { element, numberText, words } from './markup.js';
import { breakText, clipped, widthOf } from './measure-text.js';
import { readSvg } from './read-svg.test-support.js';
import { BOLD, RANGES, REGULAR } from './text-widths.js';

const FONTS = '/usr/share/fonts/truetype';
const SIZE = { size: 10, weight: 'regular' } as const;

describe('the table of widths', () => {
  const { regular, bold } = fontFiles(FONTS);

  test.each([
    ['regular', regular[0]!],
    ['bold', bold[0]!],
    ['bold', bold[1]!],
  ] as const)('%s: no character of the font that ships is wider than the table says', (weight, file) => {
    const advance = readAdvances(file);
    let seen = 0;
    for (const [from, to] of RANGES) {
      for (let codePoint = from; codePoint <= to; codePoint++) {
        const width = advance(codePoint);
        if (width === undefined) continue;
        seen++;
        expect(widthOf(String.fromCodePoint(codePoint), { size: 1000, weight }) + 0.001).toBeGreaterThanOrEqual(width);
      }
    }
    expect(seen).toBeGreaterThan(1000);
  });

  const areThere = [...regular, ...bold].every((file) => existsSync(file));
  test.runIf(areThere)('is what the script makes of the fonts of this machine', () => {
    expect(REGULAR.join('')).toBe(widestOf(regular));
    expect(BOLD.join('')).toBe(widestOf(bold));
  });

  test('what no font has counts wider than any letter', () => {
    expect(widthOf('🩺', SIZE)).toBeGreaterThan(widthOf('W', SIZE));
    expect(widthOf('漢', SIZE)).toBeGreaterThan(10);
    expect(widthOf('e\u0301', SIZE)).toBe(widthOf('e', SIZE));
  });
});

describe('breaking text', () => {
  test.each([
    ['at a space', 'Pump comms processor', 80, ['Pump comms', 'processor']],
    ['never inside an id if there is a space', 'TB-APP, TB-CLOUD', 60, ['TB-APP,', 'TB-CLOUD']],
    ['at a hyphen if there is no space', 'closed-loop-insulin', 50, ['closed-', 'loop-', 'insulin']],
    ['inside a word that alone is too long', 'Bauchspeicheldrüse', 40, ['Bauchs', 'peichel', 'drüse']],
    ['not at all', 'Pump', 200, ['Pump']],
    ['nothing', '', 200, []],
  ])('%s', (_, text, width, lines) => {
    expect(breakText(text, SIZE, width, 9)).toEqual(lines);
  });

  test('no line is wider than allowed, none is lost before the last, and the last says that there is more', () => {
    const text = fc.stringMatching(/^[ -~äöüß€→]{0,120}$/);
    fc.assert(
      fc.property(text, fc.integer({ min: 30, max: 200 }), fc.integer({ min: 1, max: 5 }), (written, width, most) => {
        const clean = cleanText(written);
        const lines = breakText(clean, SIZE, width, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(widthOf(line, SIZE)).toBeLessThanOrEqual(width);
        const joined = lines.join('').replaceAll(' ', '');
        if (!joined.endsWith('…')) expect(joined).toBe(clean.replaceAll(' ', ''));
      }),
    );
  });

  test('a word of ten thousand characters is cut', () => {
    const lines = breakText(cleanText('x'.repeat(10_000)), SIZE, 100, 3);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/…$/);
    expect(clipped('x'.repeat(400), SIZE, 60)).toMatch(/^x+…$/);
  });
});

describe('text of a record', () => {
  test.each([
    ['control characters', 'a\u0000b\u001B[31mc', 'a\uFFFDb\uFFFD[31mc'],
    ['line breaks and tabs become a space', 'a\r\n\tb', 'a b'],
    ['marks that turn the reading direction', 'safe\u202Eexe.cod', 'safe\uFFFDexe.cod'],
    ['isolates and invisible tags', '\u2066a\u2069\u{E0041}', '\uFFFDa\uFFFD\uFFFD'],
    ['half a character', 'a\uD83Db', 'a\uFFFDb'],
    ['what XML does not allow', 'a\uFFFEb\uFFFF', 'a\uFFFDb\uFFFD'],
    ['marks that pile up', `e${'\u0301'.repeat(50)}`, 'e\u0301\u0301\uFFFD'],
    ['emoji and joiners stay', '👩\u200D⚕️ ok', '👩\u200D⚕️ ok'],
    ['Arabic and Hebrew stay', 'مضخة שלום', 'مضخة שלום'],
  ])('%s', (_, written, clean) => {
    expect(cleanText(written)).toBe(clean);
  });

  test('is bounded, whatever comes', () => {
    expect(cleanText('ab '.repeat(1_000_000)).length).toBeLessThanOrEqual(400);
  });

  test('comes out of the markup as it went in, and becomes no element and no attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (written) => {
        const text = cleanText(written);
        const { markup } = element('a', { href: text }, element('title', {}, words(text)));
        const { elements, text: inside } = readSvg(markup);
        expect(elements.map((tag) => tag.name)).toEqual(['a', 'title']);
        expect(elements[0]!.attributes).toEqual({ href: text });
        expect(inside).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

test('what the font of a PNG cannot show is told', () => {
  expect(charactersWithoutSign('<svg><title>漢</title><text x="1">Pump → 漢 🩺 é</text></svg>')).toEqual(['漢', '🩺']);
});

test.each([
  [0, '0'],
  [-0.04, '0'],
  [1.25, '1.3'],
  [-7.141, '-7.1'],
  [123456.789, '123456.8'],
  [1e-9, '0'],
])('the number %s is written as %s', (value, text) => {
  expect(numberText(value)).toBe(text);
});
