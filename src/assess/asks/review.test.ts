import { describe, expect, test } from 'vitest';
import type { Criterion } from '../../packs/index.js';
import { ask, assessSmall } from '../small-project.test-support.js';
import { expectAnswers, OLD } from './answer-cases.test-support.js';

// @verifies TC-509
describe('review: accepted, of the present content of every member', () => {
  const criterion: Partial<Criterion> = {
    ask: 'review',
    type: 'requirements',
    of: ['software-requirements'],
    looked: ['testable'],
  };
  const SRS = 'requirements:\n  - { id: SRS-1, level: software }\n';
  const GOOD =
    'type: requirements, reviewed: [SRS-1], by: [okafor], date: 2026-01-01, looked: [testable, consistent], outcome: accepted, bound-to: { SRS-1: hash-of-SRS-1 }';
  const review = (fields: string): string => `${SRS}reviews: [{ id: RV-1, ${fields} }]\n`;

  expectAnswers([
    ['accepted', review(GOOD), criterion, 'yes'],
    [
      'accepted with findings',
      review(GOOD.replace('outcome: accepted', 'outcome: accepted-with-findings')),
      criterion,
      'yes',
    ],
    ['rejected', review(GOOD.replace('outcome: accepted', 'outcome: rejected')), criterion, 'no'],
    ['without an outcome', review(GOOD.replace('outcome: accepted, ', '')), criterion, 'no'],
    ['an outcome that nobody can read', review(GOOD.replace('outcome: accepted', 'outcome: ok')), criterion, 'no'],
    ['of another type', review(GOOD.replace('type: requirements', 'type: design')), criterion, 'no'],
    ['by nobody', review(GOOD.replace('by: [okafor], ', '')), criterion, 'no'],
    ['on no day', review(GOOD.replace('date: 2026-01-01, ', '')), criterion, 'no'],
    ['of an older content', review(GOOD.replace('hash-of-SRS-1', OLD)), criterion, 'no'],
    ['bound to nothing', review(GOOD.replace(/, bound-to: .*/, '')), criterion, 'no'],
    ['it did not look at what is asked', review(GOOD.replace('testable, ', '')), criterion, 'no'],
    ['obsolete', review(`${GOOD}, status: obsolete`), criterion, 'no'],
    [
      'of one member of two',
      review(GOOD).replace('reviews:', '  - { id: SRS-2, level: software }\nreviews:'),
      criterion,
      'no',
    ],
    ['no member', 'needs: [{ id: UN-1 }]\n', criterion, 'no'],
    [
      'a member is lost',
      review(GOOD).replace('reviews:', '  - { id: SRS-9, title: "broken }\nreviews:'),
      criterion,
      'unknown',
    ],
    ['the only member may be none', review(GOOD).replace('level: software', 'level: [software]'), criterion, 'unknown'],
    ['of code, whose present content only evidence tells', review(GOOD), { ...criterion, currency: 'unit' }, 'unknown'],
  ]);
});

// An obligation that reviews alone answer is met by them, not by an empty list.
test('the reviews that count are what is there', () => {
  const records = `requirements: [{ id: SRS-1, level: software }]
reviews:
  - { id: RV-1, type: requirements, reviewed: [SRS-1], by: [okafor], date: 2026-01-01, outcome: accepted, bound-to: { SRS-1: hash-of-SRS-1 } }
  - { id: RV-2, type: design, reviewed: [SRS-1], by: [okafor], date: 2026-01-01, outcome: accepted, bound-to: { SRS-1: hash-of-SRS-1 } }
`;
  const answer = ask(assessSmall({ records }), { ask: 'review', type: 'requirements', of: ['software-requirements'] });
  expect(answer.members.map(({ id }) => id)).toEqual(['RV-1']);
});
