/** A statement whose parts are not what they should be is none: no reader of it stumbles, nothing passes for more. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReport } from './read-report.js';
import { readStatement } from './read-statement.js';
import { bytesInMemory } from './report-bytes.js';
import { standingReviews } from './standing-reviews.js';
import { statementOf, statementText } from './statement.js';

const RUN = {
  addedOn: '2026-11-24',
  commit: { id: 'a'.repeat(40), from: 'option', dirty: false },
  tester: 'Ann',
  configuration: null,
  inputs: null,
  contents: { 'TC-1': 'b' },
  tagged: { 'TC-1': ['src/a.c'] },
} as const;
const LOG = `commit ${'a'.repeat(40)}\nAuthor: A <a@b>\n\n    x\n\n    Reviewed-by: B <b@c>\n\nM\tsrc/a.c\n`;
const RECORDS = { has: (id: string): boolean => id === 'TC-1', hasPrefix: (): boolean => true };
const TESTS = '<testsuite name="s"><testcase name="TC-1"/><testcase name="TC-9"/></testsuite>';
const SARIF = '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[{"message":{"text":"m"}}]}]}';
const WHOLE = [
  ['log.txt', LOG],
  ['a.xml', TESTS],
  ['a.sarif', SARIF],
].map(([name = '', text = '']) => statementOf(readReport(bytesInMemory(name, text), { records: RECORDS }), RUN));

test('what was written is read', () => {
  for (const statement of WHOLE)
    expect(readStatement(statementText(statement))).toEqual(JSON.parse(statementText(statement)));
});

test.each<[part: string, value: unknown]>([
  ['commit', { id: 'a'.repeat(40) }],
  ['commit', 'a'.repeat(40)],
  ['contents', 'text'],
  ['contents', ['a']],
  ['tagged', { 'TC-1': 'src/a.c' }],
  ['records', [{ id: 'TC-1', outcome: 'perfect' }]],
  ['records', { 0: { id: 'TC-1', outcome: 'passed' } }],
  ['reviews', [{ by: 'a', state: 'blessed', commit: null, at: null, of: null }]],
  ['changes', 7],
  ['changes', [{ commit: null, files: [{ path: 7, blob: null }] }]],
  ['supersedes', 7],
  ['openFindings', [{ rule: null }]],
  ['unmapped', -1],
  ['tests', []],
  ['tool', { version: null }],
  ['report', { name: 'a', sha256: 'x' }],
  ['addedOn', 20261124],
  ['inputs', {}],
])('%s as %j is none', (part, value) => {
  const [statement] = WHOLE;
  const changed = { ...statement, predicate: { ...statement!.predicate, [part]: value } };
  expect(readStatement(JSON.stringify(changed))).toBeUndefined();
});

test('any change of any part gives no statement, or one that can be read on', () => {
  fc.assert(
    fc.property(fc.constantFrom(...WHOLE), fc.nat(), fc.jsonValue(), (statement, at, value) => {
      const names = Object.keys(statement.predicate);
      const changed = { ...statement, predicate: { ...statement.predicate, [names[at % names.length]!]: value } };
      const read = readStatement(JSON.stringify(changed));
      if (read) expect(standingReviews([{ path: 'x', statement: read }]).length).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 1_000 },
  );
});
