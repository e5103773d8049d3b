import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { check, openProject } from '../src/index.js';

const FOLDER = path.join(import.meta.dirname, '../examples/labdesk');

interface ExpectedGap {
  readonly key: string;
  readonly severity: string;
  readonly reason: string;
}

// @verifies TC-716
test('LabDesk has exactly the gaps that are expected, each with the reason why it is true', () => {
  const expected = parse(readFileSync(path.join(FOLDER, 'expected/gaps.yaml'), 'utf8')) as readonly ExpectedGap[];
  const { gaps, problems } = check(openProject(FOLDER), { date: '2026-11-24' });
  const found = gaps.filter((gap) => gap.decision === null).map((gap) => `${gap.severity} ${gap.key}`);
  expect(found.toSorted()).toEqual(expected.map((gap) => `${gap.severity} ${gap.key}`).toSorted());
  expect(problems).toEqual([]);
  for (const { key, reason } of expected) expect(reason, key).toMatch(/^[A-Z].{20,}\.$/);
});
