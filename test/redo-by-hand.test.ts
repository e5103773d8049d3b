/**
 * An auditor who holds nothing but the printed answer redoes each verdict: from the criteria of an obligation follows its
 * status, from their counts follow their answers. Written without looking at how the tool does it.
 */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { assess, openProject, type AssessOutput, type ObligationOutput } from '../src/index.js';

const ROOT = path.join(import.meta.dirname, '..');
const DATE = '2026-11-24';
const PROJECTS = [
  'examples/labdesk',
  'test/fixtures/labdesk-begun',
  'examples/glucoloop',
  'test/fixtures/finished/infusion-pump-with-radio',
  '.',
];

type Criterion = ObligationOutput['criteria'][number];

/** Statuses that the printed criteria allow: what is not printed (phases of life, weights) leaves more than one. */
function allowed(one: ObligationOutput): readonly string[] {
  const deciding = one.criteria.filter(({ decides }) => decides);
  const answers = (answer: string): readonly Criterion[] => deciding.filter((each) => each.answer === answer);
  const outside = ['not-due', 'not-applicable', 'unknown'];
  if (answers('no').length > 0)
    return [...outside, 'missing', 'incomplete', 'unproven', ...(one.decisions.length > 0 ? ['met'] : [])];
  if (answers('unknown').length > 0) return outside;
  // Every list is empty, and nobody said so: nothing was fulfilled.
  if (one.records === 0) return outside;
  return [...outside, 'met'];
}

function contradictions({ obligations }: AssessOutput): readonly string[] {
  return obligations.flatMap((one) => {
    const name = `${one.id} (${one.scope})`;
    return [
      ...(allowed(one).includes(one.status) ? [] : [`${name} is ${one.status}`]),
      ...one.criteria.flatMap((each) => contradiction(each).map((what) => `${name} ${each.id} ${what}`)),
      ...(one.gaps.length > 0 && one.status === 'met' ? [`${name} is met with gaps`] : []),
    ];
  });
}

function contradiction({ ask, answer, counted, failed }: Criterion): readonly string[] {
  const named = new Set(failed);
  return [
    ...(answer === 'yes' && named.size > 0 ? ['is yes with failures'] : []),
    ...(named.size < failed.length ? ['names a failure twice'] : []),
    ...(ask !== 'rule' && named.size > Math.max(counted, 1) ? [`has ${named.size} failures of ${counted}`] : []),
    ...(answer === 'no' && ask === 'each' && named.size === 0 && counted > 0 ? ['is no without a failure'] : []),
  ];
}

// @verifies TC-524
describe.each(PROJECTS)('%s', (folder) => {
  const output = assess(openProject(path.join(ROOT, folder)), { date: DATE });

  test('each verdict follows from what is printed', () => {
    expect(output.obligations.length).toBeGreaterThan(40);
    expect(contradictions(output)).toEqual([]);
  });

  test('each obligation names a clause, or is a reading of our own', () => {
    const silent = output.obligations.filter(
      ({ clauses }) => clauses.safetyClass.length + clauses.cybersecurity.length === 0,
    );
    expect(silent.map(({ id, weight }) => `${id}: ${weight}`)).toEqual(silent.map(({ id }) => `${id}: practice`));
  });
});

describe('a verdict that does not follow is found', () => {
  const output = assess(openProject(path.join(ROOT, 'test/fixtures/labdesk-begun')), { date: DATE });
  const forged = (change: (one: ObligationOutput) => Partial<ObligationOutput>, of: string): AssessOutput => ({
    ...output,
    obligations: output.obligations.map((one) => (one.status === of ? { ...one, ...change(one) } : one)),
  });

  test.each(['missing', 'incomplete', 'unproven'])('%s called met', (status) => {
    const count = output.obligations.filter((one) => one.status === status).length;
    expect(count).toBeGreaterThan(0);
    const found = contradictions(forged(() => ({ status: 'met' }), status));
    expect(found.filter((words) => words.endsWith('is met'))).toHaveLength(count);
  });

  test('an answer turned to yes', () => {
    const yes = forged(
      ({ criteria }) => ({ criteria: criteria.map((each) => ({ ...each, answer: 'yes' })) }),
      'incomplete',
    );
    expect(contradictions(yes).some((words) => words.endsWith('is yes with failures'))).toBe(true);
  });
});
