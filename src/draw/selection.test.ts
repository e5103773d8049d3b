import { expect, test } from 'vitest';
import { modelOf } from './samples.test-support.js';
import { selectionFor } from './selection.js';

function shown(flows: string): readonly string[] {
  const model = `items:
  - { id: EL-1, role: process }
  - { id: EL-2, role: process, parent: EL-1, granularity: unit }
  - { id: EL-3, role: process, parent: EL-2, granularity: unit }
  - { id: EL-4, role: external }
flows:\n${flows}`;
  return selectionFor('global', modelOf(model)).items.map(({ id }) => id);
}

test('a part that no flow reaches stands in the whole that one reaches', () => {
  expect(shown('  - { id: DF-1, from: EL-4, to: EL-1 }\n')).toEqual(['EL-1', 'EL-4']);
});

test('a part that a flow reaches is shown, and one of a whole that none reaches', () => {
  expect(shown('  - { id: DF-1, from: EL-4, to: EL-1 }\n  - { id: DF-2, from: EL-4, to: EL-3 }\n')).toEqual([
    'EL-1',
    'EL-3',
    'EL-4',
  ]);
  expect(shown('  - { id: DF-1, from: EL-4, to: EL-4 }\n')).toEqual(['EL-3', 'EL-4']);
});
