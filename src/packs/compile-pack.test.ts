import { describe, expect, it } from 'vitest';
import { placeOf, type Source } from '../shapes/index.js';
import { compilePack, compilePacks } from './compile-pack.js';
import type { Pack } from './pack.js';
import type { PackProblem } from './pack-problem.js';

const HEAD = (pack: string) => `pack: ${pack}\nedition: '1'\nformat: 1\n`;
const file = (path: string, text: string): Source => ({ path, text });

/** A small vocabulary: one fact, one selector, one evidence type, one work product that a small standard asks. */
const BASE = [
  file(
    'base/pack.yaml',
    `${HEAD('base')}title: Base\nweight: practice\nknown-packs: [later]\nsources: { S: somebody }\n`,
  ),
  file(
    'base/facts.yaml',
    `${HEAD('base')}facts:
  - { id: exposed, title: Exposed, about: Reached from outside., type: bool, step: 2 }
  - { id: safety-class, title: Class, about: By 4.3., type: enum, values: [A, B, C], step: 4 }
`,
  ),
  file(
    'base/rest.yaml',
    `${HEAD('base')}selectors:
  - { id: items, title: Items, kind: item, partial: { security-relevant: yes } }
evidence-types:
  - { id: unit-test, title: Unit test, kind: test, where: { type: [unit, functional] } }
named:
  - { id: 'iso13485:4.2.4', title: Control of documents }
`,
  ),
];
const STANDARD = [
  file(
    'std/pack.yaml',
    `${HEAD('std')}title: Standard
weight: standard
sources: { T: their table }
clauses:
  - { id: '5.1', title: Plan, summary: Have a plan., asks: { class: [A, B, C] }, work-products: [plan], sources: [T], confidence: high }
  - { id: '5.3', title: Design, summary: Design it., asks: { class: [B, C] }, sources: [T, S], confidence: high, lift: { when: exposed, by: ['later:1'], strength: expected, scope: all } }
  - { id: '5.9', title: Legacy, summary: Take the other way., asks: { class: [A, B, C] }, route: legacy, sources: [T], confidence: low }
`,
  ),
];
interface ProductText {
  readonly id?: string;
  readonly form?: string;
  readonly place?: string;
  readonly asks?: string;
  readonly criteria?: string;
  readonly more?: string;
}
const product = ({
  id = 'plan',
  form = 'document',
  place = 'plans-and-release',
  asks,
  criteria,
  more = '',
}: ProductText = {}) =>
  file(
    'base/products.yaml',
    `${HEAD('base')}work-products:
  - id: ${id}
    title: A product
    group: planning
    place: ${place}
    form: ${form}
    purpose: To show it.
    asks:
      - ${asks ?? `{ side: safety-class, level: required, clauses: ['std:5.1'] }`}
    scope: device
    criteria:
      - ${criteria ?? `{ id: P-1, ask: document, sections: [scope], classes: [A, B, C], clauses: ['std:5.1'] }`}
    sources: [S]
    confidence: medium
${more}`,
  );

const compiled = (extra: Source, standard = STANDARD) => compilePacks([[...BASE, extra], standard]);
const shown = (problems: readonly PackProblem[]) =>
  problems.map(({ spot, message }) => {
    const place = spot && placeOf(spot);
    return `${place?.file}:${place?.line}:${place?.column} ${message}`;
  });
/** Wherever the wrong words stand in the file, there the problem must stand. */
const placeOfWords = (source: Source, words: string, add = 0) => {
  const place = placeOf({ source, offset: source.text.indexOf(words) + add });
  return `${place.file}:${place.line}:${place.column} `;
};

describe('a sound pack', () => {
  const { packs, problems } = compiled(product());
  const [base, standard] = packs;
  it('has no problem', () => expect(shown(problems)).toEqual([]));
  it('has camel-case keys where the form has fields, and the keys of its author where he named things', () => {
    expect(standard?.clauses[0]?.workProducts).toEqual(['plan']);
    expect(base?.selectors[0]?.partial).toEqual({ 'security-relevant': 'yes' });
    expect(base?.evidenceTypes[0]?.where).toEqual({ type: ['unit', 'functional'] });
  });
  it('fills what may be left out', () => {
    expect(standard?.clauses[1]).toMatchObject({ workProducts: [], lift: { by: ['later:1'] } });
    expect(base?.workProducts[0]).toMatchObject({ sections: [], criteria: [{ basis: 'standard' }] });
    expect(base?.named[0]?.weight).toBe('standard');
  });
  it('knows where each entry was written', () => {
    const spot = standard?.clauses[1]?.spot;
    expect(spot && placeOf(spot)).toEqual({ file: 'std/pack.yaml', line: 9, column: 5 });
  });
  it('has a digest of what it says, not of its layout or the order of its files', () => {
    const [again] = compilePacks([[product(), ...[...BASE].reverse()], STANDARD]).packs;
    expect(again?.digest).toBe(base?.digest);
    const spaced = STANDARD.map((each) =>
      file('elsewhere.yaml', `# a remark\n${each.text.replaceAll('5.1', '5.1')}\n\n`),
    );
    expect(compiled(product(), spaced).packs[1]?.digest).toBe(standard?.digest);
    const other = STANDARD.map((each) => file(each.path, each.text.replace('Have a plan.', 'Have two plans.')));
    expect(compiled(product(), other).packs[1]?.digest).not.toBe(standard?.digest);
  });
});

describe('the form', () => {
  const wrong = (text: string) => shown(compiled(file('base/x.yaml', HEAD('base') + text)).problems);
  it.each([
    ['facst: []\n', 'Unknown field `facst`; did you mean `facts`?'],
    ['facts: {}\n', 'A section is a list.'],
    [
      'facts:\n  - { id: x, title: X, about: X, type: bool, step: 2, vlaues: [a] }\n',
      'Unknown field `vlaues`; did you mean `values`?',
    ],
    ['facts:\n  - { id: x, title: X, about: One, two, type: bool, step: 2 }\n', 'Unknown field `two`.'],
    ['facts:\n  - { id: x, title: X, about: X, type: bool }\n', 'The field `step` is missing'],
    ['facts:\n  - { id: x, title: X, about: X, type: bool, step: 3 }\n', '`step` takes 2 or 4, found `3`.'],
    ['facts:\n  - { id: exposed, title: X, about: X, type: bool, step: 2 }\n', 'The id `exposed` stands twice.'],
    ['facts:\n  - { id: Upper, title: X, about: X, type: bool, step: 2 }\n', '`id` takes a name in lower case'],
    ['facts:\n  - { id: x, title: X, about: X, type: bool, step: 2, values: [yes, no] }\n', 'lists no values'],
    ['facts:\n  - { id: x, title: X, about: X, type: enum, step: 2 }\n', '`x` has no values.'],
    ['facts:\n  - { id: x, title: X, about: X, type: enum, values: [a, unknown], step: 2 }\n', '`unknown` is no value'],
    ['facts:\n  - { id: size, title: X, about: X, type: bool, step: 2 }\n', 'No fact can be called `size`.'],
    [
      'facts:\n  - { id: x, title: X, about: X, type: enum, values: [a], default: [{ then: b }], step: 2 }\n',
      '`b` is no value of `x`.',
    ],
    [
      'facts:\n  - { id: x, title: X, about: X, type: set, values: [a], default: [{ then: a }], step: 2 }\n',
      'has no default',
    ],
    [
      'facts:\n  - { id: x, title: X, about: X, type: bool, is: exposed, derived: items, step: 2 }\n',
      '`x` has two origins.',
    ],
    [
      'facts:\n  - { id: x, title: X, about: X, type: bool, stated: exposde, step: 2 }\n',
      'There is no fact `exposde`; did you mean `exposed`?',
    ],
    [
      'facts:\n  - { id: x, title: X, about: X, type: bool, is: y, step: 2 }\n  - { id: y, title: X, about: X, type: bool, is: "!x", step: 2 }\n',
      'defined by each other: x → y → x',
    ],
    ['sources: { S: again }\n', 'The source `S` stands twice.'],
    ['title: Again\n', '`title` was given in another file already.'],
    ['format: 2\n', 'The key `format` stands twice.'],
    ['facts: [\n', 'A list that is opened by `[` before this place is not closed'],
    ['facts:\n  - &a [*a]\n', 'The alias `*a` stands inside what it names.'],
  ])('%j', (text, message) => expect(wrong(text).join('\n')).toContain(message));
  it('another name or edition in one folder', () => {
    const mixed = compilePack([...BASE, file('base/z.yaml', `pack: bsae\nedition: '2'\nformat: 1\n`)]);
    expect(shown(mixed.problems)).toEqual([
      'base/z.yaml:1:7 `pack` is `bsae` here and `base` in another file.',
      'base/z.yaml:2:10 `edition` is `2` here and `1` in another file.',
    ]);
    expect(mixed.pack).toBeUndefined();
  });
  it.each(['', '# nothing', '- a', 'text', '\u0000', 'pack: base'])('%j gives a problem and no pack', (text) => {
    const { pack, problems } = compilePack([file('x.yaml', text)]);
    expect(pack).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
  });
  it('no file gives a problem', () => expect(compilePack([]).problems).toHaveLength(1));
  // @verifies TC-906
  it('names of the prototype are names like others', () => {
    const { packs } = compiled(
      file(
        'base/x.yaml',
        `${HEAD('base')}selectors:\n  - { id: x, title: X, kind: item, where: { __proto__: a, constructor: b } }\n`,
      ),
    );
    expect(Object.keys(packs[0]?.selectors[1]?.where ?? {})).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});

describe('conditions stand at their place in the file', () => {
  it('in a flow mapping', () => {
    const extra = file(
      'base/x.yaml',
      `${HEAD('base')}facts:\n  - { id: x, title: X, about: X, type: bool, is: '!exposde', step: 2 }\n`,
    );
    expect(shown(compiled(extra).problems).slice(0, 1)).toEqual([
      `${placeOfWords(extra, 'exposde')}No fact is called \`exposde\`; did you mean \`exposed\`?`,
    ]);
  });
  it('in a plain text with a value of a fact', () => {
    const extra = product({
      asks: `{ side: cybersecurity, when: safety_class == "D", level: required, clauses: ['later:1'] }`,
      criteria: '{ id: P-1, ask: document, sections: [a], security: required }',
    });
    expect(shown(compiled(extra).problems)[0]).toContain(placeOfWords(extra, '"D"'));
  });
  it('in a folded text at its beginning', () => {
    const extra = file(
      'base/x.yaml',
      `${HEAD('base')}facts:\n  - id: x\n    title: X\n    about: X\n    type: bool\n    is: >-\n      exposed &&\n      nope\n    step: 2\n`,
    );
    expect(shown(compiled(extra).problems)[0]).toContain('base/x.yaml:9:9 No fact is called `nope`');
  });
});

describe('references', () => {
  const criteria = (of: string, types: string) =>
    `{ id: P-1, ask: evidence, of: [${of}], types: [${types}], classes: [A, B, C] }\n      - { id: P-2, ask: document, sections: [a], classes: [A, B, C] }`;
  const problemsOf = (text: ProductText) => shown(compiled(product(text)).problems).join('\n');
  it.each<[string, ProductText]>([
    ['There is no selector `itmes`; did you mean `items`?', { criteria: criteria('itmes', 'unit-test') }],
    ['There is no evidence type `unit-tset`; did you mean `unit-test`?', { criteria: criteria('items', 'unit-tset') }],
    [
      'There is no clause `std:5.11`; did you mean `std:5.1`?',
      { asks: `{ side: safety-class, level: required, clauses: ['std:5.11'] }` },
    ],
    ['The clause `5.1` names no pack.', { asks: `{ side: safety-class, level: required, clauses: ['5.1'] }` }],
    [
      'No pack or standard is called `sdt`; did you mean `std`?',
      { asks: `{ side: safety-class, level: required, clauses: ['sdt:5.1'] }` },
    ],
    ['There is no named clause `iso13485:4.2.5`', { more: `    see: ['iso13485:4.2.5']\n` }],
    [
      'There is no pack `fda`',
      { criteria: '{ id: P-1, ask: document, sections: [a], classes: [A, B, C], packs: [fda] }' },
    ],
  ])('%s', (message, text) => expect(problemsOf(text)).toContain(message));
  it('to a pack that is known and not loaded are cut later', () => {
    expect(problemsOf({ more: `    see: ['later:4.4', 'iso13485:4.2.4']\n` })).toBe('');
  });
  it('to a source that nobody described', () => {
    const lost = STANDARD.map((each) => file(each.path, each.text.replace('[T, S]', '[U]')));
    expect(shown(compiled(product(), lost).problems).join()).toContain('There is no source `U`');
  });
  it('from a clause to a work product that is not there', () => {
    expect(shown(compiled(product({ id: 'plam' })).problems).join()).toContain(
      'There is no work product `plan`; did you mean `plam`?',
    );
  });
});

describe('who carries a level says from where and how sure', () => {
  it('work products and clauses', () => {
    const bare = product();
    const text = bare.text.replace('    sources: [S]\n    confidence: medium\n', '');
    expect(shown(compiled(file(bare.path, text)).problems)).toEqual([
      expect.stringContaining('`plan` carries a level, a number or a class set without `sources`.'),
      expect.stringContaining('`plan` does not say how sure it is.'),
    ]);
    const unsure = STANDARD.map((each) => file(each.path, each.text.replace(', confidence: low', '')));
    expect(shown(compiled(product(), unsure).problems).join()).toContain('`5.9` does not say how sure it is.');
  });
});

describe('levels against the class sets of the clauses', () => {
  const problemsOf = (asks: string) =>
    shown(compiled(product({ asks })).problems).map((each) => each.replace(/^\S+ /, ''));
  it('a class that no clause asks', () => {
    expect(problemsOf(`{ side: safety-class, level: required, clauses: ['std:5.3'] }`)).toEqual([
      'Class A is asked, but none of the clauses asks class A.',
    ]);
    expect(
      problemsOf(`{ side: safety-class, level: { A: none, B: required, C: required }, clauses: ['std:5.3'] }`),
    ).toEqual([]);
  });
  it('a class at none that a clause asks of every device', () => {
    const asks = (clause: string) =>
      `{ side: safety-class, level: { A: none, B: required, C: required }, clauses: ['std:5.3', '${clause}'] }`;
    expect(problemsOf(asks('std:5.1'))).toEqual(['`std:5.1` asks class A, but the level is none.']);
    expect(problemsOf(asks('std:5.9')), 'the legacy route is not every device').toEqual([]);
  });
  it('a clause that is only named may ask any class', () => {
    expect(problemsOf(`{ side: safety-class, level: required, clauses: ['std:5.3', 'iso13485:4.2.4'] }`)).toEqual([]);
  });
  it('an ask of nobody, and none with clauses', () => {
    expect(problemsOf('{ side: safety-class, level: required }')).toEqual(['Nobody asks it: the ask has no clause.']);
    expect(problemsOf('{ side: safety-class, level: required, basis: own-reading }')).toEqual([]);
    expect(problemsOf(`{ side: safety-class, level: none, clauses: ['std:5.1'] }`)).toContain(
      'The level is none for everybody, and clauses ask it.',
    );
  });
});

// @verifies TC-302
describe('an obligation that nothing could fail is refused', () => {
  const problemsOf = (text: ProductText) =>
    shown(compiled(product({ id: 'plan', ...text })).problems).map((each) => each.replace(/^\S+ /, ''));
  const all = 'classes: [A, B, C]';
  it.each<[string, ProductText]>([
    ['No criterion looks at the content.', { criteria: `{ id: P-1, ask: approval, ${all} }` }],
    ['P-1 asks `document` without `sections`: it could not fail.', { criteria: `{ id: P-1, ask: document, ${all} }` }],
    ['P-1 asks `each` without `has`: it could not fail.', { criteria: `{ id: P-1, ask: each, of: [items], ${all} }` }],
    ['P-1 asks `rule` without `rules`: it could not fail.', { criteria: `{ id: P-1, ask: rule, ${all} }` }],
    [
      'P-1 is asked of nobody.',
      {
        criteria: `{ id: P-1, ask: document, sections: [a] }\n      - { id: P-2, ask: document, sections: [a], ${all} }`,
      },
    ],
    [
      'With no records at all every criterion would hold.',
      { criteria: `{ id: P-1, ask: each, of: [items], has: [title], empty: fine, ${all} }` },
    ],
    [
      'Class A is asked, but no criterion is for it.',
      { criteria: '{ id: P-1, ask: document, sections: [a], classes: [B, C] }' },
    ],
    ['A record of results is judged by a text alone.', { form: 'record' }],
    [
      'Cybersecurity asks it, but no criterion is for that side.',
      {
        asks: `{ side: cybersecurity, level: partial, clauses: ['later:1'] }`,
        criteria: '{ id: P-1, ask: document, sections: [a], classes: [B, C] }',
      },
    ],
    [
      'The criterion `P-1` stands twice.',
      { criteria: `{ id: P-1, ask: document, sections: [a], ${all} }\n      - { id: P-1, ask: approval, ${all} }` },
    ],
  ])('%s', (message, text) => expect(problemsOf(text)).toContain(message));
  it('a report of tests needs a proof, a record of reviews a review', () => {
    const rule = `{ id: P-1, ask: rule, rules: [some-gap], ${all} }`;
    const results = { form: 'record', place: 'system-tests', criteria: rule } as const;
    const named = (id: string, criteria = rule) => {
      const text = product({ ...results, id, criteria });
      return shown(
        compilePacks([
          [...BASE, text],
          STANDARD.map((each) => file(each.path, each.text.replace('work-products: [plan], ', ''))),
        ]).problems,
      ).join();
    };
    expect(named('system-test-report')).toContain('A report of results without a proof asked for them.');
    expect(named('code-review-records')).toContain('A report of results without a proof');
    expect(named('system-test-list')).toBe('');
    expect(
      named(
        'system-test-report',
        `${rule}\n      - { id: P-2, ask: evidence, of: [items], types: [unit-test], ${all} }`,
      ),
    ).toBe('');
    expect(
      named('code-review-records', `${rule}\n      - { id: P-2, ask: review, type: code, of: [items], ${all} }`),
    ).toBe('');
  });
});

describe('overhead, effort and methods', () => {
  const problemsOf = (text: string) => shown(compiled(file('base/x.yaml', HEAD('base') + text)).problems).join('\n');
  const overhead = (rule: string, rest = '') => `overhead:
  levels: [none, some]
  rules:
    - { id: R1, when: exposed, level: some, says: Exposed., sources: [S], confidence: high }
    - ${rule}
  adjust: [{ id: M1, when: exposed, steps: -1, not-below: none, says: Less., sources: [S], confidence: low }]
  findings: [{ id: F1, when: exposed ${rest}}]
`;
  it.each([
    [
      overhead('{ id: R2, when: "!exposed", level: nome, says: Not., sources: [S], confidence: high }'),
      'There is no level `nome`; did you mean `none`?',
    ],
    [
      overhead('{ id: M1, when: "!exposed", level: none, says: Not., sources: [S], confidence: high }'),
      'The id `M1` stands twice.',
    ],
    [
      overhead('{ id: R2, when: "!exposed", level: none, says: Not. }'),
      '`R2` carries a level, a number or a class set without `sources`.',
    ],
    [
      overhead(
        '{ id: R2, when: "!exposed", level: none, says: Not., sources: [S], confidence: low }',
        ', flags-if-rule: [R9]',
      ),
      'There is no overhead rule `R9`',
    ],
    [
      overhead(
        '{ id: R2, when: "exposed +", level: [{ if: exposde, then: none }], says: Not., sources: [S], confidence: low }',
      ),
      'No fact is called `exposde`',
    ],
  ])('%#', (text, message) => expect(problemsOf(text)).toContain(message));

  const effort = (row: string, rest = '') => `effort:
  sources: [S]
  confidence: low
  range: { low: 0.5, high: 2 }
  counts: [{ id: threat, title: Threats }]
  expected: { threat: 6.0${rest} }
  shares: {}
  references: [{ id: E1, title: One, counts: { threat: 2 } }]
  rows: [{ id: a, title: A, side: cybersecurity, hours: 2, for: { plan: 1 } }, ${row}]
`;
  const withProduct = (text: string) =>
    shown(compilePacks([[...BASE, product(), file('base/x.yaml', HEAD('base') + text)], STANDARD]).problems).join('\n');
  it.each([
    [
      effort('{ id: b, title: B, side: cybersecurity, hours: 2, for: { plan: 0.7 } }'),
      'The parts of `b` add up to 0.7, expected 1.',
    ],
    [
      effort('{ id: b, title: B, side: cybersecurity, hours: 2, for: { plam: 1 } }'),
      'There is no work product `plam`; did you mean `plan`?',
    ],
    [
      effort('{ id: b, title: B, side: cybersecurity, per: threats, hours: 2, for: { plan: 1 } }'),
      'There is no count `threats`; did you mean `threat`?',
    ],
    [effort('{ id: b, title: B, side: cybersecurity, for: { plan: 1 } }'), '`b` needs either `hours` or `as`.'],
    [
      effort('{ id: b, title: B, side: cybersecurity, as: { row: a, class: B }, for: { plan: 1 } }'),
      'No row with hours per class is called `a` above.',
    ],
    [
      effort('{ id: b, title: B, side: cybersecurity, hours: 1, share: half, for: { plan: 1 } }'),
      'There is no share `half`.',
    ],
    [effort('{ id: a, title: B, side: cybersecurity, hours: 1, for: { plan: 1 } }'), 'The id `a` stands twice.'],
    [
      effort('{ id: b, title: B, side: cybersecurity, hours: 1, for: { plan: 1 } }', ' * count.treat'),
      'No count is called `treat`; did you mean `threat`?',
    ],
  ])('%#', (text, message) => expect(withProduct(text)).toContain(message));

  const method = (matrix: string) => `methods:
  - id: m
    title: M
    domain: security
    version: '1'
    severity: [{ id: S1, title: low, harm: none, means: None. }, { id: S2, title: high, harm: serious, means: Some. }]
    vector: [AV]
    steps: [{ id: E2, from: 2.0 }, { id: E1, from: 0.0 }]
    matrix: ${matrix}
    accept: [{ level: L, accept: 'yes', means: Fine. }]
    sources: [S]
    confidence: low
`;
  it.each([
    ['{ E2: [L, L] }', 'The matrix has no row `E1`.'],
    ['{ E2: [L, L], E1: [L] }', 'The row `E1` has 1 levels for 2 severities.'],
    ['{ E2: [L, L], E1: [L, X] }', 'The level `X` has no rule of acceptance.'],
    ['{ E2: [L, L], E1: [L, L], E0: [L, L] }', 'The matrix has a row `E0` and no such step.'],
  ])('a matrix %s', (matrix, message) => expect(problemsOf(method(matrix))).toContain(message));
});

// @verifies TC-306
describe('a team’s own pack', () => {
  const [base, standard] = compiled(product()).packs as [Pack, Pack];
  const own = (text: string) => [file('ours/pack.yaml', `${HEAD('ours')}title: Ours\nweight: practice\n${text}`)];
  const why = `reason: 'We are stricter.', by: P. Person, date: 2026-01-02`;
  it('may add', () => {
    const { pack, problems } = compilePack(own('named:\n  - { id: "sop:4", title: Our procedure }\n'), [
      base,
      standard,
    ]);
    expect(shown(problems)).toEqual([]);
    expect(pack?.named).toHaveLength(1);
  });
  it('may not define again what is there', () => {
    const text = 'facts:\n  - { id: exposed, title: X, about: X, type: bool, step: 2 }\n';
    expect(shown(compilePack(own(text), [base, standard]).problems)).toEqual([
      'ours/pack.yaml:7:5 `exposed` is an entry of the pack `base` already.',
    ]);
  });
  it('changes an entry by an override with a reason, and the entry says so', () => {
    const text = `override:\n  - { id: 'std:5.3', section: clauses, ${why}, asks: { class: [A, B, C] }, confidence: low }\n`;
    const { loaded, packs, problems } = compilePacks([own(text)], [base, standard]);
    expect(shown(problems)).toEqual([]);
    const clause = loaded.find((pack) => pack.pack === 'std')?.clauses[1];
    expect(clause).toMatchObject({
      title: 'Design',
      asks: { class: ['A', 'B', 'C'] },
      confidence: 'low',
      overridden: { by: 'P. Person', keys: ['asks', 'confidence'] },
    });
    expect(standard.clauses[1]?.overridden, 'the shipped pack itself is untouched').toBeUndefined();
    expect(packs[0]?.overrides).toHaveLength(1);
  });
  it('has another digest with another change', () => {
    const digest = (confidence: string) =>
      compilePack(own(`override:\n  - { id: 'std:5.3', section: clauses, ${why}, confidence: ${confidence} }\n`), [
        base,
        standard,
      ]).pack?.digest;
    expect(digest('low')).not.toBe(digest('medium'));
  });
  it.each([
    [
      `{ id: 'std:5.33', section: clauses, ${why}, confidence: low }`,
      'There is no entry `std:5.33` in `clauses`; did you mean `std:5.3`?',
    ],
    [`{ id: 'std:5.3', section: clauses, ${why} }`, 'changes nothing'],
    [`{ id: 'std:5.3', section: clauses, by: X, date: 2026-01-02, confidence: low }`, 'The field `reason` is missing'],
    [
      `{ id: 'std:5.3', section: clauses, ${why}, confidense: low }`,
      'Unknown field `confidense`; did you mean `confidence`?',
    ],
    [
      `{ id: 'std:5.3', section: clauses, ${why}, lift: { when: exposde, by: ['later:1'], strength: expected, scope: all } }`,
      'No fact is called `exposde`',
    ],
    [
      `{ id: plan, section: work-products, ${why}, criteria: [{ id: P-1, ask: approval, classes: [A, B, C] }] }`,
      'No criterion looks at the content.',
    ],
    [`{ id: 'ours:x', section: criteria, ${why}, title: Y }`, 'There is no entry `ours:x`'],
  ])('%s', (override, message) => {
    expect(shown(compilePacks([own(`override:\n  - ${override}\n`)], [base, standard]).problems).join('\n')).toContain(
      message,
    );
  });
});

describe('criteria of special tests', () => {
  const [base, standard] = compiled(product()).packs as [Pack, Pack];
  const set = (edition: string, entries: string, more = '') => [
    file(
      `top-5.4/${edition}/pack.yaml`,
      `pack: top-5.4\nedition: '${edition}'\nformat: 1\ntitle: Top\nweight: practice\nsources: { S: somebody }\n${more}criteria:\n${entries}`,
    ),
  ];
  const first = set('2017', '  - { id: A1, title: Injection, weaknesses: [CWE-79] }\n');
  const withSecond = (entry: string, more = '') =>
    compilePacks([first, set('2021', `  - ${entry}\n`, more)], [base, standard]);
  const problemsOf = (entry: string, more = '') =>
    shown(withSecond(entry, more).problems).map((each) => each.replace(/^\S+ /, ''));

  it('keep their licence, core, kinds and editions', () => {
    const entry = `{ id: A03, title: Injection, summary: Text becomes code., level: 1, weaknesses: [CWE-79, CWE-89], core: [CWE-79], applies-to: { item: { security-relevant: true } }, answered-by: [test, static-analysis], follows: ['top-5.4@2017:A1'], sources: [S], confidence: low }`;
    const { packs, problems } = withSecond(entry, 'licence: Share alike.\n');
    expect(shown(problems)).toEqual([]);
    expect(packs.map((pack) => [pack.edition, pack.licence])).toEqual([
      ['2017', undefined],
      ['2021', 'Share alike.'],
    ]);
    expect(packs[1]?.criteria[0]).toMatchObject({
      level: 1,
      core: ['CWE-79'],
      appliesTo: { item: { 'security-relevant': 'true' } },
      answeredBy: ['test', 'static-analysis'],
    });
    expect(withSecond('{ id: A03, title: Design }').packs[1]?.criteria[0]?.weaknesses).toEqual([]);
  });
  it.each([
    [
      `{ id: A, title: A, follows: ['top-5.4@2017:A2'] }`,
      'There is no criterion `top-5.4@2017:A2`; did you mean `top-5.4@2017:A1`?',
    ],
    [`{ id: A, title: A, follows: ['top-5.4@2013:A2'] }`, undefined], // an edition that nobody ships may be cited
    [`{ id: A, title: A, follows: ['tpo@2017:A1'] }`, 'There is no pack `tpo`'],
    [`{ id: A, title: A, follows: ['top-5.4:A1'] }`, '`top-5.4:A1` names no criterion with its pack and edition.'],
    [
      '{ id: A, title: A, weaknesses: [CWE-79], core: [CWE-89] }',
      'CWE-89 is at the core of `A` and not among its weaknesses.',
    ],
    ['{ id: A, title: A, answered-by: [static-analysis] }', 'Static analysis cannot answer `A`: it names no weakness.'],
    ['{ id: A, title: A, level: 2 }', '`A` carries a level, a number or a class set without `sources`.'],
    ['{ id: A, title: A, weaknesses: [79] }', 'a weakness such as CWE-79'],
  ])('%s', (entry, message) => {
    const problems = problemsOf(entry).join('\n');
    if (message === undefined) expect(problems).toBe('');
    else expect(problems).toContain(message);
  });
  it('are changed in one edition by naming it', () => {
    const { packs } = withSecond('{ id: A1, title: Injection, weaknesses: [CWE-79] }');
    const override = (id: string) =>
      compilePacks(
        [
          [
            file(
              'ours/pack.yaml',
              `${HEAD('ours')}title: Ours\nweight: practice\noverride:\n  - { id: '${id}', section: criteria, reason: Stricter., by: P, date: 2026-01-02, core: [CWE-79] }\n`,
            ),
          ],
        ],
        [base, ...packs],
      );
    const cores = override('top-5.4@2021:A1').loaded.flatMap((pack) => pack.criteria.map((each) => each.core));
    expect(cores).toEqual([undefined, ['CWE-79']]);
    expect(shown(override('top-5.4:A1').problems).join()).toContain('top-5.4:A1');
  });
});
