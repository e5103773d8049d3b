import { expect, test } from 'vitest';
import { STATUSES, type ObligationAnswer, type Status } from '../../assess/index.js';
import { stateWords } from './state-words.js';

function words(status: Status, byReference: number): string {
  return stateWords({ status, criteria: [{ byReference }] as unknown as ObligationAnswer['criteria'] });
}

test('only what is met has the sign of it, and each state has other words', () => {
  const all = STATUSES.map((status) => words(status, 0));
  expect(all.filter((one) => one.startsWith('✓'))).toEqual(['✓ criteria met']);
  expect(new Set(all).size).toBe(STATUSES.length);
});

test.each<[what: string, status: Status, byReference: number, said: string]>([
  ['what is kept elsewhere is not known here', 'unknown', 1, '? kept elsewhere, not checked here'],
  ['what nobody can tell is no reference', 'unknown', 0, '? not known'],
  ['a reference does not hide what is missing', 'incomplete', 2, '◔ incomplete'],
])('%s', (_, status, byReference, said) => {
  expect(words(status, byReference)).toBe(said);
});
