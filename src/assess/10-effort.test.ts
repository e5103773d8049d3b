import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeFacts, packSet, shippedPacks, type Counts, type FactValue, type FactValues } from '../packs/index.js';
import { effortOf, type EffortEstimate } from './10-effort.js';
import { overheadOf } from './5-overhead.js';

const packs = packSet(shippedPacks().filter((pack) => pack.pack === 'base'));
const NAMES = ['requirement', 'item', 'unit', 'soup', 'risk', 'interface'];
const counts = (...numbers: number[]): Counts => new Map(NAMES.map((name, index) => [name, numbers[index] ?? 0]));
const facts = (values: Readonly<Record<string, FactValue>>): FactValues =>
  completeFacts(packs.table, new Map(Object.entries({ 'essential-performance': false, ...values })));

interface Example {
  readonly id: string;
  readonly values: Readonly<Record<string, FactValue>>;
  readonly counts: Counts;
  readonly byClass: number;
  readonly security: number;
  readonly percent: number;
  readonly level: string;
}
const radio = ['short-range-radio'];
const web = ['public-network'];
const EXAMPLES: readonly Example[] = [
  {
    id: 'E1',
    values: { form: 'embedded', 'safety-class': 'C', 'essential-performance': true, exposure: ['none'] },
    counts: counts(150, 12, 80, 10, 60, 0),
    byClass: 2132,
    security: 12,
    percent: 1,
    level: 'none',
  },
  {
    id: 'E2',
    values: { form: 'embedded', 'safety-class': 'C', 'essential-performance': true, exposure: radio },
    counts: counts(150, 12, 80, 14, 60, 5),
    byClass: 2144,
    security: 667,
    percent: 31,
    level: 'very-high',
  },
  {
    id: 'E3',
    values: { form: 'standalone', 'safety-class': 'C', 'exploit-harm': 'non-serious', exposure: web },
    counts: counts(150, 14, 100, 50, 50, 6),
    byClass: 2394,
    security: 409,
    percent: 17,
    level: 'limited',
  },
  {
    id: 'E3b',
    values: { form: 'standalone', 'safety-class': 'B', exposure: web },
    counts: counts(120, 10, 80, 50, 40, 6),
    byClass: 1064,
    security: 409,
    percent: 38,
    level: 'limited',
  },
  {
    id: 'E4',
    values: { form: 'embedded', 'safety-class': 'A', exposure: ['none'] },
    counts: counts(30, 3, 15, 3, 6, 0),
    byClass: 150,
    security: 12,
    percent: 8,
    level: 'none',
  },
  {
    id: 'E5',
    values: { form: 'embedded', 'safety-class': 'A', exposure: radio },
    counts: counts(40, 4, 25, 8, 8, 3),
    byClass: 180,
    security: 388,
    percent: 215,
    level: 'important',
  },
  {
    id: 'E6',
    values: { form: 'standalone', 'safety-class': 'A', exposure: web },
    counts: counts(60, 6, 40, 60, 10, 6),
    byClass: 259,
    security: 577,
    percent: 223,
    level: 'important',
  },
  {
    id: 'E7',
    values: { form: 'standalone', 'safety-class': 'B', exposure: ['none'] },
    counts: counts(60, 6, 40, 60, 10, 0),
    byClass: 652,
    security: 12,
    percent: 2,
    level: 'none',
  },
  {
    id: 'E8',
    values: {
      form: 'embedded',
      'safety-class': 'C',
      'essential-performance': true,
      exposure: web,
      'command-path': 'closed-loop-remote',
      'multi-patient': true,
    },
    counts: counts(300, 30, 220, 80, 110, 12),
    byClass: 4750,
    security: 1506,
    percent: 32,
    level: 'very-high',
  },
  {
    id: 'E9',
    values: { form: 'embedded', 'safety-class': 'B', exposure: ['usb-data'] },
    counts: counts(60, 6, 40, 10, 15, 1),
    byClass: 567,
    security: 141,
    percent: 25,
    level: 'limited',
  },
];
const rounded = (hours: EffortEstimate['byClass']) => (hours.value === 'unknown' ? 'unknown' : Math.round(hours.value));

// @verifies TC-410
describe('the worked examples come out to the hour', () => {
  it.each(EXAMPLES)('$id', ({ values, counts: given, byClass, security, percent, level }) => {
    const effort = effortOf(packs, facts(values), given);
    expect(rounded(effort.byClass)).toBe(byClass);
    expect(rounded(effort.security)).toBe(security);
    expect(Math.round((effort.ratio ?? 0) * 100)).toBe(percent);
    expect(overheadOf(packs, facts(values)).level).toBe(level);
  });
  it.each(EXAMPLES)('$id is what a bare profile of its kind is shown', ({ id, values, byClass, security }) => {
    const effort = effortOf(packs, facts(values), new Map());
    expect(effort.references).toEqual([id]);
    expect([rounded(effort.byClass), rounded(effort.security)]).toEqual([byClass, security]);
  });
});

describe('ranges', () => {
  const e6 = effortOf(packs, facts({ 'safety-class': 'A', exposure: web }), counts(60, 6, 40, 60, 10, 6));
  it('go from half to double', () => {
    expect(e6.byClass).toEqual({ value: 259, low: 129.5, high: 518 });
    expect(e6.security.high / e6.security.low).toBeCloseTo(4);
  });
  it('keep upkeep apart, with the range of each row', () => {
    const upkeep = effortOf(
      packs,
      facts({ 'safety-class': 'A', exposure: web }),
      new Map([...counts(1), ['patch-release', 2]]),
    ).upkeep;
    expect(upkeep).toEqual({ value: 48 + 84, low: 24 + 48, high: 96 + 120 });
  });
  it('hold whatever an unknown class may be', () => {
    const effort = effortOf(packs, facts({ exposure: web }), counts(60, 6, 40, 60, 10, 6));
    expect(effort.byClass.value).toBe('unknown');
    expect(effort.ratio).toBeNull();
    expect(effort.byClass.low).toBeCloseTo(259 / 2);
  });
});

describe('parts', () => {
  it('add up to the whole', () => {
    const effort = effortOf(packs, facts({ 'safety-class': 'A', exposure: web }), counts(60, 6, 40, 60, 10, 6));
    const sum = [...effort.byProduct.values()].reduce((total, each) => total + Number(each.security.value), 0);
    expect(sum).toBeCloseTo(Number(effort.security.value));
  });
  it('stand for every work product that a class asks in full, save the quality system', () => {
    const covered = new Set(packs.effort?.rows.flatMap((row) => Object.keys(row.for)));
    const conditional = [
      'quality-management-system',
      'conformity-checklist',
      'legacy-software-assessment',
      'transitional-software-assessment',
    ];
    expect(
      packs.workProducts
        .map((product) => product.id)
        .filter((id) => !covered.has(id))
        .sort(),
    ).toEqual([...conditional].sort());
  });
});

describe('own rates', () => {
  const given = counts(60, 6, 40, 60, 10, 6);
  const classA = facts({ 'safety-class': 'A', exposure: ['none'] });
  it('replace the rate of a row', () => {
    expect(effortOf(packs, classA, given, { requirement: 2 }).byClass.value).toBe(259 + 60);
    expect(effortOf(packs, classA, given, { requirement: { hours: { A: 2 } } }).byClass.value).toBe(259 + 60);
  });
  it('lift nothing where a flat rate holds for every class', () => {
    const connected = facts({ 'safety-class': 'A', exposure: web });
    const before = Number(effortOf(packs, connected, given).security.value);
    expect(effortOf(packs, connected, given, { requirement: 1 }).security.value).toBeCloseTo(before - 9);
  });
  it('of rows that do not exist change nothing', () => {
    expect(effortOf(packs, classA, given, { constructor: 99 }).byClass.value).toBe(259);
  });
});

describe('properties', () => {
  const anyCounts = fc.array(fc.nat(200), { minLength: 6, maxLength: 6 }).map((numbers) => counts(...numbers));
  it('more of anything never costs less', () => {
    fc.assert(
      fc.property(anyCounts, fc.constantFrom(...NAMES), fc.constantFrom('A', 'B', 'C'), (given, name, safetyClass) => {
        const values = facts({ 'safety-class': safetyClass, exposure: web });
        const more = new Map([...given, [name, (given.get(name) ?? 0) + 1]]);
        const [before, after] = [
          effortOf(packs, values, new Map([...given, ['threat', 1]])),
          effortOf(packs, values, new Map([...more, ['threat', 1]])),
        ];
        expect(after.security.high).toBeGreaterThanOrEqual(before.security.high);
        expect(after.byClass.high).toBeGreaterThanOrEqual(before.byClass.high);
      }),
    );
  });
  it('what is not known stays within the range', () => {
    const all = { 'safety-class': 'A', exposure: web, form: 'standalone', 'multi-patient': true } as const;
    fc.assert(
      fc.property(anyCounts, fc.subarray(Object.keys(all)), (given, hidden) => {
        const known = Object.fromEntries(Object.entries(all).filter(([id]) => !hidden.includes(id)));
        const [full, open] = [effortOf(packs, facts(all), given), effortOf(packs, facts(known), given)];
        expect(open.security.low).toBeLessThanOrEqual(full.security.low);
        expect(open.security.high).toBeGreaterThanOrEqual(full.security.high);
        if (open.byClass.value !== 'unknown') expect(open.byClass.value).toBeCloseTo(Number(full.byClass.value));
      }),
    );
  });
});
