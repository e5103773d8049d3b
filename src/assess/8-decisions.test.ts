import { describe, expect, test } from 'vitest';
import { assessSmall, DATE, obligation, type Small } from './small-project.test-support.js';

/** All that decides how much is asked: without it nothing is known. */
const profile = {
  exposure: '[public-network]',
  'essential-performance': 'no',
  'exploit-harm': 'data',
  'life-phase': 'on-the-market',
  'update-path': 'network',
  markets: '[eu]',
};
const OLD = `'${'0'.repeat(64)}'`;
const GOOD = `type: deviation, reason: So., by: brandt, date: 2026-01-01`;
const about = (id: string): string => `about: [${id}], bound-to: { ${id}: hash-of-${id} }`;

// @verifies TC-609
describe('a decision takes one gap out, while it holds', () => {
  const NEED = 'needs: [{ id: UN-1, status: approved }, { id: UN-2, status: obsolete }]\n';
  const isOut = (fields: string, small: Small = {}): boolean => {
    const records = `${NEED}decisions: [{ id: DEC-1, scope: [need-without-requirement], ${fields} }]\n`;
    const gap = assessSmall({ ...small, records }).gaps.find((one) => one.key === 'need-without-requirement@UN-1');
    if (!gap) throw new Error('The gap is always listed, decided or not.');
    return gap.decision === 'DEC-1';
  };

  test.each([
    ['valid', `${GOOD}, ${about('UN-1')}`, true],
    ['the reason in its text', `${GOOD.replace('reason', 'text')}, ${about('UN-1')}`, true],
    ['until its last day', `${GOOD}, until: ${DATE}, ${about('UN-1')}`, true],
    ['the day after', `${GOOD}, until: 2026-11-23, ${about('UN-1')}`, false],
    ['an end that nobody can read', `${GOOD}, until: 2027-13-01, ${about('UN-1')}`, false],
    ['dated tomorrow', `${GOOD.replace('2026-01-01', '2026-11-25')}, ${about('UN-1')}`, false],
    ['without a day', `${GOOD.replace(', date: 2026-01-01', '')}, ${about('UN-1')}`, false],
    ['without a person', `${GOOD.replace(', by: brandt', '')}, ${about('UN-1')}`, false],
    ['without a reason', `${GOOD.replace(', reason: So.', '')}, ${about('UN-1')}`, false],
    ['bound to nothing', `${GOOD}, about: [UN-1]`, false],
    ['bound to an older content', `${GOOD}, about: [UN-1], bound-to: { UN-1: ${OLD} }`, false],
    ['about no record: it is about the project', GOOD, false],
    ['about a record that is not there', `${GOOD}, about: [UN-9]`, false],
    ['about what nobody can read', `${GOOD}, about: { a: b }`, false],
    ['itself obsolete', `${GOOD}, status: obsolete, ${about('UN-1')}`, false],
  ])('%s', (_, fields, expected) => {
    expect(isOut(fields)).toBe(expected);
  });

  test('it ends by the day that is asked about, not by the clock', () => {
    const fields = `${GOOD}, until: 2026-11-30, ${about('UN-1')}`;
    expect([isOut(fields, { date: '2026-11-30' }), isOut(fields, { date: '2026-12-01' })]).toEqual([true, false]);
  });
});

test.each([
  ['a dangling link', 'dangling-link', 'satisfied-by: [SRS-9]', 'dangling-link@UN-1#satisfied-by,SRS-9'],
  ['a field of the wrong type', 'wrong-type', 'title: { a: b }', 'wrong-type@UN-1#title'],
  ['a field that nobody knows', 'unknown-field', 'titel: Word', 'unknown-field@UN-1#titel'],
])('%s is a question of integrity, which nobody decides away', (_, rule, fields, key) => {
  const records = `needs: [{ id: UN-1, ${fields} }]\ndecisions: [{ id: DEC-1, scope: [${rule}], ${GOOD}, ${about('UN-1')} }]\n`;
  const gap = assessSmall({ records }).gaps.find((one) => one.key === key);
  expect(gap).toMatchObject({ decision: undefined });
});

describe('a decision that a whole work product does not apply', () => {
  const decided = (product: string, fields = GOOD): string =>
    `decisions: [{ id: DEC-1, scope: [${product}], ${fields.replace('deviation', 'not-applicable')} }]\n`;
  const status = (id: string, records: string, small: Small = {}): string | undefined =>
    obligation(assessSmall({ profile, ...small, records }), id)?.status;

  test('makes it not applicable, and is listed', () => {
    const assessed = assessSmall({ profile, records: decided('problem-resolution-procedure') });
    expect(obligation(assessed, 'problem-resolution-procedure')).toMatchObject({
      status: 'not-applicable',
      decisions: ['DEC-1'],
      hoursLeft: 0,
    });
  });

  test.each([
    'software-safety-classification',
    'software-requirements-specification',
    'system-test-report',
    'soup-list',
    'known-anomalies-list',
    'software-release-record',
    'problem-report-log',
    'change-request-log',
  ])('%s may not be decided away', (id) => {
    expect(status(id, decided(id))).not.toBe('not-applicable');
  });

  test('for one software system it holds for that one', () => {
    const software = ['id: SW-1, name: One, class: A', 'id: SW-2, name: Two, class: A'];
    const records = decided('software-development-plan', `${GOOD}, about: [SW-2], bound-to: { SW-2: hash-of-SW-2 }`);
    const assessed = assessSmall({ profile, software, records });
    expect(obligation(assessed, 'software-development-plan', 'SW-1')!.status).not.toBe('not-applicable');
    expect(obligation(assessed, 'software-development-plan', 'SW-2')!.status).toBe('not-applicable');
  });

  test('for a system that is not there it holds for none', () => {
    expect(
      status('software-development-plan', decided('software-development-plan', `${GOOD}, about: [SW-9]`)),
    ).not.toBe('not-applicable');
  });
});

test('a decision on one criterion takes that part out, and is counted', () => {
  const plan = (records: string): string | undefined =>
    obligation(assessSmall({ records }), 'software-development-plan')?.decisions.join(' ');
  expect(plan('')).toBe('');
  expect(plan(`decisions: [{ id: DEC-1, scope: [SDP-7], ${GOOD} }]\n`)).toBe('DEC-1');
  expect(plan(`decisions: [{ id: DEC-1, scope: ['iec62304:5.1.9'], ${GOOD} }]\n`)).toBe('DEC-1');
});
