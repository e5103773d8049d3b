import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Conditions } from './conditions.js';
import { completeFacts, factTable, sortFacts, withDerivedFacts } from './fact-table.js';
import type { FactValue, FactValues } from './fact-values.js';
import type { Choices, Fact } from './pack.js';

const fact = (id: string, type: Fact['type'], more: Partial<Fact> = {}): Fact => ({
  id,
  title: id,
  about: id,
  type,
  step: 2,
  ...more,
});
const FACTS: readonly Fact[] = [
  fact('exposed', 'bool'),
  fact('multi-patient', 'bool'),
  fact('safety-class', 'enum', { values: ['A', 'B', 'C'] }),
  fact('exposure', 'set', { values: ['none', 'usb-data', 'public-network'] }),
  fact('support-period', 'number'),
  fact('remark', 'text'),
];
const conditions = new Conditions(FACTS, ['threat', 'interface']);
const values = (entries: Readonly<Record<string, FactValue>>): FactValues => new Map(Object.entries(entries));

describe('what a condition may say', () => {
  it.each([
    'exposed',
    '!exposed && multi_patient',
    'safety_class in ["A", "B"]',
    '"usb-data" in exposure',
    'exposure.exists(e, e in ["usb-data", "public-network"])',
    'exposure.all(e, e != "none") || size(exposure) == 0',
    'support_period >= 2.0',
    'count.threat > 3',
    'exposed ? safety_class == "C" : false',
    'true',
  ])('%s', (text) => expect(conditions.check(text, 'bool')).toBeUndefined());
  it('a number of hours', () => expect(conditions.check('6.0 * count.interface + 1.0', 'double')).toBeUndefined());
  it('a word', () => expect(conditions.check('exposed ? "x" : remark', 'string')).toBeUndefined());
});

// @verifies TC-304
describe('what it may not say, with the place of the wrong word', () => {
  it.each([
    ['exposed &&', 10, 'The condition cannot be read'],
    ['exposed && multi_pateint', 11, 'No fact is called `multi_pateint`; did you mean `multi_patient`?'],
    ['exposed == "yes"', 0, 'The types do not fit'],
    ['safety_class == "D"', 16, 'The fact never has the value `D`'],
    ['"D" == safety_class', 0, 'never has the value'],
    ['safety_class in ["A", "b"]', 22, 'never has the value `b`; did you mean `B`?'],
    ['"usb-port" in exposure', 0, 'never has the value `usb-port`'],
    ['exposure.exists(e, e in ["none", "usb"])', 33, 'never has the value `usb`'],
    ['["A", "D"].exists(c, c == safety_class)', 6, 'never has the value `D`'],
    ['safety_class == (exposed ? "A" : "E")', 33, 'never has the value `E`'],
    ['exposure == ["none"]', 0, 'A set has no order'],
    ['safety_class < "C"', 0, 'Words have no order'],
    ['remark.matches("(a+)+$")', 0, '`matches` is not allowed in a condition: a text can be built'],
    ['has(count.threat)', 0, '`has` is not allowed in a condition: it turns what is not known into false'],
    ['type(exposed) == bool', 0, '`type` is not allowed'],
    ['timestamp("2020-01-01T00:00:00Z") == timestamp("2020-01-01T00:00:00Z")', 0, '`timestamp` is not allowed'],
    ['bytes("a") == bytes("a")', 0, '`bytes` is not allowed'],
    ['b"a" == b"a"', 0, 'Bytes and null'],
    ['remark == null', 10, 'Bytes and null'],
    ['exposure[0] == "none"', 0, '`[]` is not allowed'],
    ['{"a": exposed}.a', 0, 'Only `count` has parts'],
    ['remark.size > 1', 0, 'Only `count` has parts'],
    ['count.threats > 1', 6, 'No count is called `threats`; did you mean `threat`?'],
    ['count > 1', 0, 'A count needs its name'],
    ['cel.bind(x, exposed, x)', 0, '`bind` is not allowed'],
    ['exposure.exists(exposed, exposed == "none")', 16, 'already means something else'],
    ['exposure.map(e, e)', 0, '`map` is not allowed'],
    ['safety_class', 0, 'gives `string`, expected `bool`'],
    ['constructor', 0, 'No fact is called `constructor`'],
    ['__proto__', 0, 'The condition cannot be read'],
  ])('%s', (text, offset, message) => {
    const fault = conditions.check(text, 'bool');
    expect(fault?.message).toContain(message);
    expect(fault?.offset).toBe(offset);
    expect(fault?.todo).toMatch(/\.$/);
  });
  it('whole numbers beside hours', () => {
    expect(conditions.check('6 * count.interface', 'double')?.message).toContain('The types do not fit');
  });
  it('more than two hundred parts', () => {
    expect(conditions.check(Array(150).fill('exposed').join(' && '), 'bool')?.message).toMatch(
      /limit|too large|maxAstNodes/i,
    );
    expect(conditions.check(Array(60).fill('exposed').join(' && '), 'bool')).toBeUndefined();
  });
  it('more than twenty levels', () => {
    expect(conditions.check(`${'!'.repeat(25)}exposed`, 'bool')?.message).toContain('more than 20 levels deep');
  });
  it('nothing that makes the parser run away', () => {
    for (const hostile of [
      '('.repeat(3000),
      '!'.repeat(3999),
      '['.repeat(2000),
      'a'.repeat(100_000),
      '"'.repeat(3000),
    ]) {
      expect(conditions.check(hostile, 'bool')).toBeDefined();
    }
  });
  it('any text gives an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => void conditions.check(text, 'bool')),
    );
  });
});

describe('three answers', () => {
  it.each([
    ['exposed', {}, 'unknown'],
    ['!exposed', { exposed: false }, true],
    ['exposed && multi_patient', { exposed: false }, false],
    ['multi_patient && exposed', { exposed: false }, false],
    ['exposed || multi_patient', { exposed: true }, true],
    ['multi_patient || exposed', { exposed: false }, 'unknown'],
    ['safety_class == "A"', {}, 'unknown'],
    ['safety_class != "A"', {}, 'unknown'],
    ['"none" in exposure', {}, 'unknown'],
    ['exposure.exists(e, e == "none")', { exposure: ['none'] }, true],
    ['exposure.exists(e, e == "none" || multi_patient)', { exposure: ['usb-data', 'none'] }, true],
    ['exposure.all(e, multi_patient)', { exposure: ['usb-data'] }, 'unknown'],
    ['exposed ? true : true', {}, 'unknown'],
    ['count.threat > 2', {}, 'unknown'],
    ['1 / 0 == 1', {}, 'unknown'],
  ])('%s of %j is %s', (text, known, answer) => {
    expect(conditions.holds(text, values(known as Record<string, FactValue>))).toBe(answer);
  });
  it('counts are whole numbers beside facts and doubles beside hours', () => {
    const counts = new Map([['threat', 3]]);
    expect(conditions.holds('count.threat == 3', values({}), counts)).toBe(true);
    expect(conditions.number('0.5 * count.threat', values({}), counts)).toBe(1.5);
    expect(conditions.number('0.5 * count.interface', values({}), counts)).toBe('unknown');
  });
  it('a value of another type is our mistake, not an unknown', () => {
    expect(() => conditions.holds('exposed', values({ exposed: 'yes' }))).toThrow(/neither/);
    expect(() => conditions.holds('safety_class == "A"', values({ 'safety-class': true }))).toThrow(/not of type/);
  });
});

describe('choices', () => {
  const choices: Choices<string> = [
    { if: 'safety_class == "C"', then: 'serious' },
    { if: 'exposed', then: 'some' },
    { then: 'data' },
  ];
  it.each([
    [{ 'safety-class': 'C' }, ['serious']],
    [{ 'safety-class': 'A', exposed: false }, ['data']],
    [{ 'safety-class': 'A' }, ['some', 'data']],
    [{ exposed: true }, ['serious', 'some']],
    [{}, ['serious', 'some', 'data']],
  ])('%j', (known, possible) => {
    expect(conditions.choose(choices, values(known as Record<string, FactValue>))).toEqual({ possible });
  });
  it('one value from several open choices is an answer', () => {
    expect(conditions.choose([{ if: 'exposed', then: 'x' }, { then: 'x' }], values({})).possible).toEqual(['x']);
  });
});

const atom = fc.constantFrom(
  'exposed',
  'multi_patient',
  'safety_class == "A"',
  'safety_class != "B"',
  'safety_class in ["B", "C"]',
  '"none" in exposure',
  'exposure.exists(e, e == "usb-data")',
  'exposure.all(e, e != "none" || multi_patient)',
  'size(exposure) > 1',
  'support_period > 3.0',
  'true',
  'false',
);
const condition = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    atom,
    tie('any').map((inner) => `!(${inner})`),
    fc
      .tuple(tie('any'), fc.constantFrom('&&', '||', '==', '!='), tie('any'))
      .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
    fc
      .tuple(tie('any'), tie('any'), tie('any'))
      .map(([first, second, third]) => `(${first}) ? (${second}) : (${third})`),
  ),
})).any;
const allFacts = fc
  .record<Record<string, FactValue>>({
    exposed: fc.boolean(),
    'multi-patient': fc.boolean(),
    'safety-class': fc.constantFrom('A', 'B', 'C'),
    exposure: fc.subarray(['none', 'usb-data', 'public-network'], { minLength: 1 }),
    'support-period': fc.nat(10),
  })
  .map((facts): FactValues => new Map(Object.entries(facts)));

// @verifies TC-305
describe('soundness', () => {
  it('an answer from part of the facts is the answer of all facts', () => {
    fc.assert(
      fc.property(condition, allFacts, fc.subarray(FACTS.map((each) => each.id)), (text, facts, hidden) => {
        if (conditions.check(text, 'bool')) return;
        const partial = new Map([...facts].filter(([id]) => !hidden.includes(id)));
        const [full, open] = [conditions.holds(text, facts), conditions.holds(text, partial)];
        expect(full).not.toBe('unknown');
        if (open !== 'unknown') expect(open).toBe(full);
      }),
      { numRuns: 2000 },
    );
  });
  it('of generated conditions nearly all are allowed, so that the property is no empty one', () => {
    const texts = fc.sample(condition, 300);
    expect(texts.filter((text) => !conditions.check(text, 'bool')).length).toBeGreaterThan(200);
  });
  it('the choice of all facts is among the possible ones', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(atom, fc.nat(3)), { maxLength: 4 }),
        allFacts,
        fc.subarray(FACTS.map((each) => each.id)),
        (list, facts, hidden) => {
          const choices = [...list.map(([text, then]) => ({ if: text, then })), { then: 9 }];
          const partial = new Map([...facts].filter(([id]) => !hidden.includes(id)));
          const [answer] = conditions.choose(choices, facts).possible;
          expect(conditions.choose(choices, partial).possible).toContain(answer);
        },
      ),
    );
  });
});

describe('facts from facts', () => {
  const table = factTable([
    fact('exposed', 'bool', { is: 'connected || local_port' }),
    fact('connected', 'bool', { is: '"public-network" in exposure' }),
    fact('local-port', 'bool', { is: '"usb-data" in exposure' }),
    fact('exposure', 'set', { values: ['none', 'usb-data', 'public-network'] }),
    fact('harm', 'enum', {
      values: ['data', 'serious'],
      default: [{ if: 'exposed', then: 'serious' }, { then: 'data' }],
      step: 4,
    }),
    fact('harm-stated', 'bool', { stated: 'harm', step: 4 }),
  ]);
  it('follow in the order in which they need each other, wherever they stand', () => {
    expect(Object.fromEntries(withDerivedFacts(table, values({ exposure: ['usb-data'] })))).toMatchObject({
      exposed: true,
      connected: false,
      'local-port': true,
    });
  });
  it('stay unknown without what they read, even where somebody put them in', () => {
    expect([...withDerivedFacts(table, values({ exposed: true })).keys()]).toEqual([]);
  });
  it('a default says that nobody stated it', () => {
    expect(Object.fromEntries(completeFacts(table, values({ exposure: ['usb-data'] })))).toMatchObject({
      harm: 'serious',
      'harm-stated': false,
    });
    expect(Object.fromEntries(completeFacts(table, values({ exposure: ['usb-data'], harm: 'data' })))).toMatchObject({
      harm: 'data',
      'harm-stated': true,
    });
  });
  it('a default that hangs on what is not known is none', () => {
    expect(completeFacts(table, values({})).has('harm')).toBe(false);
  });
  it('a later step waits', () => {
    const early = completeFacts(table, values({ exposure: ['none'] }), { step: 2 });
    expect([...early.keys()].sort()).toEqual(['connected', 'exposed', 'exposure', 'local-port']);
    expect(completeFacts(table, early).get('harm')).toBe('data');
  });
  it('in a circle are told', () => {
    const circle = [fact('a', 'bool', { is: 'b' }), fact('b', 'bool', { is: '!a' })];
    const conditionsOfCircle = new Conditions(circle);
    expect(sortFacts(circle, (text) => conditionsOfCircle.factsIn(text)).cycle).toEqual(['a', 'b', 'a']);
  });
});
