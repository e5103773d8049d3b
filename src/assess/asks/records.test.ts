import { describe } from 'vitest';
import type { Criterion } from '../../packs/index.js';
import { APPROVED, expectAnswers, LOST } from './answer-cases.test-support.js';

// @verifies TC-505
describe('records: at least so many that count', () => {
  const criterion: Partial<Criterion> = { ask: 'records', of: ['views'] };
  const views = (...fields: string[]): string =>
    `views:\n${fields.map((one, at) => `  - { id: VW-${at + 1}, ${one} }\n`).join('')}`;

  expectAnswers([
    ['one', views(APPROVED), criterion, 'yes'],
    ['none', '', criterion, 'no'],
    ['a draft', views('title: A view'), criterion, 'no'],
    ['an obsolete one', views('status: obsolete'), criterion, 'no'],
    ['two of one id', `${views(APPROVED)}  - { id: VW-1, title: Other, ${APPROVED} }\n`, criterion, 'no'],
    ['one of two', views(APPROVED), { ...criterion, min: 2 }, 'no'],
    ['two of two', views(APPROVED, APPROVED), { ...criterion, min: 2 }, 'yes'],
    ['one that may not be of the purpose', views(APPROVED), { ask: 'records', of: ['global-views'] }, 'no'],
    ['one that is', views(`purpose: global, ${APPROVED}`), { ask: 'records', of: ['global-views'] }, 'yes'],
    ['none, and one is lost', LOST('views'), criterion, 'unknown'],
    ['enough, and one is lost', `${views(APPROVED)}  - { id: VW-9, title: "broken }\n`, criterion, 'yes'],
  ]);
});
