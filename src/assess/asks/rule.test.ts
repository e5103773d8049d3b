import { describe, expect, test } from 'vitest';
import type { Criterion } from '../../packs/index.js';
import { assessSmall } from '../small-project.test-support.js';
import { expectAnswers, LOST, OLD } from './answer-cases.test-support.js';

// @verifies TC-507
describe('rule: no open gap of the rules', () => {
  const criterion: Partial<Criterion> = { ask: 'rule', rules: ['need-without-requirement'] };
  const NEED = 'needs: [{ id: UN-1 }]\n';
  const decided = `decisions: [{ id: DEC-1, type: deviation, reason: So., by: brandt, date: 2026-01-01, scope: [need-without-requirement], about: [UN-1], bound-to: { UN-1: hash-of-UN-1 } }]\n`;

  expectAnswers([
    ['no gap', '', criterion, 'yes'],
    ['a gap', NEED, criterion, 'no'],
    ['a gap that a decision took out', `${NEED}${decided}`, criterion, 'yes'],
    ['a gap of another rule', NEED, { ask: 'rule', rules: ['soup-without-item'] }, 'yes'],
    ['a rule that is not written', '', { ask: 'rule', rules: ['no-such-rule'] }, 'unknown'],
    [
      'a gap beside a rule that is not written',
      NEED,
      { ask: 'rule', rules: ['no-such-rule', 'need-without-requirement'] },
      'no',
    ],
    ['any record is lost: the rule did not see it', LOST('threats'), criterion, 'unknown'],
    [
      'a link that nobody can read: the rule did not see it',
      'threats: [{ id: TH-1, targets: { a: b } }]\n',
      criterion,
      'unknown',
    ],
  ]);

  const silent: Partial<Criterion> = { ask: 'rule', rules: ['no-such-rule'], id: 'CIL-4' };
  const said = (more: string): string =>
    `needs: [{ id: UN-1 }]\nstatements: [{ id: ST-1, type: adequate, answers: [CIL-4], about: [UN-1], by: brandt, date: 2026-01-01, text: Looked at., ${more} }]\n`;
  const BOUND = 'bound-to: { UN-1: hash-of-UN-1 }, status: approved';

  expectAnswers([
    ['what no program looks at, judged by a person', said(BOUND), silent, 'yes'],
    ['a judgement of other content', said(`bound-to: { UN-1: ${OLD} }, status: approved`), silent, 'unknown'],
    ['a judgement of nothing', said('status: approved'), silent, 'unknown'],
    ['a judgement that nobody finished', said(BOUND.replace('approved', 'draft')), silent, 'unknown'],
    ['a judgement of another criterion', said(BOUND), { ...silent, id: 'CIL-5' }, 'unknown'],
    ['a gap outweighs the judgement', said(BOUND), { ...silent, rules: ['need-without-requirement'] }, 'no'],
    ['records that nobody can read were not looked at', `${said(BOUND)}${LOST('threats')}`, silent, 'unknown'],
  ]);

  const atReviews: Partial<Criterion> = {
    ask: 'rule',
    rules: ['review-finding-open'],
    of: ['requirements-reviews', 'requirements-review-findings'],
  };
  const found = (type: string): string =>
    `reviews: [{ id: RV-1, type: ${type}, outcome: accepted }]\nfindings: [{ id: FND-1, from: RV-1 }]\n`;

  expectAnswers([
    ['a gap at a record that it names', found('requirements'), atReviews, 'no'],
    ['a gap at another', found('code'), atReviews, 'yes'],
    ['none of the records is there', '', atReviews, 'yes'],
  ]);
});

describe('rule: what the rule cannot tell', () => {
  const answerTo = (requirement: string, design: string): string | undefined =>
    assessSmall({
      software: ['id: SW-1, name: Small, class: C'],
      packs: 'iec62304@2015',
      records: `requirements: [{ id: SRS-1, level: software${requirement} }]
items: [{ id: EL-1, granularity: unit, parent: SW-1${design} }]
reviews:
  - { id: RV-1, type: requirements, reviewed: [SRS-1], by: ann, date: 2026-01-01, outcome: accepted }
  - { id: RV-2, type: design, reviewed: [EL-1], by: ann, date: 2026-01-01, outcome: accepted }
`,
    })
      .obligations.flatMap(({ criteria }) => criteria)
      .find(({ criterion }) => criterion.id === 'SRR-5')?.answer;

  test.each([
    ['every author is known', ', owner: bob', ', owner: bob', 'yes'],
    ['an author of what it asks about is not known', '', ', owner: bob', 'unknown'],
    ['an author of something else is not known', ', owner: bob', '', 'yes'],
    ['the author alone reviewed', ', owner: ann', '', 'no'],
    ['the author alone reviewed something else', ', owner: bob', ', owner: ann', 'yes'],
  ])('%s', (_, requirement, design, answer) => {
    expect(answerTo(requirement, design)).toBe(answer);
  });
});
