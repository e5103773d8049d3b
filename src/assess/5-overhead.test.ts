import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  completeFacts,
  packSet,
  shippedPacks,
  withDerivedFacts,
  type FactValue,
  type FactValues,
} from '../packs/index.js';
import { overheadOf, type OverheadLevel } from './5-overhead.js';

interface Case {
  readonly id: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly also?: Readonly<Record<string, readonly FactValue[]>>;
  readonly expected: {
    readonly level: string;
    readonly rule: string;
    readonly flags: string[];
    readonly findings: string[];
  };
}

const packs = packSet(shippedPacks().filter((pack) => pack.pack === 'base'));
const LEVELS = packs.overhead?.levels ?? [];
const CASES = parse(readFileSync(new URL('./overhead/cases.yaml', import.meta.url), 'utf8')) as readonly Case[];

/** As the assessment does it: defaults, derived facts, marks of what was stated. */
function assessed(facts: Readonly<Record<string, FactValue>>, barrierIsProven?: boolean): OverheadLevel {
  return overheadOf(packs, completeFacts(packs.table, new Map(Object.entries(facts))), barrierIsProven);
}

const exposed = { 'safety-class': 'C', 'essential-performance': true, exposure: ['public-network'] } as const;
const idsOf = (answer: OverheadLevel) => answer.findings.filter((each) => each.severity).map((each) => each.id);

// @verifies TC-406
describe('every case gives the level, rule, flags and findings that are expected', () => {
  const variants = CASES.flatMap(({ id, facts, also, expected }) => [
    { name: id, facts, expected },
    ...Object.entries(also ?? {}).flatMap(([fact, values]) =>
      values.map((value) => ({
        name: `${id} with ${fact} ${String(value)}`,
        facts: { ...facts, [fact]: value },
        expected,
      })),
    ),
  ]);
  it('covers the thirteen cases and their variants', () => expect(variants).toHaveLength(24));
  it.each(variants)('$name', ({ facts, expected }) => {
    const answer = assessed(facts);
    expect(answer.level).toBe(expected.level);
    expect(answer.possible).toEqual([expected.level]);
    expect(answer.rule).toBe(expected.rule);
    expect(answer.flags).toEqual(expected.flags);
    expect(idsOf(answer)).toEqual(expected.findings);
    expect(answer.reasons.length).toBe(expected.rule.split('+').length);
  });
});

describe('findings', () => {
  it('asks which is right when class A and the stated harm do not fit', () => {
    expect(
      idsOf(
        assessed({
          'safety-class': 'A',
          'essential-performance': false,
          exposure: ['public-network'],
          'exploit-harm': 'serious',
        }),
      ),
    ).toContain('F1');
  });
  it('does not ask it of a class A that rests on an external control', () => {
    const answer = assessed({
      'safety-class': 'A',
      'essential-performance': false,
      exposure: ['public-network'],
      'exploit-harm': 'serious',
      'independent-barrier': true,
    });
    expect(idsOf(answer)).toEqual(['F6']);
    expect(answer.level).toBe('important');
  });
  it('says no lowered harm where the harm is only the default', () => {
    expect(idsOf(assessed(exposed))).toEqual([]);
    expect(
      idsOf(assessed({ ...exposed, 'safety-class': 'B', 'essential-performance': false, 'exploit-harm': 'data' })),
    ).toEqual(['F7']);
  });
  it('doubts "nothing exposed" beside an update over the network, and keeps the level as provisional', () => {
    const answer = assessed({
      'safety-class': 'B',
      'essential-performance': false,
      exposure: ['none'],
      'update-path': 'network',
    });
    expect(answer).toMatchObject({ level: 'none', flags: ['record-no-interface-rationale', 'provisional'] });
    expect(idsOf(answer)).toEqual(['F4']);
  });
  it('leaves the doubt open while nobody said how the software is updated', () => {
    const answer = assessed({ 'safety-class': 'B', 'essential-performance': false, exposure: ['none'] });
    expect(answer.possibleFindings).toEqual(['F4']);
    expect(answer.missingForFindings).toEqual(['network-library', 'open-port', 'update-path']);
  });
  it('does not call a level provisional for a power-only port beside a radio', () => {
    const answer = assessed({ ...exposed, exposure: ['usb-power-only', 'short-range-radio'] });
    expect(idsOf(answer)).toEqual(['F2']);
    expect(answer.flags).not.toContain('provisional');
  });
  it('points to the FDA cyber device only where US law applies', () => {
    expect(assessed({ ...exposed, markets: ['us'] }).flags).toContain('check-fda-cyber-device');
    expect(assessed({ ...exposed, markets: ['eu'] }).flags).not.toContain('check-fda-cyber-device');
    expect(assessed(exposed).possibleFindings).toContain('F5');
  });
  it('asks for the view of several patients', () => {
    expect(assessed({ ...exposed, 'multi-patient': true }).flags).toContain('multi-patient-view-required');
  });
});

// @verifies TC-408
describe('a barrier', () => {
  const behind = { ...exposed, 'independent-barrier': true } as const;
  it('lowers the level, which is provisional until the barrier is proven, and shows what would hold without it', () => {
    expect(assessed(behind)).toMatchObject({
      level: 'important',
      rule: 'R4',
      flags: ['provisional'],
      withoutBarrier: 'very-high',
    });
    expect(assessed(behind).findings[0]).toMatchObject({ id: 'F6', severity: 'error' });
  });
  it('proven, is still to be traced', () => {
    expect(assessed(behind, true)).toMatchObject({ level: 'important', flags: [] });
    expect(assessed(behind, true).findings[0]).toMatchObject({ id: 'F6', severity: 'warning' });
  });
  it('does not help where the loop is closed over a server', () => {
    expect(assessed({ ...behind, 'command-path': 'closed-loop-remote' })).toMatchObject({
      level: 'very-high',
      withoutBarrier: 'very-high',
    });
  });
});

describe('what is not known', () => {
  it('leaves the level open and names the fact', () => {
    const answer = assessed({ 'safety-class': 'C', 'essential-performance': true });
    expect(answer).toMatchObject({ level: 'unknown', possible: ['none', 'important', 'very-high'], rule: null });
    expect(answer.missing).toContain('exposure');
    expect(answer.reasons.join()).toContain('`exposure`');
  });
  it('is of no weight where it cannot change the answer', () => {
    expect(assessed({ exposure: ['none'] })).toMatchObject({ level: 'none', possible: ['none'] });
  });
  it('takes no default for a fact that is asked about as unknown', () => {
    const facts = new Map<string, FactValue>(Object.entries(exposed));
    const open = completeFacts(packs.table, facts, { unknown: new Set(['independent-barrier']) });
    expect(overheadOf(packs, open)).toMatchObject({ level: 'unknown', possible: ['important', 'very-high'] });
  });
});

const EXPOSURES = [
  'usb-power-only',
  'usb-data',
  'removable-media',
  'service-port',
  'short-range-radio',
  'controlled-network',
  'public-network',
];
const anyExposure = fc.oneof(fc.constant<readonly string[]>(['none']), fc.subarray(EXPOSURES, { minLength: 1 }));
const VALUES: Readonly<Record<string, fc.Arbitrary<FactValue>>> = {
  'safety-class': fc.constantFrom('A', 'B', 'C'),
  'essential-performance': fc.boolean(),
  exposure: anyExposure,
  'command-path': fc.constantFrom('none', 'out-only', 'in', 'closed-loop-remote'),
  'exploit-harm': fc.constantFrom('data', 'non-serious', 'serious'),
  'exploit-harm-stated': fc.boolean(),
  'independent-barrier': fc.boolean(),
  'power-only-shown': fc.boolean(),
  'multi-patient': fc.boolean(),
  'update-path': fc.constantFrom('none', 'manufacturer', 'local', 'network'),
  'network-library': fc.boolean(),
  'open-port': fc.boolean(),
  markets: fc.subarray(['eu', 'us']),
};
const anyFacts = fc
  .record(VALUES)
  .map((facts): FactValues => new Map(Object.entries(facts as Record<string, FactValue>)));
const level = (facts: FactValues) => overheadOf(packs, withDerivedFacts(packs.table, facts));
const rank = (facts: FactValues) => LEVELS.indexOf(level(facts).level);
const withFact = (facts: FactValues, id: string, value: FactValue) => new Map([...facts, [id, value]]);

// @verifies TC-407
describe('properties over all combinations of facts', () => {
  it('all facts known give one level and one rule', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const answer = level(facts);
        expect(answer.possible).toEqual([answer.level]);
        expect(answer.rule).not.toBeNull();
        expect(answer.possibleFindings).toEqual([]);
        expect(answer.missing).toEqual([]);
      }),
    );
  });
  it('adding an exposure never lowers the level', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...EXPOSURES), (facts, more) => {
        const before = (facts.get('exposure') as readonly string[]).filter((each) => each !== 'none');
        expect(rank(withFact(facts, 'exposure', [...new Set([...before, more])]))).toBeGreaterThanOrEqual(rank(facts));
      }),
    );
  });
  it('a declared barrier never raises the level', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(rank(withFact(facts, 'independent-barrier', true))).toBeLessThanOrEqual(
          rank(withFact(facts, 'independent-barrier', false)),
        );
      }),
    );
  });
  it('nothing exposed always gives none', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(['none'], ['usb-power-only']), (facts, exposure) => {
        expect(level(withFact(facts, 'exposure', exposure)).level).toBe('none');
      }),
    );
  });
  it('what is not known never hides a level, a flag or a finding that the full facts give', () => {
    fc.assert(
      fc.property(anyFacts, fc.subarray(Object.keys(VALUES)), (facts, hidden) => {
        const partial = new Map([...facts].filter(([id]) => !hidden.includes(id)));
        const [full, open] = [level(facts), level(partial)];
        expect(open.possible).toContain(full.level);
        if (open.level !== 'unknown') expect(open.level).toBe(full.level);
        const ids = full.findings.map((each) => each.id);
        for (const id of ids) expect([...open.findings.map((each) => each.id), ...open.possibleFindings]).toContain(id);
        for (const { id } of open.findings) expect(ids).toContain(id);
        for (const flag of open.flags) expect(full.flags).toContain(flag);
      }),
      { numRuns: 500 },
    );
  });
});
