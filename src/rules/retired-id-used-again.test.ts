/** Which records bear a retired id, case by case. */
import { expect, test } from 'vitest';
import rule from './retired-id-used-again.js';
import { assessFiles, filesOf } from './example-project.test-support.js';

function gapsOf(requirements: readonly string[]): readonly string[] {
  const records = `requirements:\n${requirements.map((one) => `  - { level: software, ${one} }\n`).join('')}`;
  return assessFiles(filesOf(rule, records)).gaps.flatMap(({ key }) =>
    /^(retired-id|dangling|circular|duplicate)/.test(key) ? [key] : [],
  );
}

test.each<[string, readonly string[], readonly string[]]>([
  ['the old record is gone', ['id: SRS-2, replaces: [SRS-1]'], []],
  ['the old record is obsolete', ['id: SRS-1, status: obsolete', 'id: SRS-2, replaces: [SRS-1]'], []],
  ['somebody uses the id', ['id: SRS-1', 'id: SRS-2, replaces: [SRS-1]'], ['retired-id-used-again@SRS-1']],
  [
    'approved, and still replaced',
    ['id: SRS-1, status: approved', 'id: SRS-2, status: approved, replaces: [SRS-1]'],
    ['retired-id-used-again@SRS-1'],
  ],
  ['said at the old record', ['id: SRS-1, replaced-by: [SRS-2]', 'id: SRS-2'], ['retired-id-used-again@SRS-1']],
  [
    'a draft has replaced nothing yet',
    ['id: SRS-1, status: approved', 'id: SRS-2, status: draft, replaces: [SRS-1]'],
    [],
  ],
  [
    'what replaced it is obsolete itself: the id was retired before',
    ['id: SRS-1', 'id: SRS-2, status: obsolete, replaces: [SRS-1]', 'id: SRS-3, replaces: [SRS-2]'],
    ['retired-id-used-again@SRS-1'],
  ],
  [
    'replaced by two: told once',
    ['id: SRS-1', 'id: SRS-2, replaces: [SRS-1]', 'id: SRS-3, replaces: [SRS-1]'],
    ['retired-id-used-again@SRS-1'],
  ],
  ['itself: the circle is told alone', ['id: SRS-1, replaces: [SRS-1]'], ['circular-link@SRS-1#replaces']],
  [
    'in a circle: told alone',
    ['id: SRS-1, replaces: [SRS-3]', 'id: SRS-2, replaces: [SRS-1]', 'id: SRS-3, replaces: [SRS-2]'],
    ['circular-link@SRS-1#replaces'],
  ],
])('%s', (_, requirements, keys) => {
  expect(gapsOf(requirements)).toEqual(keys);
});
