import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecords } from '../records/index.js';
import { ProjectEdits, type NewRecord } from './index.js';

const SETTINGS = { prefixes: new Map<string, string>(), folder: 'records' };

function editsOf(files: Readonly<Record<string, string>>): ProjectEdits {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  return new ProjectEdits(readRecords(sources, SETTINGS), SETTINGS);
}

function afterOf(edits: ProjectEdits): Readonly<Record<string, string>> {
  return Object.fromEntries(edits.files().map(({ path, after }) => [path, after]));
}

const THREAT: NewRecord = {
  kind: 'threat',
  id: 'TH-02',
  fields: { title: 'A dose is forged', stride: ['S', 'T'], targets: ['EL-1'], generic: true },
  text: 'Somebody in range sends a dose.',
};
const DECISION: NewRecord = {
  kind: 'decision',
  id: 'DEC-01',
  fields: {
    type: 'not-applicable',
    scope: ['THR-USB-01@IF-02'],
    about: ['IF-02'],
    reason: 'The port has no data lines.',
    by: 'hansen',
    date: '2026-11-24',
    'bound-to': { 'IF-02': 'a'.repeat(64) },
  },
};

describe('a new record goes where the team keeps its kind', () => {
  test('a file of its own, beside the others', () => {
    const edits = editsOf({ 'records/risk/TH-01.md': '---\nid: TH-01\ntitle: One\n---\nWords.\n' });
    expect(edits.add(THREAT)).toBe('records/risk/TH-02.md');
    expect(afterOf(edits)).toEqual({
      'records/risk/TH-02.md':
        '---\nid: TH-02\ntitle: A dose is forged\nstride: [S, T]\ntargets: [EL-1]\ngeneric: yes\n---\nSomebody in range sends a dose.\n',
    });
    expect(edits.files()[0]?.before).toBeUndefined();
  });

  test('a section at the end of a Markdown file', () => {
    const before = '# Threats\n\n## TH-01 One\n```yaml\nstride: S\n```\nWords.';
    const edits = editsOf({ 'records/threats.md': before });
    edits.add(THREAT);
    expect(afterOf(edits)['records/threats.md']).toBe(
      `${before}\n\n## TH-02 A dose is forged\n\`\`\`yaml\nstride: [S, T]\ntargets: [EL-1]\ngeneric: yes\n\`\`\`\nSomebody in range sends a dose.\n`,
    );
  });

  test.each(['# Attack\nA dose is sent.\n\n## Range\nTen metres.', 'Attack\n===\nA dose is sent.'])(
    'a text with a heading that would end the section stands among its fields: %j',
    (text) => {
      const edits = editsOf({ 'records/threats.md': '## TH-01 One\n```yaml\nstride: S\n```\nWords.\n' });
      edits.add({ ...THREAT, text });
      const after = afterOf(edits)['records/threats.md'] ?? '';
      const { records } = readRecords([{ path: 'records/threats.md', text: after }], SETTINGS);
      expect(records.map(({ fields }) => fields.text)).toEqual(['Words.', text]);
    },
  );

  test('an item at the end of a YAML list, before what follows the list', () => {
    const before =
      '# Signed off\nthreats:\n  - id: TH-01 # the first\n    title: One   # as before\n    # a comment that stays\n\nhazards:\n  - { id: HAZ-1 }\n';
    const edits = editsOf({ 'records/all.yaml': before });
    edits.add(THREAT);
    const after = afterOf(edits)['records/all.yaml'] ?? '';
    expect(after).toBe(
      before.replace(
        '# as before\n',
        '# as before\n  - id: TH-02\n    title: A dose is forged\n    stride: [S, T]\n    targets: [EL-1]\n    generic: yes\n    text: Somebody in range sends a dose.\n',
      ),
    );
  });

  test.each([
    ['without a line break at the end', 'threats:\n- id: TH-01\n  title: One'],
    ['in brackets', 'threats: [{ id: TH-01, title: One }]\n'],
    ['with line ends of Windows', 'threats:\r\n  - id: TH-01\r\n    title: One\r\n'],
    ['ending in a folded text', 'threats:\n  - id: TH-01\n    title: One\n    text: >-\n      Words\n      of it.\n'],
  ])('also in a list %s', (_, before) => {
    const edits = editsOf({ 'records/all.yaml': before });
    edits.add(THREAT);
    const after = afterOf(edits)['records/all.yaml'] ?? '';
    expect(after.startsWith(before.slice(0, before.length - 3))).toBe(true);
    expect(readRecords([{ path: 'records/all.yaml', text: after }], SETTINGS).records.map(({ id }) => id)).toEqual([
      'TH-01',
      'TH-02',
    ]);
    expect(/[^\r]\n/.test(after)).toBe(!before.includes('\r'));
  });

  test('the first decision of a project opens a list', () => {
    const edits = editsOf({ 'records/model.yaml': 'interfaces:\n  - { id: IF-02 }\n' });
    expect(edits.add(DECISION)).toBe('records/decisions.yaml');
    expect(edits.nextId('decision')).toBe('DEC-02');
    edits.add({ ...DECISION, id: 'DEC-02' });
    expect(edits.files()).toHaveLength(1);
    expect(afterOf(edits)['records/decisions.yaml']).toMatch(
      /^decisions:\n {2}- id: DEC-01\n[\s\S]+\n {2}- id: DEC-02\n/,
    );
  });
});

// @verifies TC-915
describe('a field is changed where it stands, and nothing else', () => {
  test.each([
    [
      'in braces',
      'threats:\n  - { id: TH-01, before: { vector: AV:N/AC:L/PR:N/UI:N, severity: S2 } } # mine\n',
      ['before', 'severity'],
      'S3',
      'threats:\n  - { id: TH-01, before: { vector: AV:N/AC:L/PR:N/UI:N, severity: S3 } } # mine\n',
    ],
    [
      'a new one in braces',
      'threats:\n  - { id: TH-01, before: { severity: S2 } }\n',
      ['before', 'vector'],
      'AV:N/AC:L/PR:N/UI:N',
      'threats:\n  - { id: TH-01, before: { severity: S2, vector: AV:N/AC:L/PR:N/UI:N } }\n',
    ],
    [
      'a new one in a line of its own',
      'threats:\n  - id: TH-01\n    title: One # why\n\n  # the second\n  - id: TH-02\n',
      ['treatment'],
      'mitigate',
      'threats:\n  - id: TH-01\n    title: One # why\n    treatment: mitigate\n\n  # the second\n  - id: TH-02\n',
    ],
    [
      'a list in lines',
      'threats:\n  - id: TH-01\n    targets:\n      - EL-1 # first\n      - EL-2\n    title: One\n',
      ['targets'],
      ['EL-1', 'EL-3'],
      'threats:\n  - id: TH-01\n    targets: [EL-1, EL-3]\n    title: One\n',
    ],
    [
      'a folded text',
      'threats:\n  - id: TH-01\n    impact: >-\n      Long\n      words.\n\n    title: One\n',
      ['impact'],
      'Short.',
      'threats:\n  - id: TH-01\n    impact: Short.\n\n    title: One\n',
    ],
    [
      'a new one in braces that would grow too long',
      `threats:\n  - id: TH-01\n    before: { vector: AV:N/AC:L/PR:N/UI:N, severity: 'S2', reason: "${'Why. '.repeat(10).trim()}" } # mine\n`,
      ['before', 'answers'],
      { XAVN: 'yes', XAVT: 'no', XAVW: 'unknown', XAVR: 'no', XACL: 'yes' },
      `threats:\n  - id: TH-01\n    before:\n      vector: AV:N/AC:L/PR:N/UI:N\n      severity: 'S2'\n      reason: "${'Why. '.repeat(10).trim()}"\n      answers: { XAVN: 'yes', XAVT: 'no', XAVW: unknown, XAVR: 'no', XACL: 'yes' } # mine\n`,
    ],
    [
      'nested, where nothing stands yet',
      'threats:\n  - id: TH-01',
      ['after', 'severity'],
      'S1',
      'threats:\n  - id: TH-01\n    after: { severity: S1 }',
    ],
  ] as const)('%s', (_, before, path, value, expected) => {
    const edits = editsOf({ 'records/threats.yaml': before });
    edits.change('TH-01', { path: [...path] as [string, ...string[]], value });
    expect(afterOf(edits)['records/threats.yaml']).toBe(expected);
  });

  test('in front matter and in the block of a section', () => {
    const edits = editsOf({
      'records/TH-01.md': '---\nid: TH-01\n# rated in May\nbefore: { severity: S2 }\n---\nWords.\n',
      'records/more.md': '## TH-02 Two\n```yaml\nstride: S\n```\nWords.\n\n## TH-03 Three\nWords.\n',
    });
    edits.change('TH-01', { path: ['before', 'severity'], value: 'S3' });
    edits.change('TH-02', { path: ['treatment'], value: 'accept' });
    edits.change('TH-03', { path: ['stride'], value: ['T'] });
    expect(afterOf(edits)).toEqual({
      'records/TH-01.md': '---\nid: TH-01\n# rated in May\nbefore: { severity: S3 }\n---\nWords.\n',
      'records/more.md':
        '## TH-02 Two\n```yaml\nstride: S\ntreatment: accept\n```\nWords.\n\n## TH-03 Three\n```yaml\nstride: [T]\n```\nWords.\n',
    });
  });
});

describe('what cannot be done without touching more is refused', () => {
  test.each([
    ['an unknown field', 'threats:\n  - id: TH-01\n', ['colour'], 'red'],
    ['a value of another type', 'threats:\n  - id: TH-01\n', ['treatment'], 'hope'],
    [
      'a value that another record shares',
      'threats:\n  - id: TH-01\n    before: &b { severity: S2 }\n  - id: TH-02\n    before: *b\n',
      ['before', 'severity'],
      'S3',
    ],
    ['a record that is not there', 'threats:\n  - id: TH-02\n', ['title'], 'One'],
    [
      'a file that cannot be read as a whole',
      'threats:\n  - id: TH-01\n  - id: TH-02\n   title: [\n',
      ['title'],
      'One',
    ],
  ] as const)('%s', (_, text, path, value) => {
    const edits = editsOf({ 'records/threats.yaml': text });
    const change = (): void => edits.change('TH-01', { path: [...path] as [string, ...string[]], value });
    expect(change).toThrow(expect.objectContaining({ code: 'edit-refused' }));
    expect(edits.files()).toEqual([]);
  });

  test.each([
    ['reason', { reason: ' ' }],
    ['person', { by: '' }],
    ['day', { date: '2026-02-30' }],
  ])('a decision without a %s', (_, fields) => {
    const edits = editsOf({});
    const add = (): string => edits.add({ ...DECISION, fields: { ...DECISION.fields, ...fields } });
    expect(add).toThrow(expect.objectContaining({ code: 'decision-incomplete' }));
  });

  test('an id that is taken', () => {
    const edits = editsOf({ 'records/TH-02.md': '---\nid: TH-02\n---\n' });
    expect(() => edits.add(THREAT)).toThrow(expect.objectContaining({ code: 'edit-refused' }));
  });
});

test('the next id keeps prefix and width, and never gives a number again', () => {
  const edits = editsOf({
    'records/a.yaml': 'threats:\n  - { id: THR-009 }\n  - { id: THR-010, replaces: [THR-011] }\n  - { id: TH-1 }\n',
  });
  const own = new Map([['THR', 'threat']]);
  const sources = [
    { path: 'records/a.yaml', text: 'threats:\n  - { id: THR-009 }\n  - { id: THR-010, replaces: [THR-011] }\n' },
  ];
  expect(edits.nextId('threat')).toBe('TH-2');
  const settings = { ...SETTINGS, prefixes: own };
  expect(new ProjectEdits(readRecords(sources, settings), settings).nextId('threat')).toBe('THR-012');
});

describe('any words', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        ':',
        '#',
        '-',
        '\n',
        '"',
        "'",
        '[',
        '{',
        '|',
        '>',
        '%',
        '@',
        '&',
        '*',
        '!',
        '`',
        ',',
      ),
    }),
  );

  test('are read back as they were written, or refused', () => {
    fc.assert(
      fc.property(words, fc.constantFrom('{ id: TH-01 }', 'id: TH-01\n    title: One'), (text, form) => {
        const before = `threats:\n  - ${form}\n  - { id: TH-02, impact: Stays. }\n`;
        const edits = editsOf({ 'records/a.yaml': before });
        try {
          edits.change('TH-01', { path: ['impact'], value: text });
        } catch (error) {
          expect(error).toMatchObject({ code: 'edit-refused' });
          return;
        }
        const after = afterOf(edits)['records/a.yaml'] ?? '';
        const records = readRecords([{ path: 'records/a.yaml', text: after }], SETTINGS).records;
        expect(records.map((record) => (record.fields as { impact?: string }).impact)).toEqual([text, 'Stays.']);
      }),
      { numRuns: 500 },
    );
  });

  test('that people write are never refused', () => {
    const sentence = fc.string({
      unit: fc.constantFrom(...'aZ9 :#-"\'[]{},&*!|>%@`?äß漢€'.split('')),
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(
        sentence.filter((text) => text.trim() !== ''),
        (text) => {
          const edits = editsOf({ 'records/a.yaml': 'threats:\n  - id: TH-01\n' });
          edits.change('TH-01', { path: ['impact'], value: text.trim() });
          expect(edits.find('TH-01')?.fields).toMatchObject({ impact: text.trim() });
        },
      ),
    );
  });
});
