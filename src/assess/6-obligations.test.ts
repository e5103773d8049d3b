import { describe, expect, test } from 'vitest';
import { openProfile } from '../compile/index.js';
import { assessProject } from '../compile/index.js';
import { shippedPacks } from '../packs/index.js';
import type { Assessment } from './assessment.js';
import { assessSmall, DATE, obligation } from './small-project.test-support.js';

const ALL = 'iec62304@2015, iso14971@2019, iec81001-5-1@2021';

interface Bare {
  readonly safetyClass: string;
  readonly exposure?: string;
  readonly packs?: string;
  readonly more?: string;
}

/** A device of which only the profile is known. */
function bare({ safetyClass, exposure, packs = ALL, more = '' }: Bare): Assessment {
  const text = `medward: 1\nprofile: { safety-class: ${safetyClass}, essential-performance: no${exposure === undefined ? '' : `, exposure: [${exposure}]`}${more} }\npacks: [${packs}]\n`;
  return assessProject(openProfile({ path: 'bare.yaml', text }, { packs: shippedPacks() }), DATE);
}

// @verifies TC-502
describe('how many work products and clauses (packs.md, Counting)', () => {
  // IEC 62304 asks 58, 93, 99 requirement clauses of A, B, C; 32, 40, 41 work products; with a connection 70 are needed.
  test.each([
    { safetyClass: 'A', byClass: 32, clauses: 58, lifted: 37 },
    { safetyClass: 'B', byClass: 40, clauses: 93, lifted: undefined },
    { safetyClass: 'C', byClass: 41, clauses: 99, lifted: 0 },
  ])('class $safetyClass', ({ safetyClass, byClass, clauses, lifted }) => {
    const alone = bare({ safetyClass, exposure: 'none' }).counts;
    const connected = bare({ safetyClass, exposure: 'public-network' });
    const fromConditional = connected.obligations.filter(
      (one) => one.byClass.level === 'conditional' && ['partial', 'required'].includes(one.bySecurity.level),
    );
    expect(alone.workProducts.byClass).toBe(byClass);
    expect(alone.clauses).toMatchObject({ byClass: clauses, lifted: 0 });
    expect(connected.counts.workProducts.byClass).toBe(byClass);
    expect(byClass + connected.counts.workProducts.added + fromConditional.length).toBe(70);
    if (lifted !== undefined) expect(connected.counts.clauses.lifted).toBe(lifted);
  });

  test('class A connected: clauses lifted, by the strength of who asks', () => {
    expect(bare({ safetyClass: 'A', exposure: 'public-network' }).counts.clauses.byStrength).toEqual({
      required: 18,
      expected: 14,
      analogy: 5,
    });
  });

  test('without a pack that asks for security nothing is lifted and nothing added', () => {
    const { clauses, workProducts } = bare({
      safetyClass: 'A',
      exposure: 'public-network',
      packs: 'iec62304@2015, iso14971@2019',
    }).counts;
    expect(clauses).toEqual({ byClass: 58, lifted: 0, byStrength: { required: 0, expected: 0, analogy: 0 } });
    expect(workProducts.byClass).toBe(32);
  });

  test('what only a pack that is not chosen asks is not asked', () => {
    const chosen = bare({ safetyClass: 'A', exposure: 'public-network', packs: 'iec62304@2015, iso14971@2019' });
    expect(obligation(chosen, 'software-architecture-description')).toBeUndefined();
    expect(obligation(chosen, 'threat-model')).toBeUndefined();
  });
});

// @verifies TC-501
describe('because of what, how strongly, and by which clauses', () => {
  test.each([
    // Work product, class, exposure: by class / by security, because.
    ['software-architecture-description', 'A', 'none', undefined],
    ['software-architecture-description', 'A', 'public-network', 'none/required cybersecurity'],
    ['software-architecture-description', 'B', 'none', 'required/none safety-class'],
    ['software-architecture-description', 'B', 'public-network', 'required/required both'],
    ['software-requirements-specification', 'A', 'none', 'required/none safety-class'],
    ['software-requirements-specification', 'A', 'public-network', 'required/required both'],
    ['unit-verification-records', 'A', 'none', undefined],
    ['unit-verification-records', 'A', 'usb-data', 'none/partial cybersecurity'],
    ['unit-verification-records', 'C', 'public-network', 'required/partial both'],
    ['threat-model', 'C', 'public-network', 'none/required cybersecurity'],
  ])('%s, class %s, exposure %s: %s', (id, safetyClass, exposure, expected) => {
    const one = obligation(bare({ safetyClass, exposure }), id);
    expect(one && `${one.byClass.level}/${one.bySecurity.level} ${one.because}`).toBe(expected);
  });

  const connected = bare({ safetyClass: 'A', exposure: 'public-network' });

  test('a side that asks nothing names no clause', () => {
    const sides = connected.obligations.flatMap((one) => [one.byClass, one.bySecurity]);
    expect(sides.filter((side) => side.level === 'none').flatMap((side) => side.clauses)).toEqual([]);
  });

  test('a side names only clauses of packs that are chosen, and named ones', () => {
    const named = new Set(connected.packs.named.keys());
    const chosen = new Set(connected.packs.packs.map((pack) => pack.pack));
    const clauses = connected.obligations.flatMap((one) => [...one.byClass.clauses, ...one.bySecurity.clauses]);
    expect(clauses.filter((clause) => !named.has(clause) && !chosen.has(clause.slice(0, clause.indexOf(':'))))).toEqual(
      [],
    );
  });

  test('no product is listed that nobody asks for', () => {
    expect(
      connected.obligations.filter((one) => one.byClass.level === 'none' && one.bySecurity.level === 'none'),
    ).toEqual([]);
  });
});

// @verifies TC-310
describe('a fact that decides and that nobody stated', () => {
  const unknown = bare({ safetyClass: 'A' });

  test('gives unknown, and names the fact', () => {
    expect(obligation(unknown, 'software-architecture-description')).toMatchObject({
      status: 'unknown',
      unknownFacts: ['exposure'],
    });
  });

  test('leaves alone what does not depend on it', () => {
    expect(obligation(unknown, 'software-maintenance-plan')?.unknownFacts ?? []).not.toContain('safety-class');
    expect(unknown.obligations.some((one) => one.unknownFacts.length === 0)).toBe(true);
  });
});

// @verifies TC-503
describe('per software system', () => {
  const software = ['id: SW-1, name: One, class: A', 'id: SW-2, name: Two, class: C'];
  const profile = { exposure: '[none]', 'essential-performance': 'no' };
  const records = `hazards: [{ id: HAZ-1, severity: S1 }]\nstatements: [{ id: ST-1, type: complete, by: P1, date: ${DATE}, bound-to: { HAZ-1: hash-of-HAZ-1 } }]\n`;
  const assessed = assessSmall({ software, profile, records });

  test('each system is asked by its own class', () => {
    const levels = assessed.obligations
      .filter((one) => one.product.id === 'software-detailed-design')
      .map((one) => [one.scope, one.class, one.byClass.level]);
    expect(levels).toEqual([['SW-2', 'C', 'required']]);
  });

  test('a product of the device is asked once, by the highest class', () => {
    const scopes = assessed.obligations
      .filter((one) => one.product.id === 'hazard-analysis')
      .map((one) => [one.scope, one.class]);
    expect(scopes).toEqual([['device', 'C']]);
  });

  test('counted once each, whatever the number of systems', () => {
    expect(assessed.counts.workProducts.byClass).toBe(41);
  });
});
