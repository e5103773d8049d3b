/** What README.md shows as a first record is read without a fault, so that who copies it is not let down. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readRecords } from '../src/records/index.js';

const README = readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8');

it('shows a record that Medward reads', () => {
  const text = /^````markdown\n([^]*?)^````$/m.exec(README)?.[1] ?? '';
  const reading = readRecords([{ path: 'records/requirements.md', text }], { prefixes: new Map() });
  expect(reading.faults).toEqual([]);
  expect(reading.problems).toEqual([]);
  expect(reading.records.map(({ id, kind }) => [id, kind])).toEqual([['SRS-001', 'requirement']]);
});
