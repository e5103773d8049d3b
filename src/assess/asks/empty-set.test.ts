import { describe } from 'vitest';
import type { Criterion } from '../../packs/index.js';
import { APPROVED, approval, expectAnswers, LOST, OLD } from './answer-cases.test-support.js';

// @verifies TC-512
describe('none: statement – a named person says on a day that there are none', () => {
  const criterion: Partial<Criterion> = { ask: 'each', of: ['soup'], has: ['version'], none: 'statement' };
  const says = (fields: string): string => `statements: [{ id: ST-1, ${fields} }]\n`;
  const GOOD = `type: none, of: soup, by: okafor, date: 2026-01-01, ${APPROVED}`;

  expectAnswers([
    ['said', says(GOOD), criterion, 'yes'],
    [
      'said by the name of the selector',
      says(GOOD.replace('of: soup', 'of: components')),
      { ...criterion, of: ['components'] },
      'yes',
    ],
    ['not said', '', criterion, 'no'],
    ['by nobody', says(GOOD.replace('by: okafor, ', '')), criterion, 'no'],
    ['on no day', says(GOOD.replace('date: 2026-01-01, ', '')), criterion, 'no'],
    ['of something else', says(GOOD.replace('of: soup', 'of: needs')), criterion, 'no'],
    ['of another type', says(GOOD.replace('type: none', 'type: complete')), criterion, 'no'],
    ['a draft of it', says(GOOD.replace(`, ${APPROVED}`, '')), criterion, 'no'],
    ['approved once, changed since', `${says(GOOD)}${approval('ST-1', `bound-to: { ST-1: ${OLD} }`)}`, criterion, 'no'],
    ['obsolete', says(GOOD.replace('approved', 'obsolete')), criterion, 'no'],
    [
      'for another software system',
      `${says(`${GOOD}, about: [SW-2]`)}items: [{ id: SW-2, granularity: system }]\n`,
      criterion,
      'no',
    ],
    ['for a system that is not there', says(`${GOOD}, about: [SW-9]`), criterion, 'no'],
    ['said, and one is lost', `${says(GOOD)}${LOST('soup')}`, criterion, 'unknown'],
    [
      'said beside some that are there: they are asked',
      `${says(GOOD)}soup: [{ id: SOUP-1, marks: soup, ${APPROVED} }]\n`,
      criterion,
      'no',
    ],
    [
      'partial: nobody can say that there are none of what stands there',
      `${says(GOOD)}soup: [{ id: SOUP-1, marks: soup, version: "1", used-in: [EL-1], ${APPROVED} }]\nitems: [{ id: EL-1, parent: SW-1 }]\n`,
      criterion,
      'no',
      { partial: true },
    ],
    ['for records as well', says(GOOD), { ask: 'records', of: ['soup'], none: 'statement' }, 'yes'],
  ]);
});
