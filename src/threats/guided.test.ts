import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedPacks } from '../packs/index.js';
import { baseScore3 } from './cvss-base.js';
import { guided } from './guided.js';
import { rateMarks } from './rate.js';

const rubric = shippedPacks()
  .flatMap((pack) => pack.methods)
  .find((method) => method.id === 'mitre-rubric')!;
const IMPACT = 'XCP XCD XCT XCW XCS XCO XIP XID XIT XIW XIS XIO XAP XAD XAT XAW XAS XAO'.split(' ');
const NO_IMPACT = Object.fromEntries(IMPACT.map((id) => [id, 'none']));
const BASE = { XAVN: 'yes', XAVT: 'yes', XACL: 'yes', XPRL: 'no', XUI: 'no', XS: 'no', ...NO_IMPACT };
const answersOf = (more: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries({ ...BASE, ...more }));
const metric = (name: string, more: Readonly<Record<string, string>>): string | undefined =>
  guided(rubric, answersOf(more)).metrics.get(name);

describe('the MITRE rubric', () => {
  test('has the questions of the rubric, each with the answer unknown', () => {
    expect(rubric.version).toBe('0.12.04');
    expect(rubric.questions).toHaveLength(31);
    expect(rubric.questions?.filter((one) => !one.answers.some((answer) => answer.say === 'unknown'))).toEqual([]);
  });

  test.each([
    ['AV', { XAVN: 'yes', XAVT: 'yes' }, 'N'],
    ['AV', { XAVN: 'unknown' }, 'N'],
    ['AV', { XAVN: 'yes', XAVT: 'no', XAVW: 'yes', XAVR: 'yes' }, 'L'],
    ['AV', { XAVN: 'yes', XAVT: 'no', XAVW: 'yes', XAVR: 'no' }, 'A'],
    ['AV', { XAVN: 'yes', XAVT: 'no', XAVW: 'yes', XAVR: 'unknown' }, 'A'],
    ['AV', { XAVN: 'yes', XAVT: 'no', XAVW: 'no' }, 'A'],
    ['AV', { XAVN: 'no', XAVP: 'no' }, 'L'],
    ['AV', { XAVN: 'no', XAVP: 'unknown' }, 'L'],
    ['AV', { XAVN: 'no', XAVP: 'yes', XAVPA: 'yes' }, 'P'],
    ['AC', { XACL: 'no' }, 'H'],
    ['AC', { XACL: 'unknown' }, 'L'],
    ['PR', { XPRL: 'yes', XPRZ: 'yes', XPRS: 'yes' }, 'H'],
    ['PR', { XPRL: 'yes', XPRZ: 'yes', XPRS: 'no' }, 'L'],
    ['PR', { XPRL: 'yes', XPRZ: 'yes', XPRS: 'unknown' }, 'N'],
    ['PR', { XPRL: 'yes', XPRZ: 'no' }, 'N'],
    ['UI', { XUI: 'yes' }, 'R'],
    ['UI', { XUI: 'unknown' }, 'N'],
    ['S', { XS: 'yes' }, 'C'],
    ['S', { XS: 'unknown' }, 'C'],
    ['C', { XCT: 'low' }, 'L'],
    ['C', { XCT: 'low', XCS: 'high' }, 'H'],
    ['C', { XCP: 'low', XCPM: 'yes' }, 'H'],
    ['C', { XCP: 'low', XCPM: 'no' }, 'L'],
    ['I', { XID: 'unknown' }, 'H'],
    ['A', {}, 'N'],
  ] as const)('%s by %o is %s', (name, more, value) => {
    expect(metric(name, more)).toBe(value);
  });

  test('gives a vector of CVSS 3.0 only when every question on the way is answered', () => {
    const vector = 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N';
    expect(guided(rubric, answersOf({})).vector).toBe(vector);
    for (const id of Object.keys(BASE)) {
      const answers = new Map([...answersOf({})].filter(([name]) => name !== id));
      const { vector: without, open } = guided(rubric, answers);
      expect([without, open.map((question) => question.id)]).toEqual(['unknown', [id]]);
    }
    expect(rateMarks(rubric, { answers: {}, vector }, 'S2', false)).toBe('unknown');
    expect(rateMarks(rubric, { answers: BASE }, 'S3', false)).toMatchObject({ likelihood: 'E5', rating: 'H' });
  });

  test('tells answers to no question, in other words, and beside the way', () => {
    const told = guided(rubric, answersOf({ XYZ: 'yes', XUI: 'perhaps', XAVP: 'yes', constructor: 'yes' }));
    expect(told.strange.map(({ id }) => id).toSorted()).toEqual(['XUI', 'XYZ', 'constructor']);
    expect(told.besides).toEqual(['XAVP']);
    expect(told.vector).toBe('unknown');
  });

  const answered = fc
    .tuple(
      ...(rubric.questions ?? []).map((one) =>
        fc.constantFrom(...one.answers.map((answer) => answer.say)).map((say) => [one.id, say] as const),
      ),
    )
    .map((pairs) => new Map<string, string>(pairs));

  test('any answers to all questions give a score, in any order', () => {
    fc.assert(
      fc.property(answered, (answers) => {
        const { vector } = guided(rubric, answers);
        expect(baseScore3(vector)).toBeTypeOf('number');
        expect(guided(rubric, new Map([...answers].reverse())).vector).toBe(vector);
      }),
    );
  });

  test('an answer that nobody knows never lowers the score', () => {
    fc.assert(
      fc.property(answered, fc.constantFrom(...(rubric.questions ?? []).map((one) => one.id)), (answers, id) => {
        const before = baseScore3(guided(rubric, answers).vector);
        const after = baseScore3(guided(rubric, new Map([...answers, [id, 'unknown']])).vector);
        expect(Number(after)).toBeGreaterThanOrEqual(Number(before));
      }),
      { numRuns: 500 },
    );
  });
});
