import fc from 'fast-check';
import sax from 'sax';
import { describe, expect, test } from 'vitest';
import { shippedPacks, type Method } from '../../packs/index.js';
import { obligationsChart } from './obligations-chart.js';
import { overheadChart } from './overhead-chart.js';
import { riskChart, type PlacedThreat } from './risk-chart.js';
import { stripes } from './svg.js';
import {
  AGE_BANDS,
  vulnerabilitiesChart,
  VULNERABILITY_STATES,
  type Ages,
  type VulnerabilityState,
} from './vulnerabilities-chart.js';

const METHODS = shippedPacks().flatMap((pack) => pack.methods);
const method = METHODS.find(({ id }) => id === 'cvss31-exploitability') as Method;
const threat = (id: string, more: Partial<PlacedThreat> = {}): PlacedThreat => ({
  id,
  likelihood: 'E5',
  severity: 'S5',
  level: 'U',
  reachesMany: false,
  isProven: true,
  ...more,
});
const hours = (value: number | 'unknown') => ({
  value,
  low: value === 'unknown' ? 0 : value / 2,
  high: value === 'unknown' ? 0 : value * 2,
});

/** Well-formed, and without what some programs draw otherwise or not at all. */
function expectPlain(svg: string): void {
  const parser = sax.parser(true, {});
  const names = new Set<string>();
  Object.assign(parser, {
    onerror: (error: Error) => {
      throw error;
    },
    onopentag: (tag: { name: string; attributes: Record<string, string> }) => {
      names.add(tag.name);
      expect(Object.keys(tag.attributes).filter((name) => /^(?:style|class|on.*|href)$/.test(name))).toEqual([]);
    },
  });
  parser.write(svg).close();
  const known = new Set(['svg', 'title', 'desc', 'rect', 'path', 'text']);
  expect([...names].filter((name) => !known.has(name))).toEqual([]);
  expect(svg).not.toMatch(/NaN|Infinity|undefined|var\(|url\(/);
}

describe('risk before and after control', () => {
  test('a threat that nobody proved is dashed, shades no cell, and is in no count of a level', () => {
    const { svg, alt } = riskChart({
      device: 'Pump',
      method,
      of: 2,
      before: [],
      after: [threat('TH-1', { isProven: false }), threat('TH-2', { likelihood: 'E1', severity: 'S1', level: 'L' })],
    });
    expectPlain(svg);
    expect(alt).toContain('After proven control: U 0, H 0, M 0, L 1; 1 claimed, not proven (TH-1).');
    // The darkest shade stands in the legends of both matrices alone.
    expect(svg.match(/fill="#212b35"/g)).toHaveLength(2);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(2);
  });

  test('what is not rated is said, and stands in no cell', () => {
    const { alt } = riskChart({ device: 'Pump', method, of: 5, before: [threat('TH-1')], after: [] });
    expect(alt).toContain('5 threats; 4 of 5 not rated before, 5 not rated after.');
  });

  test('any threats: well-formed, of bounded size, and each id in the alternative text', () => {
    const id = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
      fc.nat(999).map((n) => `TH-${n}`),
    );
    const placed = fc.record({
      id,
      likelihood: fc.constantFrom('E1', 'E3', 'E5', 'x'),
      severity: fc.constantFrom('S1', 'S5', 'x'),
      level: fc.constantFrom('L', 'U', 'x'),
      reachesMany: fc.boolean(),
      isProven: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(placed, { maxLength: 80 }),
        fc.array(placed, { maxLength: 80 }),
        fc.constantFrom(...METHODS.filter(({ domain }) => domain === 'security')),
        (before, after, any) => {
          const drawn = riskChart({ device: '<Pump>', method: any, of: 80, before, after });
          expectPlain(drawn.svg);
          const [, height] = /viewBox="0 0 \S+ (\S+)"/.exec(drawn.svg) ?? [];
          expect(Number(height)).toBeLessThan(1_500);
          for (const one of [...before, ...after]) expect(drawn.alt).toContain(one.id);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('hours', () => {
  test('all numbers stand in the alternative text, with their ranges', () => {
    const { svg, alt } = overheadChart({
      device: { name: 'Pump', level: 'limited', byClass: hours(1_000), security: hours(250), ratio: 0.25 },
      places: [{ name: 'Risk', byClass: hours(100), security: hours(0) }],
    });
    expectPlain(svg);
    expect(alt).toContain('Pump: the class asks 1,000 h (500 to 2,000), security adds 250 h (125 to 500).');
    expect(alt).toContain('security to class 25 %');
    expect(alt).toContain('Risk: the class asks 100 h (50 to 200), security adds 0 h (0 to 0).');
  });

  test('hours that are not known have no bar and say so', () => {
    const { svg, alt } = overheadChart({
      device: { name: 'P', level: 'unknown', byClass: hours('unknown'), security: hours('unknown'), ratio: null },
      places: [],
    });
    expectPlain(svg);
    expect(alt).toContain('the class asks not known');
    expect(svg.match(/>not known</g)).toHaveLength(3);
  });
});

describe('obligations', () => {
  test('each state has its number, and what is not known is never green', () => {
    const counts = new Map([['unknown', 3]]);
    const { svg, alt } = obligationsChart('Pump', [{ name: 'Asked by both', counts }]);
    expectPlain(svg);
    expect(svg).not.toContain('#1c6b3d');
    expect(alt).toContain(
      'Asked by both: 0 met, 0 not proven, 0 incomplete, 0 missing, 3 not known, 0 not due, 0 not applicable, of 3.',
    );
  });
});

test('stripes stay inside their box', () => {
  const size = fc.double({ min: 0.5, max: 500, noNaN: true });
  fc.assert(
    fc.property(size, size, (width, height) => {
      const drawn = stripes({ x: 10, y: 20, width, height }, { fill: '#000000', ground: '#ffffff' });
      for (const [, x, y] of drawn.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(9.9);
        expect(Number(x)).toBeLessThanOrEqual(10.1 + width);
        expect(Number(y)).toBeGreaterThanOrEqual(19.9);
        expect(Number(y)).toBeLessThanOrEqual(20.1 + height);
      }
    }),
  );
});

describe('vulnerabilities by age', () => {
  test('every number stands in the alternative text, what has no day in a bar of its own', () => {
    const counts = (...all: readonly (readonly [VulnerabilityState, number])[]) => new Map(all);
    const ages: Ages = new Map([
      ['more than 180 days', counts(['open', 3])],
      ['age not known', counts(['put off', 2], ['fixed', 1])],
    ]);
    const { svg, alt } = vulnerabilitiesChart('Pump', ages, '2026-11-24');
    expectPlain(svg);
    expect(alt).toContain('0 to 30 days: 0 open, 0 put off, 0 accepted, 0 fixed, 0 not affected, of 0.');
    expect(alt).toContain('more than 180 days: 3 open, 0 put off, 0 accepted, 0 fixed, 0 not affected, of 3.');
    expect(alt).toContain('age not known: 0 open, 2 put off, 0 accepted, 1 fixed, 0 not affected, of 3.');
  });

  test('any numbers stay inside the picture, and any name is escaped', () => {
    const counts = fc.dictionary(fc.constantFrom(...VULNERABILITY_STATES), fc.nat({ max: 9999 }));
    fc.assert(
      fc.property(fc.string(), fc.array(counts, { minLength: 5, maxLength: 5 }), (name, all) => {
        const ages = new Map(
          AGE_BANDS.map((band, at) => [band, new Map(Object.entries(all[at] ?? {}))] as const),
        ) as Ages;
        const { svg } = vulnerabilitiesChart(name, ages, '2026-11-24');
        expectPlain(svg);
        const xs = [...svg.matchAll(/<(?:rect|text) x="(-?[\d.]+)"/g)].map((found) => Number(found[1]));
        expect(Math.max(...xs)).toBeLessThan(880);
        expect(Math.min(...xs)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
