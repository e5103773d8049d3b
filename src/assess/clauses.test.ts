/** A clause is met by the criteria that name it: one row for each way in which it is not. */
import { describe, expect, test } from 'vitest';
import type { ObligationAnswer } from './assessment.js';
import { clausesOf, type ClauseAnswer } from './clauses.js';
import { assessSmall, type Small } from './small-project.test-support.js';

const CLAUSE = '5.1.1';
type More = { decides?: false; clause?: string; ask?: 'rule'; members?: readonly string[]; counted?: number };
type Row = readonly [criterion: string, answer: 'yes' | 'no' | 'unknown', more?: More];

function made(rows: readonly Row[], more: Partial<ObligationAnswer> = {}): ObligationAnswer {
  return {
    product: { id: 'software-development-plan' },
    scope: 'SW-1',
    status: 'incomplete',
    criteria: rows.map(
      ([id, answer, { decides = true, clause = `iec62304:${CLAUSE}`, ask, members = ['R-1'], counted = 0 } = {}]) => ({
        criterion: { id, ask: ask ?? 'each' },
        answer,
        members,
        counted,
        decides,
        clauses: [clause],
      }),
    ),
    decidedCriteria: new Set<string>(),
    ...more,
  } as unknown as ObligationAnswer;
}

function clause(id: string, obligations: readonly ObligationAnswer[], small: Small = {}): ClauseAnswer {
  const found = clausesOf({ ...assessSmall(small), obligations }, 'iec62304').find((one) => one.clause.id === id);
  if (!found) throw new Error(`The pack has no clause ${id}.`);
  return found;
}

// @verifies TC-517
describe('the status of a clause', () => {
  test.each<[what: string, obligations: readonly ObligationAnswer[], status: ClauseAnswer['status']]>([
    ['every criterion that names it is yes', [made([['A', 'yes']]), made([['B', 'yes']])], 'met'],
    ['one is no', [made([['A', 'yes']]), made([['B', 'no']])], 'open'],
    ['one is unknown', [made([['A', 'yes'], ['B', 'unknown']])], 'unknown'], // prettier-ignore
    ['one is no and one unknown', [made([['A', 'unknown'], ['B', 'no']])], 'open'], // prettier-ignore
    ['nothing names it', [made([['A', 'yes', { clause: 'iec62304:5.1.2' }]])], 'none'],
    ['only practice names it, which decides nothing', [made([['A', 'yes', { decides: false }]])], 'none'],
    ['what fails is decided', [made([['A', 'yes'], ['B', 'no']], { decidedCriteria: new Set(['B']) })], 'met'], // prettier-ignore
    ['all of it is decided', [made([['A', 'no']], { decidedCriteria: new Set(['A']) })], 'none'],
    ['its product is not due', [made([['A', 'yes']], { status: 'not-due' })], 'none'],
    ['its product does not apply', [made([['A', 'yes']], { status: 'not-applicable' })], 'none'],
    ['there is no product at all', [], 'none'],
    ['every yes is of an empty list', [made([['A', 'yes', { members: [] }], ['B', 'yes', { members: [] }]])], 'empty'], // prettier-ignore
    ['one yes of several is of an empty list', [made([['A', 'yes', { members: [] }], ['B', 'yes']])], 'met'], // prettier-ignore
    ['a system has what another has not', [made([['A', 'yes', { members: [] }]]), made([['A', 'yes']], { scope: 'SW-2' })], 'met'], // prettier-ignore
    ['a rule was silent where nothing is written', [made([['A', 'yes', { ask: 'rule', members: [] }]])], 'empty'],
    ['a rule was silent about what is written', [made([['A', 'yes', { ask: 'rule', members: [] }], ['B', 'no', { clause: 'iec62304:5.1.2' }]])], 'met'], // prettier-ignore
    ['a rule was silent, and what is asked beside it is an empty list', [made([['A', 'yes', { ask: 'rule' }], ['B', 'yes', { members: [] }]])], 'empty'], // prettier-ignore
    ['what shows it is no record, such as a component list', [made([['A', 'yes', { members: [], counted: 1 }]])], 'met'], // prettier-ignore
    ['nothing stands behind one, and one is no', [made([['A', 'yes', { members: [] }], ['B', 'no']])], 'open'], // prettier-ignore
  ])('%s', (_, obligations, status) => {
    expect(clause(CLAUSE, obligations).status).toBe(status);
  });

  test('the criteria are named with their product and answer', () => {
    expect(clause(CLAUSE, [made([['A', 'no']])]).criteria).toEqual([
      { obligation: 'software-development-plan', scope: 'SW-1', id: 'A', answer: 'no', isDecided: false },
    ]);
  });
});

describe('by whom a clause is asked', () => {
  // Class A holds where a person says that there are no hazards.
  const records = 'statements: [{ id: ST-1, type: none, of: hazards, by: somebody, date: 2026-11-02 }]';
  const connected = { records, profile: { exposure: '[public-network]' } };
  const offline = { records, profile: { exposure: '[none]' } };

  test.each<[what: string, id: string, small: Small, asked: ClauseAnswer['asked']]>([
    ['of every class', '5.1.1', offline, 'every-device'],
    ['of class C, in class C', '5.4.2', { ...offline, software: ['id: SW-1, name: Small, class: C'] }, 'by-class'],
    ['of class C alone, in class A without connection', '5.4.2', offline, 'not-asked'],
    ['of class B and C, in class A that is connected', '5.3.1', connected, 'by-security'],
    ['of legacy software, in a development', '4.4.2', offline, 'not-asked'],
  ])('%s', (_, id, small, asked) => {
    expect(clause(id, [], small).asked).toBe(asked);
  });

  test('what is not asked has no other status, whatever criteria say', () => {
    const { status } = clause('5.4.2', [made([['A', 'no', { clause: 'iec62304:5.4.2' }]])], offline);
    expect(status).toBe('not-asked');
  });
});
