import { describe } from 'vitest';
import type { Criterion } from '../../packs/index.js';
import { APPROVED, expectAnswers, LOST, OLD } from './answer-cases.test-support.js';

// @verifies TC-510
describe('statement: a dated judgement bound to what it is about', () => {
  const criterion: Partial<Criterion> = {
    id: 'SSC-4',
    ask: 'statement',
    type: 'complete',
    of: ['hazards'],
    question: 'all was considered',
  };
  const HAZ = 'hazards:\n  - { id: HAZ-1 }\n';
  const GOOD = `type: complete, answers: [SSC-4], by: solheim, date: 2026-01-01, text: All was considered., bound-to: { HAZ-1: hash-of-HAZ-1 }, ${APPROVED}`;
  const states = (fields: string): string => `${HAZ}statements: [{ id: ST-1, ${fields} }]\n`;

  expectAnswers([
    ['said', states(GOOD), criterion, 'yes'],
    ['not said', HAZ, criterion, 'no'],
    ['it answers another question', states(GOOD.replace('SSC-4', 'STR-5')), criterion, 'no'],
    ['of another type', states(GOOD.replace('type: complete', 'type: adequate')), criterion, 'no'],
    ['by nobody', states(GOOD.replace('by: solheim, ', '')), criterion, 'no'],
    ['on no day', states(GOOD.replace('date: 2026-01-01, ', '')), criterion, 'no'],
    ['without words', states(GOOD.replace('text: All was considered., ', '')), criterion, 'no'],
    ['bound to nothing', states(GOOD.replace(/bound-to: \{[^}]*\}, /, '')), criterion, 'no'],
    ['bound to an older content', states(GOOD.replace('hash-of-HAZ-1', OLD)), criterion, 'no'],
    ['bound to one of two', states(GOOD).replace('statements:', '  - { id: HAZ-2 }\nstatements:'), criterion, 'no'],
    ['bound to what is gone', states(GOOD.replace('bound-to: {', `bound-to: { HAZ-9: ${OLD},`)), criterion, 'no'],
    ['a draft', states(GOOD.replace(`, ${APPROVED}`, '')), criterion, 'no'],
    [
      'for another software system',
      `${states(`${GOOD}, about: [SW-2]`)}items: [{ id: SW-2, granularity: system }]\n`,
      criterion,
      'no',
    ],
    [
      'said, and a hazard is lost',
      states(GOOD).replace('statements:', '  - { id: HAZ-9, title: "broken }\nstatements:'),
      criterion,
      'unknown',
    ],
  ]);
});

describe('statement about an empty list: nothing to judge where somebody stated that there are none', () => {
  const judgement: Partial<Criterion> = {
    id: 'SAA-4',
    ask: 'statement',
    type: 'adequate',
    of: ['open-anomalies'],
    question: 'none of them stands against the release',
  };
  const criterion: Partial<Criterion> = { ...judgement, none: 'statement' };
  const none = (fields: string): string =>
    `statements: [{ id: ST-1, type: none, of: open-anomalies, by: okafor, date: 2026-01-01, ${fields} }]\n`;

  expectAnswers([
    ['said', none(APPROVED), criterion, 'yes'],
    ['not said', '', criterion, 'no'],
    ['a draft of it', none('title: None'), criterion, 'no'],
    [
      'said beside one that is open',
      `${none(APPROVED)}anomalies: [{ id: PR-1, state: open, ${APPROVED} }]\n`,
      criterion,
      'no',
    ],
    ['said, and one is lost', `${none(APPROVED)}${LOST('anomalies')}`, criterion, 'unknown'],
    ['said, where the criterion takes no such answer', none(APPROVED), judgement, 'no'],
  ]);
});
