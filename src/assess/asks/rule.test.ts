import { describe } from 'vitest';
import type { Criterion } from '../../packs/index.js';
import { expectAnswers, LOST } from './answer-cases.test-support.js';

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
});
