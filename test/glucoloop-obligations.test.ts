/** Ten obligations of GlucoLoop, answered by hand from records and criteria, against what `medward assess` says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess, openProject } from '../src/index.js';

interface ByHand {
  readonly answer: boolean | string;
  /** Records or sections that were looked at; left out where the criterion counts none. */
  readonly counted?: number;
  readonly failed?: readonly string[];
  readonly 'by-hand': string;
}
interface Obligation {
  readonly obligation: string;
  readonly scope: string;
  readonly status: string;
  readonly criteria: Readonly<Record<string, ByHand>>;
}

const FOLDER = path.join(import.meta.dirname, '../examples/glucoloop');
const byHand = parse(readFileSync(path.join(FOLDER, 'expected/obligations.yaml'), 'utf8'), {
  version: '1.1',
}) as readonly Obligation[];
const { obligations } = assess(openProject(FOLDER), { date: '2026-11-24' });

function wordOf(answer: ByHand['answer']): string {
  if (typeof answer === 'string') return answer;
  return answer ? 'yes' : 'no';
}

describe.each(byHand)('$obligation of $scope', ({ obligation, scope, status, criteria }) => {
  const told = obligations.find((one) => one.id === obligation && one.scope === scope);

  test('has the status', () => {
    expect(told?.status).toBe(status);
  });

  test('is asked by these criteria', () => {
    expect(told?.criteria.map(({ id }) => id)).toEqual(Object.keys(criteria));
  });

  test.each(Object.entries(criteria))('%s', (id, { answer, counted = 0, failed = [], 'by-hand': how }) => {
    const { answer: said, counted: saidCounted, failed: saidFailed } = told!.criteria.find((one) => one.id === id)!;
    expect({ answer: said, counted: saidCounted, failed: saidFailed }).toEqual({
      answer: wordOf(answer),
      counted,
      failed,
    });
    expect(how).toMatch(/^.{10,}\.$/);
  });
});

test('they are ten, of other ends of the file', () => {
  expect(new Set(byHand.map(({ obligation }) => obligation)).size).toBe(10);
});
