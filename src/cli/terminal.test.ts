import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columns, painter, plain, wrap } from './terminal.js';

// @verifies TC-710
describe('text from records cannot steer the terminal', () => {
  test.each([
    ['a colour', '\u001B[31mred', '\uFFFD[31mred'],
    ['the title of the window', '\u001B]0;x\u0007', '\uFFFD]0;x\uFFFD'],
    ['a control sequence in one character', '\u009B31m', '\uFFFD31m'],
    ['a return to the start of the line', 'a\rb', 'a\uFFFDb'],
    ['a step back', 'a\bb', 'a\uFFFDb'],
    ['the end of a string', 'a\0b', 'a\uFFFDb'],
    ['the reading direction', 'a\u202Eb\u2066c', 'a\uFFFDb\uFFFDc'],
    ['a line break that terminals may take for one', 'a\u2028b', 'a\uFFFDb'],
    ['tabs and line breaks stay', 'a\tb\nc', 'a\tb\nc'],
    ['letters of all languages stay', 'Überdosis, 過量, עברית', 'Überdosis, 過量, עברית'],
  ])('%s', (_, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test('whatever stands there, nothing is left that a terminal obeys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
        expect(plain(text)).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
        expect(wrap(text, 40, '  ')).not.toContain('\u001B');
      }),
    );
  });
});

describe('wrap', () => {
  test.each([
    ['short text stays', 'one two', 20, '', 'one two'],
    ['breaks at spaces', 'one two three', 8, '', 'one two\nthree'],
    ['further lines are indented', 'one two three', 10, '  ', 'one two\n  three'],
    [
      'a long word stays whole, so that a path can be copied',
      'see records/threats/TH-013.md',
      10,
      '',
      'see\nrecords/threats/TH-013.md',
    ],
    ['lines of the text stay lines', 'one\ntwo', 20, '', 'one\ntwo'],
    ['nothing', '', 20, '', ''],
  ])('%s', (_, text, width, indent, expected) => {
    expect(wrap(text, width, indent)).toBe(expected);
  });

  test('no word is lost, and no line with several words is too long', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 40 });
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 60 }), (list, width) => {
        const lines = wrap(list.join(' '), width, '  ').split('\n  ');
        expect(lines.join(' ')).toBe(list.join(' '));
        for (const line of lines) expect(line.length <= width - 2 || !line.includes(' ')).toBe(true);
      }),
    );
  });
});

describe('columns', () => {
  test('line up, numbers at the right, without spaces at line ends', () => {
    expect(
      columns(
        [
          ['a', '1', 'x'],
          ['bbb', '100', ''],
        ],
        new Set([1]),
      ),
    ).toEqual(['a      1  x', 'bbb  100']);
  });

  test('rows may be shorter than others, and there may be none', () => {
    expect(columns([['a'], ['bb', 'c']])).toEqual(['a', 'bb  c']);
    expect(columns([])).toEqual([]);
  });
});

// @verifies TC-717
test('without colour nothing is added; with it the text stands between two codes', () => {
  expect(painter(false)('red', 'gap')).toBe('gap');
  expect(painter(true)('red', 'gap')).toBe('\u001B[31mgap\u001B[39m');
});
