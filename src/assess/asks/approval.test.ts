import { describe } from 'vitest';
import type { Criterion } from '../../packs/index.js';
import type { AskOptions } from '../small-project.test-support.js';
import { APPROVED, approval, expectAnswers, LOST, OLD } from './answer-cases.test-support.js';

// @verifies TC-511
describe('approval: of the present content of the product', () => {
  const criterion: Partial<Criterion> = { ask: 'approval', roles: ['release'] };
  const among: AskOptions = { among: [{ ask: 'each', of: ['needs'] }] };
  const NEED = 'needs:\n  - { id: UN-1 }\n';
  const more = (fields: string): string =>
    approval('UN-1').replace('role: release, meaning: approver, date: 2026-01-02', fields);

  expectAnswers([
    ['given', `${NEED}${approval('UN-1')}`, criterion, 'yes', among],
    ['at a release', `${NEED}${more('role: release, meaning: release, date: 2026-01-02')}`, criterion, 'yes', among],
    ['a typed state is no approval', `needs: [{ id: UN-1, ${APPROVED} }]\n`, criterion, 'no', among],
    [
      'by another role',
      `${NEED}${more('role: developer, meaning: approver, date: 2026-01-02')}`,
      criterion,
      'no',
      among,
    ],
    [
      'in any role, if none is asked',
      `${NEED}${more('role: developer, meaning: approver, date: 2026-01-02')}`,
      { ask: 'approval' },
      'yes',
      among,
    ],
    ['as author', `${NEED}${more('role: release, meaning: author, date: 2026-01-02')}`, criterion, 'no', among],
    ['as reviewer', `${NEED}${more('role: release, meaning: reviewer, date: 2026-01-02')}`, criterion, 'no', among],
    ['on no day', `${NEED}${more('role: release, meaning: approver')}`, criterion, 'no', among],
    ['in no role', `${NEED}${more('meaning: approver, date: 2026-01-02')}`, criterion, 'no', among],
    ['of an older content', `${NEED}${approval('UN-1', `bound-to: { UN-1: ${OLD} }`)}`, criterion, 'no', among],
    ['of one of two that count', `${NEED}  - { id: UN-2, ${APPROVED} }\n${approval('UN-1')}`, criterion, 'no', among],
    ['of one, and the other is a draft', `${NEED}  - { id: UN-2 }\n${approval('UN-1')}`, criterion, 'no', among],
    ['a member is lost', `${NEED}  - { id: UN-9, title: "broken }\n${approval('UN-1')}`, criterion, 'unknown', among],
    ['of nothing', '', criterion, 'no', among],
  ]);
});

describe('approval of an empty list: of the statement that there are none', () => {
  const criterion: Partial<Criterion> = { ask: 'approval', of: ['open-anomalies'], none: 'statement' };
  const none = `statements:\n  - { id: ST-1, type: none, of: open-anomalies, by: okafor, date: 2026-01-01, ${APPROVED} }\n`;

  expectAnswers([
    ['given', `${none}${approval('ST-1')}`, criterion, 'yes'],
    ['of an older content', `${none}${approval('ST-1', `bound-to: { ST-1: ${OLD} }`)}`, criterion, 'no'],
    ['not given', none, criterion, 'no'],
    ['nobody stated it', '', criterion, 'no'],
    ['one is lost', `${none}${approval('ST-1')}${LOST('anomalies')}`, criterion, 'no'],
  ]);
});
