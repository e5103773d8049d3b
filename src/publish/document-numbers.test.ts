import { expect, test } from 'vitest';
import { readNumbers } from './document-numbers.js';

const TEMPLATES = [
  { id: 'threat-model', perSystem: false },
  { id: 'soup-list', perSystem: true },
];

const read = (text: string) => readNumbers({ path: 'documents/numbers.yaml', text }, TEMPLATES);

test('numbers by document, also of one software system', () => {
  const { numbers, problems } = read('threat-model: QD-014\nsoup-list-sw-1: QD 15\n');
  expect(problems).toEqual([]);
  expect([...numbers]).toEqual([
    ['threat-model', 'QD-014'],
    ['soup-list-sw-1', 'QD 15'],
  ]);
});

test('an empty file gives none', () => {
  expect(read('')).toEqual({ numbers: new Map(), problems: [] });
  expect(read('# nothing yet\n').problems).toEqual([]);
});

test.each([
  ['a document that is none', 'threat-modle: QD-1\n', 1, 'did you mean `threat-model`'],
  ['a document that is none on its second line', 'threat-model: A\nx: B\n', 2, 'There is no document'],
  ['a system of a document for the device', 'threat-model-sw-1: QD-1\n', 1, 'There is no document'],
  ['one number for two', 'threat-model: QD-1\nsoup-list: QD-1\n', 1, 'given twice, also to soup-list'],
  ['a number that is too long', `threat-model: ${'x'.repeat(61)}\n`, 1, 'QD-014'],
  ['a number on two lines', 'threat-model: "a\\nb"\n', 1, 'QD-014'],
  ['a list', '- threat-model\n', 1, ''],
  ['broken YAML', 'threat-model: [\n', 0, ''],
])('%s is told at its place, and no number is taken', (_, text, line, words) => {
  const { numbers, problems } = read(text);
  expect(numbers.size).toBe(0);
  expect(problems[0]?.message).toContain(words);
  if (line > 0) expect(problems[0]?.line).toBe(line);
});

test('names of built-in things are names', () => {
  expect(read('__proto__: QD-1\nconstructor: QD-2\n').problems.length).toBeGreaterThan(0);
});
