/** Mapping files: what is read, and that an entry with a fault is never used with less than was meant. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMappingFile } from './mapping-file.js';

function read(text: string): ReturnType<typeof readMappingFile> {
  const { results, columns, faults } = readMappingFile(
    { path: 'map.yaml', text },
    (id) => id === 'TC-1' || id === 'SRS-1',
  );
  return { results, columns, faults };
}

test('rules and columns', () => {
  expect(
    read(`results:
  - { file: 'test/**', records: [TC-1] }
  - suite: Limits
    name: '* is refused'
    records: [TC-1, SRS-1]
columns:
  - { report: 'pentest-*.csv', severity: Risk, title: Name }
`),
  ).toEqual({
    results: [
      { file: 'test/**', records: ['TC-1'] },
      { suite: 'Limits', name: '* is refused', records: ['TC-1', 'SRS-1'] },
    ],
    columns: [
      {
        report: 'pentest-*.csv',
        columns: new Map([
          ['severity', 'Risk'],
          ['title', 'Name'],
        ]),
      },
    ],
    faults: [],
  });
});

test.each<[what: string, text: string, place: readonly [line: number, column: number], says: RegExp]>([
  [
    'a slip in a field',
    'results:\n  - { sutie: X, name: a, records: [TC-1] }',
    [2, 7],
    /`sutie`; did you mean `suite`/,
  ],
  ['no records', 'results:\n  - { name: a }', [2, 5], /records/],
  ['no pattern', 'results:\n  - { records: [TC-1] }', [2, 5], /which tests are meant/],
  ['an empty pattern', "results:\n  - { name: '', records: [TC-1] }", [2, 13], /./],
  ['a pattern that is a list', 'results:\n  - { name: [a], records: [TC-1] }', [2, 13], /./],
  [
    'a pattern without end',
    `results:\n  - { name: ${'a'.repeat(400)}, records: [TC-1] }`,
    [2, 5],
    /more than 300 letters/,
  ],
  ['another list', 'result:\n  - { name: a, records: [TC-1] }', [1, 1], /`result`; did you mean `results`/],
  ['no list', 'results: yes', [1, 10], /takes a list/],
  ['something else', '- a', [1, 1], /Expected are the lists/],
  ['a column that is none', 'columns:\n  - { report: a.csv, colour: Red }', [2, 22], /colour/],
  ['no YAML', 'results: [', [1, 11], /./],
])('%s is told with its place, and not used', (_, text, [line, column], says) => {
  const { results, columns, faults } = read(text);
  expect([results, columns]).toEqual([[], []]);
  expect(faults[0]).toMatchObject({ file: 'map.yaml', line, column, message: expect.stringMatching(says) });
});

test('an id that names nothing is told with its place, and the others are used', () => {
  const { results, faults } = read('results:\n  - { name: a, records: [TC-1, TC-404] }');
  expect(results).toEqual([{ name: 'a', records: ['TC-1'] }]);
  expect(faults).toEqual([{ file: 'map.yaml', line: 2, column: 32, message: 'There is no record TC-404.' }]);
});

test('any text gives rules or faults', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'results:',
          '\n',
          '  - ',
          '{',
          '}',
          'name: ',
          'a',
          ', ',
          'records: ',
          '[TC-1]',
          '*',
          '"',
          '&a ',
          '*a',
          'columns:',
        ),
        { maxLength: 40 },
      ),
      (parts) => {
        const { faults } = read(parts.join(''));
        for (const { line, column } of faults) expect(Math.min(line, column)).toBeGreaterThan(0);
      },
    ),
  );
});
