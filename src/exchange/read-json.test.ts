import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { YamlTree } from '../shapes/index.js';
import { readJson } from './read-json.js';

/** The plain value that `JSON.parse` gives. */
function valueOf(tree: YamlTree): unknown {
  switch (tree.is) {
    case 'scalar':
      return tree.plain ? JSON.parse(tree.text) : tree.text;
    case 'list':
      return tree.items.map(valueOf);
    case 'map':
      return Object.fromEntries(tree.entries.map((entry) => [entry.key, valueOf(entry.value)]));
  }
}

test('reads what JSON.parse reads, whatever the layout', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat({ max: 4 }), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const { tree, problems } = readJson(text);
      expect(problems).toEqual([]);
      expect(valueOf(tree!)).toEqual(JSON.parse(text));
    }),
  );
});

test('refuses what JSON.parse refuses, with a place in the text', () => {
  const marks = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    'a',
    '1',
    '-',
    '.',
    'true',
    'null',
    ' ',
    '\n',
    '\\u00',
    'é',
  );
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const { tree, problems } = readJson(text);
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect(tree !== undefined).toBe(isJson);
      for (const { at } of problems) expect(at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2_000 },
  );
});

describe('what JSON.parse would lose', () => {
  test('a number keeps its digits', () => {
    const { tree } = readJson('[1.0, 12345678901234567890]');
    expect(tree).toMatchObject({ items: [{ text: '1.0' }, { text: '12345678901234567890' }] });
  });

  test('a key that stands twice is told at its place', () => {
    expect(readJson('{"a": 1, "a": 2}').problems).toEqual([
      { at: 9, message: expect.stringContaining('stands twice') },
    ]);
  });
});

test.each([
  ['', 'The file ends too early.', 0],
  ['{"a" 1}', 'A `:` is expected behind a key.', 5],
  ['{a: 1}', 'A key in quotes is expected here.', 1],
  ['[1 2]', '`,` or `]` is expected here.', 3],
  ['[1,]', 'A JSON value is expected here.', 3],
  ['[1] x', 'Something stands behind the end of the JSON document.', 4],
  ['["a\u0001"]', 'This text holds a character that JSON wants escaped', 1],
  ['["\\x"]', 'This text holds a character that JSON wants escaped', 1],
])('%j', (text, says, at) => {
  expect(readJson(text)).toEqual({ tree: undefined, problems: [{ at, message: expect.stringContaining(says) }] });
});
