/** YAML that is broken, misused or built to exhaust whoever reads it. */
import { beside, repeated, type HostileCase } from './hostile-case.js';

const yaml = (name: string, text: string, more: Omit<HostileCase, 'name' | 'files' | 'status'>): HostileCase => ({
  kept: ['UN-1'],
  ...more,
  name,
  files: () => beside('records/a.yaml', text),
  status: 1,
});

export const yamlCases: readonly HostileCase[] = [
  yaml('a tab as indentation', 'requirements:\n\t- { id: SRS-1 }\n', { says: ['records/a.yaml:2:'], lost: ['SRS-1'] }),
  yaml('a quote that is never closed', 'requirements:\n  - { id: SRS-1 }\n  - id: "SRS-2\n', {
    says: ['records/a.yaml:4:1', 'is not closed'],
    kept: ['SRS-1', 'UN-1'],
    lost: ['SRS-2'],
  }),
  yaml('a broken record between two sound ones', 'requirements:\n  - id: SRS-1\n  - id: [\n  - id: SRS-3\n', {
    says: ['records/a.yaml:'],
    kept: ['SRS-1', 'SRS-3'],
  }),
  yaml('an alias without an anchor', 'requirements:\n  - { id: SRS-1, title: *nope }\n  - { id: SRS-2 }\n', {
    says: ['records/a.yaml:2:25', 'The alias `*nope` names no anchor above it.'],
    kept: ['SRS-2'],
  }),
  yaml(
    'ten thousand aliases without an anchor',
    list(10_000, (at) => `*a${at}`),
    {
      says: ['More is wrong from here on; of one text the first 100 places are told.'],
    },
  ),
  yaml('aliases that multiply', bomb(9), { says: ['Too many values: more than 500000 once aliases are followed.'] }),
  yaml(
    'a long text, many times by alias',
    `texts: &a "${'x'.repeat(190_000)}"\nrequirements: [${'*a,\n  '.repeat(500)}]\n`,
    {
      says: ['Too much text: more than 20000000 characters once aliases are followed.'],
    },
  ),
  yaml('an alias inside what it names', 'requirements: &r\n  - { id: SRS-1, ext: *r }\n', {
    says: ['records/a.yaml:2:23', 'names no anchor above it'],
  }),
  yaml('a merge key that leads back', 'requirements:\n  - &r\n    id: SRS-1\n    <<: *r\n', {
    says: ['records/a.yaml:4:9', 'stands inside what it names'],
  }),
  yaml('a merge key with a word', 'requirements:\n  - id: SRS-1\n    <<: hello\n', {
    says: ['records/a.yaml:3:5', 'takes an alias of a mapping'],
  }),
  yaml(
    'many merges of many fields',
    `texts: &x\n${repeated(2000, (at) => `  k${at}: 1\n`)}requirements: [{ id: SRS-1, ext: { <<: [${'*x,\n'.repeat(200)}] } }]\n`,
    {
      says: ['records/a.yaml:1:1'],
    },
  ),
  yaml('a key that stands twice', 'requirements:\n  - id: SRS-1\n    title: a\n    title: b\n', {
    says: ['records/a.yaml:4:5', 'The key `title` stands twice.'],
    lost: ['SRS-1'],
  }),
  yaml('a key that is a list', '? [a, b]\n: c\nrequirements:\n  - { id: SRS-1 }\n', {
    says: ['records/a.yaml:1:3'],
    kept: ['SRS-1'],
  }),
  yaml('two documents in one file', 'requirements:\n  - { id: SRS-1 }\n---\nrequirements:\n  - { id: SRS-2 }\n', {
    says: [],
    kept: ['SRS-1', 'SRS-2'],
  }),
  yaml('a directive and documents without an end', '%YAML 9.9\n%FOO bar\n---\n--- x\n...\n%YAML\n', { says: [] }),
  yaml(
    'tags of other languages',
    "requirements:\n  - id: SRS-1\n    title: !!js/function 'function () { process.exit(9); }'\n    text: !!binary aGVsbG8=\n    ext: !!python/object:os.system { a: b }\n",
    {
      says: [],
      kept: ['SRS-1'],
    },
  ),
  yaml('a list at the top', '- a\n', { says: ['records/a.yaml:1:1', 'begins with plural kinds as keys'] }),
  yaml('a word at the top', 'hello\n', { says: ['records/a.yaml:1:1', 'begins with plural kinds as keys'] }),
  yaml('nothing at all', '', { says: [] }),
  yaml(
    'values of wrong types',
    'requirements:\n  - 5\n  - [a]\n  - { id: [a] }\n  - { id: }\n  - { id: "SRS 1" }\n  - { id: "1" }\n  - {}\n  - ~\n  - { id: SRS-2, title: [a], satisfies: { a: b }, level: foo, type: [x] }\nneeds: 5\ntests: { a: b }\nrisks:\n',
    {
      says: [
        'records/a.yaml:2:5',
        'records/a.yaml:6:11',
        '`SRS 1` cannot be an id',
        'records/a.yaml:10:11',
        'records/a.yaml:11:8',
      ],
      kept: ['SRS-2'],
    },
  ),
  yaml(
    'names that every object has',
    'requirements:\n  - { id: __proto__ }\n  - { id: constructor, satisfies: [toString, __proto__, hasOwnProperty], __proto__: 1, ext: { __proto__: { a: b } } }\n  - { id: toString }\n  - { id: hasOwnProperty }\n__proto__:\n  - { id: x }\nconstructor:\n  - { id: y }\n',
    {
      says: [
        '`__proto__` cannot be an id',
        '`__proto__:` is no kind of record',
        '`constructor:` is no kind of record',
        'Unknown field `__proto__`',
      ],
      kept: ['constructor', 'toString', 'hasOwnProperty'],
      lost: ['__proto__', 'x', 'y'],
    },
  ),
  yaml('twenty thousand brackets', `requirements: [{ id: SRS-1, ext: ${'['.repeat(20_000)}${']'.repeat(20_000)} }]\n`, {
    says: ['Too deeply nested: more than 500 levels.'],
  }),
  yaml(
    'twenty thousand braces',
    `requirements: [{ id: SRS-1, ext: ${'{a: '.repeat(20_000)}${'}'.repeat(20_000)} }]\n`,
    {
      says: ['Too deeply nested: more than 500 levels.'],
    },
  ),
  yaml('twenty thousand dashes', `requirements:\n  - id: SRS-1\n    ext:\n      ${'- '.repeat(20_000)}x\n`, {
    says: ['Too deeply nested: more than 500 levels.'],
  }),
  yaml(
    'fifteen hundred levels by indentation',
    `requirements:\n  - id: SRS-1\n    ext:\n${repeated(1500, (at) => `${' '.repeat(6 + at)}a:\n`)}`,
    {
      says: ['Too deeply nested: more than 500 levels.'],
    },
  ),
  yaml(
    'a record deeper than a record may be',
    `requirements:\n  - { id: SRS-1, ext: ${'['.repeat(60)}${']'.repeat(60)} }\n  - { id: SRS-2 }\n`,
    {
      says: ['Too deeply nested: more than 40 levels.'],
      kept: ['SRS-2'],
      lost: ['SRS-1'],
    },
  ),
  yaml('five million brackets', `${'['.repeat(100_000)}\n`.repeat(50), { says: ['Too deeply nested'] }),
  yaml('a million question marks', '?\n'.repeat(1_000_000), {
    says: ['Too many values: more than 500000. Split the file.'],
  }),
  yaml('a million colons', ':\n'.repeat(1_000_000), { says: ['Too many values'] }),
  yaml('a million broken escapes', `a: "${'\\\n'.repeat(1_000_000)}`, { says: ['Too many values'] }),
  yaml('two million quotes', `${'""'.repeat(50_000)}\n`.repeat(20), { says: ['Too many values'] }),
  yaml('sixty thousand broken parts', `requirements:\n${repeated(60_000, (at) => `  - id: SRS-${at}: x\n`)}`, {
    says: ['of one file the first 1000 places are told', 'has more than 50000 parts. Split it.'],
  }),
  yaml(
    'a hundred thousand unknown fields',
    `requirements:\n  - id: SRS-1\n${repeated(100_000, (at) => `    f${at}: 1\n`)}`,
    {
      says: ['Unknown field `f0`'],
      kept: ['SRS-1'],
    },
  ),
  yaml('an id of a hundred thousand letters', `requirements:\n  - { id: "${'é'.repeat(100_000)}" }\n`, {
    says: ['records/a.yaml:2:11', 'cannot be an id'],
    never: ['é'.repeat(61)],
  }),
];

function list(count: number, item: (at: number) => string): string {
  return `requirements:\n  - id: SRS-1\n    ext: [${repeated(count, (at) => `${item(at)},\n      `)}]\n`;
}

/** Each line is nine times the line before. */
function bomb(lines: number): string {
  const names = 'abcdefghi';
  return repeated(lines, (at) => {
    const before = at === 0 ? 'x' : `*${names[at - 1]}`;
    return `${names[at]}: &${names[at]} [${Array.from({ length: 9 }, () => before).join(', ')}]\n`;
  });
}
