import { describe, expect, test } from 'vitest';
import type { Criterion } from '../../packs/index.js';
import { ask, assessSmall, proofsThatSay } from '../small-project.test-support.js';
import { expectAnswers } from './answer-cases.test-support.js';

// @verifies TC-508
describe('evidence: a passed, current result for every member', () => {
  const criterion: Partial<Criterion> = { ask: 'evidence', of: ['software-requirements'], types: ['system-test'] };
  const SRS = 'requirements:\n  - { id: SRS-1, level: software }\n';
  const TEST = `${SRS}tests: [{ id: TC-1, level: system, verifies: [SRS-1] }]\n`;
  const run = (result: string, id = 1, date = `2026-01-0${id}`): string =>
    `  - { id: RUN-${id}, date: ${date}, results: [{ test: [TC-1], result: ${result} }] }\n`;
  const current = proofsThatSay('current');

  expectAnswers([
    ['a passed result that nothing ties to a content', `${TEST}runs:\n${run('passed')}`, criterion, 'unknown'],
    ['a failed one', `${TEST}runs:\n${run('failed')}`, criterion, 'no'],
    ['a skipped one', `${TEST}runs:\n${run('skipped')}`, criterion, 'no'],
    ['a blocked one', `${TEST}runs:\n${run('blocked')}`, criterion, 'no'],
    ['one that nobody can read', `${TEST}runs:\n${run('fine')}`, criterion, 'no'],
    ['none', TEST, criterion, 'no'],
    ['passed first, failed later', `${TEST}runs:\n${run('passed', 1)}${run('failed', 2)}`, criterion, 'no'],
    ['failed first, passed later', `${TEST}runs:\n${run('failed', 1)}${run('passed', 2)}`, criterion, 'unknown'],
    [
      'passed and failed on one day',
      `${TEST}runs:\n${run('passed', 1)}${run('failed', 2, '2026-01-01')}`,
      criterion,
      'no',
    ],
    [
      'a test of another level',
      `${TEST.replace('level: system', 'level: unit')}runs:\n${run('passed')}`,
      criterion,
      'no',
    ],
    [
      'a test of no level is no proof',
      `${TEST.replace('level: system, ', '')}runs:\n${run('passed')}`,
      criterion,
      'no',
    ],
    ['but its failure counts', `${TEST.replace('level: system, ', '')}runs:\n${run('failed')}`, criterion, 'no'],
    ['no test', SRS, criterion, 'no'],
    ['an empty set', '', criterion, 'no'],
    ['an empty set that is fine', '', { ...criterion, empty: 'fine' }, 'yes'],
    ['current', TEST, criterion, 'yes', { proofs: current }],
    [
      'current, and a member is lost',
      TEST.replace('tests:', '  - { id: SRS-9, title: "broken }\ntests:'),
      criterion,
      'unknown',
      { proofs: current },
    ],
    [
      'current, of members that may be none',
      TEST.replace('level: software', 'level: [software]'),
      criterion,
      'unknown',
      { proofs: current },
    ],
    [
      'current, of a test whose level nobody wrote',
      TEST.replace('level: system, ', ''),
      criterion,
      'no',
      { proofs: current },
    ],
    [
      'a report of a machine that no record stands for',
      TEST,
      { ...criterion, types: ['credential-scan'] },
      'no',
      { proofs: current },
    ],
  ]);

  // An obligation that results alone answer is met by them, not by an empty list.
  test('the tests that count are what is there', () => {
    const answered = ask(assessSmall({ records: TEST }), criterion, { proofs: current });
    expect(answered.members.map(({ id }) => id)).toEqual(['TC-1']);
    const failed = ask(assessSmall({ records: `${TEST}runs:\n${run('failed')}` }), criterion);
    expect(failed.members).toEqual([]);
  });

  test('a failed result is worse than none, and says so', () => {
    const answered = ask(assessSmall({ records: `${TEST}runs:\n${run('failed')}` }), criterion);
    expect(answered).toMatchObject({ failed: ['SRS-1'], failedProof: true });
  });
});
