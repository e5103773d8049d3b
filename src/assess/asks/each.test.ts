import { describe, expect, test } from 'vitest';
import type { Criterion } from '../../packs/index.js';
import { ask, assessSmall } from '../small-project.test-support.js';
import { APPROVED, approval, expectAnswers, LOST, OLD } from './answer-cases.test-support.js';

// @verifies TC-504
describe('each: every member has what is asked', () => {
  const criterion: Partial<Criterion> = { ask: 'each', of: ['needs'], has: ['text', ['satisfied-by', 'rationale']] };
  const need = (fields: string): string => `needs:\n  - { id: UN-1, ${fields} }\n`;
  const GOOD = `text: Words., rationale: Reason., ${APPROVED}`;
  const units: Partial<Criterion> = { ask: 'each', of: ['units'], has: ['acceptance'] };
  const unit = (id: string, fields = ''): string =>
    `  - { id: ${id}, granularity: unit, acceptance: It works., ${APPROVED}${fields} }\n`;

  expectAnswers([
    ['all of it', need(GOOD), criterion, 'yes'],
    [
      'the other name of a need',
      `${need(`text: Words., ${APPROVED}`)}requirements: [{ id: SYS-1, level: system, satisfies: [UN-1] }]\n`,
      criterion,
      'yes',
    ],
    ['a field is missing', need(`rationale: Reason., ${APPROVED}`), criterion, 'no'],
    ['a field that nobody can read', need(`text: { a: b }, rationale: Reason., ${APPROVED}`), criterion, 'no'],
    ['a link that names nothing', need(`text: Words., satisfied-by: [SYS-9], ${APPROVED}`), criterion, 'no'],
    [
      'a link to an obsolete record',
      `${need(`text: Words., ${APPROVED}`)}requirements: [{ id: SYS-1, level: system, status: obsolete, satisfies: [UN-1] }]\n`,
      criterion,
      'no',
    ],
    ['a draft', need('text: Words., rationale: Reason.'), criterion, 'no'],
    ['a void approval', `${need(GOOD)}${approval('UN-1', `bound-to: { UN-1: ${OLD} }`)}`, criterion, 'no'],
    ['two of one id', `${need(GOOD)}  - { id: UN-1, ${GOOD} }\n`, criterion, 'no'],
    ['one good, one not', `${need(GOOD)}  - { id: UN-2, ${APPROVED} }\n`, criterion, 'no'],
    ['good, and one is lost', `${need(GOOD)}  - { id: UN-9, title: "broken }\n`, criterion, 'unknown'],
    ['good, and something of unknown kind is lost', `${need(GOOD)}nedes: [{ id: UN-2 }]\n`, criterion, 'unknown'],
    ['an empty set', '', criterion, 'no'],
    ['an empty set of which one is lost', LOST('needs'), criterion, 'unknown'],
    ['an empty set that is fine', '', { ...criterion, empty: 'fine' }, 'yes'],
    ['fewer than asked', need(GOOD), { ...criterion, min: 2 }, 'no'],
    [
      'only members that may be none',
      `items:\n${unit('EL-1').replace('granularity: unit', 'granularity: [unit]')}`,
      units,
      'unknown',
    ],
    [
      'one sure, one that may be',
      `items:\n${unit('EL-1')}${unit('EL-2').replace('granularity: unit', 'granularity: [unit]')}`,
      units,
      'yes',
    ],
    [
      'partial: the security-relevant members alone',
      `items:\n${unit('EL-1', ', security-relevant: yes')}${unit('EL-2').replace('acceptance: It works., ', '')}`,
      units,
      'yes',
      { partial: true },
    ],
    [
      'the whole set, not partial',
      `items:\n${unit('EL-1', ', security-relevant: yes')}${unit('EL-2').replace('acceptance: It works., ', '')}`,
      units,
      'no',
    ],
    ['partial: units there and none is security-relevant', `items:\n${unit('EL-1')}`, units, 'no', { partial: true }],
    [
      'partial: what nobody can read is asked',
      `items:\n${unit('EL-1', ', security-relevant: perhaps')}`,
      { ...units, has: ['code'] },
      'no',
      { partial: true },
    ],
    // A lost control may be a security control that one of the units realises.
    [
      'partial: a lost record may make more of them relevant',
      `items:\n${unit('EL-1', ', security-relevant: yes')}${LOST('controls')}`,
      units,
      'unknown',
      { partial: true },
    ],
    [
      'of another software system',
      `items:\n  - { id: SW-2, granularity: system }\n${unit('EL-1', ', parent: SW-2').replace('acceptance: It works., ', '')}${unit('EL-2', ', parent: SW-1')}`,
      units,
      'yes',
    ],
    [
      'of no software system: asked of all',
      `items:\n  - { id: SW-2, granularity: system }\n${unit('EL-1').replace('acceptance: It works., ', '')}`,
      units,
      'no',
    ],
  ]);
});

// @verifies TC-522
describe('what an auditor can redo by hand', () => {
  const { answer, counted, failed, says } = ask(
    assessSmall({
      records:
        'needs: [{ id: UN-1, status: approved, text: Words. }, { id: UN-2, text: Words. }, { id: UN-3, status: approved }]\n',
    }),
    { ask: 'each', of: ['needs'], has: ['text'] },
  );

  test('what was counted and which failed', () => {
    expect({ answer, counted, failed }).toEqual({ answer: 'no', counted: 3, failed: ['UN-2', 'UN-3'] });
  });

  test('and why, in words', () => {
    expect(says).toBe('2 of 3 user needs and intended uses lack approval (UN-2); text (UN-3)');
  });
});
