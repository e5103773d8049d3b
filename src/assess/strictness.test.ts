import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Gap, Severity } from '../rules/index.js';
import { countOf, type Strictness, type StrictnessLine } from './strictness.js';

const spot = { source: { path: 'medward.yaml', text: '' }, offset: 0 };

function gap(over: Partial<Gap> = {}): Gap {
  return {
    key: 'threat-without-control@TH-1',
    rule: 'threat-without-control',
    severity: 'error',
    because: 'cybersecurity',
    record: 'TH-1',
    message: '',
    why: '',
    fix: '',
    place: { file: 'a.yaml', line: 1, column: 1 },
    basis: [],
    obligations: [],
    related: [],
    integrity: false,
    ...over,
  };
}

/** `pack fda-premarket observe` */
function lines(...written: readonly string[]): readonly StrictnessLine[] {
  return written.map((one) => {
    const [of, ...rest] = one.split(' ');
    const [name, strictness] = rest.length === 2 ? rest : ['', rest[0]];
    return { of, name, strictness, spot } as StrictnessLine;
  });
}

const FDA = 'fda-premarket:FDA-CY-RA';
const IEC = 'iec81001-5-1:7.2';
const QMS = 'iso13485:4.2.4';

describe('how strictly a gap counts', () => {
  test.each<[string, Partial<Gap>, readonly string[], Strictness, Severity]>([
    ['nothing is said', {}, [], 'enforce', 'error'],
    ['all gaps are only observed', {}, ['default observe'], 'observe', 'hint'],
    ['all gaps warn', {}, ['default warn'], 'warn', 'warning'],
    ['a warning stays what it is', { severity: 'warning' }, ['default warn'], 'warn', 'warning'],
    ['an observed warning is a hint', { severity: 'warning' }, ['default observe'], 'observe', 'hint'],
    ['a hint stays what it is', { severity: 'hint' }, ['default warn'], 'warn', 'hint'],
    ['its pack is observed', { basis: [FDA] }, ['pack fda-premarket observe'], 'observe', 'hint'],
    ['another pack is observed', { basis: [IEC] }, ['pack fda-premarket observe'], 'enforce', 'error'],
    ['a pack without a line asks it too', { basis: [FDA, IEC] }, ['pack fda-premarket observe'], 'enforce', 'error'],
    [
      'a standard without a pack asks it too',
      { basis: [FDA, QMS] },
      ['pack fda-premarket observe'],
      'enforce',
      'error',
    ],
    [
      'both packs have lines: the strictest',
      { basis: [FDA, IEC] },
      ['pack fda-premarket observe', 'pack iec81001-5-1 warn'],
      'warn',
      'warning',
    ],
    [
      'the order of lines does not matter',
      { basis: [FDA, IEC] },
      ['pack iec81001-5-1 warn', 'pack fda-premarket observe'],
      'warn',
      'warning',
    ],
    [
      'a pack without a line has the default',
      { basis: [FDA, IEC] },
      ['default warn', 'pack fda-premarket observe'],
      'warn',
      'warning',
    ],
    [
      'a pack is stricter than the default',
      { basis: [FDA] },
      ['default observe', 'pack fda-premarket enforce'],
      'enforce',
      'error',
    ],
    [
      'two lines for one pack: the strictest',
      { basis: [FDA] },
      ['pack fda-premarket observe', 'pack fda-premarket warn'],
      'warn',
      'warning',
    ],
    ['no pack asks it: the default', {}, ['pack fda-premarket observe', 'default warn'], 'warn', 'warning'],
    ['no pack asks it and no default', {}, ['pack fda-premarket observe'], 'enforce', 'error'],
    [
      'its rule decides over the packs',
      { basis: [IEC] },
      ['pack iec81001-5-1 enforce', 'rule threat-without-control observe'],
      'observe',
      'hint',
    ],
    [
      'its rule is stricter than the pack',
      { basis: [FDA] },
      ['pack fda-premarket observe', 'rule threat-without-control enforce'],
      'enforce',
      'error',
    ],
    ['another rule', {}, ['rule threat-without-asset observe'], 'enforce', 'error'],
    ['what contradicts itself, by default', { integrity: true }, ['default observe'], 'enforce', 'error'],
    [
      'what contradicts itself, by its rule',
      { integrity: true },
      ['rule threat-without-control observe'],
      'enforce',
      'error',
    ],
  ])('%s', (_, over, written, strictness, shown) => {
    expect(countOf(gap(over), lines(...written))).toMatchObject({ strictness, shown });
  });

  test('the line that made it milder is named, and none where nothing is milder', () => {
    const [line] = lines('default warn');
    expect(countOf(gap(), [line!]).softenedBy).toBe(line);
    expect(countOf(gap({ severity: 'hint' }), [line!]).softenedBy).toBeUndefined();
  });
});

const RANK: Readonly<Record<Severity, number>> = { hint: 0, warning: 1, error: 2 };
const anyStrictness = fc.constantFrom<Strictness>('observe', 'warn', 'enforce');
const anyLine = fc.oneof(
  fc.record({ of: fc.constant('default' as const), name: fc.constant(''), strictness: anyStrictness }),
  fc.record({
    of: fc.constant('pack' as const),
    name: fc.constantFrom('fda-premarket', 'iec81001-5-1'),
    strictness: anyStrictness,
  }),
  fc.record({
    of: fc.constant('rule' as const),
    name: fc.constantFrom('threat-without-control', 'other'),
    strictness: anyStrictness,
  }),
);
const anyGap = fc.record({
  severity: fc.constantFrom<Severity>('error', 'warning', 'hint'),
  basis: fc.subarray([FDA, IEC, QMS]),
  integrity: fc.boolean(),
});

test('no lines make a gap more severe than its rule has it, and none touch what contradicts itself', () => {
  fc.assert(
    fc.property(anyGap, fc.array(anyLine, { maxLength: 6 }), (over, written) => {
      const one = gap(over);
      const count = countOf(
        one,
        written.map((line) => ({ ...line, spot })),
      );
      expect(RANK[count.shown]).toBeLessThanOrEqual(RANK[one.severity]);
      if (one.integrity) expect(count).toEqual({ shown: one.severity, strictness: 'enforce', softenedBy: undefined });
      expect(count.softenedBy === undefined).toBe(count.shown === one.severity);
    }),
  );
});
