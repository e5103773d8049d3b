import { describe, expect, test } from 'vitest';
import type { Criterion, WorkProduct } from '../packs/index.js';
import type { CriterionAnswer } from './7-criteria.js';
import { isDue, statusOf, type Status, type StatusInput } from './9-status.js';
import type { Obligation } from './6-obligations.js';
import { assessSmall } from './small-project.test-support.js';

/** `each yes 1`: a criterion by its ask, its answer and how many records counted towards it. */
function answer(
  words: string,
  more: Partial<CriterionAnswer> & { readonly ifNo?: Criterion['ifNo'] } = {},
): CriterionAnswer {
  const [ask, answered, members] = words.split(' ');
  return {
    criterion: { id: words, ask, ...(more.ifNo ? { ifNo: more.ifNo } : {}) },
    answer: answered,
    members: Array.from({ length: Number(members ?? 0) }),
    decides: true,
    ...more,
  } as unknown as CriterionAnswer;
}

type More = Partial<Omit<StatusInput, 'obligation' | 'answers'>> & { readonly obligation?: Partial<Obligation> };

function status(answers: readonly CriterionAnswer[], more: More = {}): Status {
  const obligation = {
    product: { neverWaived: false } as WorkProduct,
    byClass: { level: 'required', clauses: [] },
    bySecurity: { level: 'none', clauses: [] },
    unknownFacts: [],
    ...more.obligation,
  } as unknown as Obligation;
  return statusOf({ answers, decided: new Set(), notApplicable: [], isDue: true, ...more, obligation });
}

const YES = answer('each yes 1');

// @verifies TC-513
describe('the first verdict that fits (fulfilment.yaml, verdict)', () => {
  const unknownFact = { obligation: { unknownFacts: ['exposure'] } };
  const waived = { notApplicable: ['DEC-1'] };
  const notDue = { isDue: false as const };
  const missing = [answer('records no 0')];
  const incomplete = [YES, answer('each no 1')];
  const open = [YES, answer('evidence unknown 1')];
  const unproven = [YES, answer('evidence no 1')];

  // Each row meets the conditions of all verdicts below it too: the first wins.
  test.each<[string, Status, readonly CriterionAnswer[], More]>([
    ['1 a deciding fact is unknown', 'unknown', [...missing, ...unproven], { ...unknownFact, ...waived, ...notDue }],
    ['2 a decision covers the whole product', 'not-applicable', missing, { ...waived, ...notDue }],
    ['3 its event has not happened', 'not-due', missing, notDue],
    ['4 nothing that counts exists', 'missing', missing, {}],
    ['5 a content ask is no', 'incomplete', [...incomplete, ...open, ...unproven], {}],
    ['6 an ask is unknown', 'unknown', [...open, ...unproven], {}],
    ['7 a proof is absent', 'unproven', unproven, {}],
    ['8 every ask is yes', 'met', [YES, answer('evidence yes 1')], {}],
  ])('%s: %s', (_, expected, answers, more) => {
    expect(status(answers, more)).toBe(expected);
  });

  test.each<[string, Status, readonly CriterionAnswer[], More]>([
    [
      'a product that is never waived stays',
      'missing',
      missing,
      { ...waived, obligation: { product: { neverWaived: true } as WorkProduct } },
    ],
    ['nobody knows whether it is due', 'unknown', [YES], { isDue: 'unknown' }],
    ['not due, nobody knows, and missing already', 'missing', missing, { isDue: 'unknown' }],
    ['nothing is asked', 'unknown', [], {}],
    ['only what does not decide is asked', 'unknown', [answer('each yes 1', { decides: false })], {}],
    ['a habit that fails decides nothing', 'met', [YES, answer('each no 1', { decides: false })], {}],
    ['a record ask is no though others exist', 'missing', [YES, answer('records no 0')], {}],
    ['a rule alone is no content', 'unproven', [answer('rule yes 0'), answer('approval no 0')], {}],
    ['a rule is open beside content', 'incomplete', [YES, answer('rule no 0')], {}],
    ['a rule is open and nothing is written', 'missing', [answer('each no 0'), answer('rule no 0')], {}],
    ['a current proof failed', 'incomplete', [YES, answer('evidence no 1', { failedProof: true })], {}],
    [
      'a failed proof is worse than an unknown answer',
      'incomplete',
      [...open, answer('evidence no 1', { failedProof: true })],
      {},
    ],
    ['a review is absent', 'unproven', [YES, answer('review no 1')], {}],
    ['a statement is absent', 'unproven', [YES, answer('statement no 0')], {}],
    ['an approval is absent', 'unproven', [YES, answer('approval no 1')], {}],
    ['the criterion says what its no does: unproven', 'unproven', [YES, answer('rule no 0', { ifNo: 'unproven' })], {}],
    ['the criterion says what its no does: missing', 'missing', [YES, answer('each no 1', { ifNo: 'missing' })], {}],
    ['an empty set that is fine beside nothing else fulfils nothing', 'unknown', [answer('each yes 0')], {}],
    ['content unknown beside content that is there', 'unknown', [YES, answer('each unknown 1')], {}],
    ['a decision took the failing part out', 'met', [YES, answer('each no 1')], { decided: new Set(['each no 1']) }],
    ['decisions took everything out', 'unknown', [YES], { decided: new Set(['each yes 1']) }],
    [
      'asked only conditionally, and nothing speaks of it',
      'not-due',
      missing,
      { obligation: { byClass: { level: 'conditional', clauses: [] } } },
    ],
    [
      'asked only conditionally, and something is there',
      'incomplete',
      incomplete,
      { obligation: { byClass: { level: 'conditional', clauses: [] } } },
    ],
  ])('%s: %s', (_, expected, answers, more) => {
    expect(status(answers, more)).toBe(expected);
  });

  test('met needs every answer that decides: changing any one of them takes it away', () => {
    const all = [
      'document yes 1',
      'records yes 1',
      'each yes 1',
      'rule yes 0',
      'evidence yes 1',
      'review yes 1',
      'statement yes 1',
      'approval yes 1',
    ];
    expect(status(all.map((words) => answer(words)))).toBe('met');
    for (const changed of all) {
      for (const worse of ['no', 'unknown']) {
        const answers = all.map((words) => answer(words === changed ? words.replace('yes', worse) : words));
        expect(status(answers), `${changed} → ${worse}`).not.toBe('met');
      }
    }
  });
});

// @verifies TC-514
describe('whether a product is due', () => {
  const product = (due: WorkProduct['due']): WorkProduct => ({ due }) as WorkProduct;
  const NONE = assessSmall({}).trace;
  const RUN = assessSmall({
    records: 'runs: [{ id: RUN-1, results: [{ test: [TC-1], result: passed }] }]\ntests: [{ id: TC-1 }]\n',
  }).trace;
  const RELEASE = assessSmall({ records: 'releases: [{ id: REL-1 }]\n' }).trace;
  const FIELD = assessSmall({ records: 'releases: [{ id: REL-1, in-field: yes }]\n' }).trace;
  const records = { none: NONE, run: RUN, release: RELEASE, field: FIELD };

  test.each<[WorkProduct['due'], keyof typeof records, boolean | 'unknown', boolean | 'unknown']>([
    [undefined, 'none', false, true],
    ['first-system-test', 'none', false, false],
    ['first-system-test', 'run', false, true],
    ['first-system-test', 'release', false, true],
    ['first-release', 'none', false, false],
    ['first-release', 'run', false, false],
    ['first-release', 'release', false, true],
    ['first-release', 'none', true, true],
    ['on-the-market', 'none', false, false],
    ['on-the-market', 'release', false, false],
    ['on-the-market', 'field', false, true],
    ['on-the-market', 'none', true, true],
    ['on-the-market', 'none', 'unknown', 'unknown'],
  ])('due %s, records: %s, on the market: %s: %s', (due, name, isOnTheMarket, expected) => {
    expect(isDue(product(due), records[name], isOnTheMarket)).toBe(expected);
  });
});
