import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf } from '../shapes/index.js';
import { fieldsOf, findKind, kindNames, readRecords, recordHash, type Reading } from './index.js';

const settings = { prefixes: new Map<string, string>() };

function read(files: Record<string, string>): Reading {
  return readRecords(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    settings,
  );
}

const SECTION = `---
kind: requirement
level: software
---
# Requirements

## SRS-014 Reject unsigned dose commands
\`\`\`yaml
satisfies: [SC-04]
acceptance: No command without a valid signature changes the rate.
\`\`\`
The controller shall discard it.

### UTF-8 handling
Still the text of SRS-014.

\`\`\`
## SRS-099 inside a fence
\`\`\`

## SRS-015 Another
Its text.
`;

const LIST = `requirements:
  - id: SRS-014
    level: software
    title: Reject unsigned dose commands
    satisfies: SC-04
    acceptance: No command without a valid signature changes the rate.
    text: |-
      The controller shall discard it.
`;

const WHOLE = `---
id: SRS-014
level: software
title: Reject unsigned dose commands
satisfies: [SC-04]
acceptance: No command without a valid signature changes the rate.
---

The controller shall discard it.
`;

// @verifies TC-101, TC-102
describe('three places give the same record', () => {
  test('as a section, in a list, as a file of its own', () => {
    const short = SECTION.slice(0, SECTION.indexOf('### UTF-8'));
    const all = [read({ 'a.md': short }), read({ 'a.yaml': LIST }), read({ 'SRS-014.md': WHOLE })];
    const hashes = all.map((reading) => {
      expect(reading.faults).toEqual([]);
      expect(reading.problems).toEqual([]);
      const [record] = reading.records;
      expect(record?.id).toBe('SRS-014');
      return record && recordHash(record, [['satisfies', ['SC-04']]]);
    });
    expect(new Set(hashes).size).toBe(1);
  });

  test('headings that are no records, and headings in fences, stay text', () => {
    const reading = read({ 'a.md': SECTION });
    expect(reading.records.map((record) => record.id)).toEqual(['SRS-014', 'SRS-015']);
    expect(reading.records[0]?.fields.text).toContain('### UTF-8 handling');
    expect(reading.records[0]?.fields.text).toContain('SRS-099');
  });

  test('"UTF-8 handling" and "COVID-19 notes" alone are not records', () => {
    expect(read({ 'a.md': '# UTF-8 handling\n\n## COVID-19 notes\n' }).records).toEqual([]);
  });

  const BLOCK = '```yaml\nstatus: draft\ntags: [a]\nnobody-knows: 1\n```\n';

  test.each([
    ['alone', `## XYZ-1 What\n${BLOCK}`],
    ['with its id in the block', `## XYZ-1 What\n${BLOCK.replace('status', 'id: XYZ-1\nstatus')}`],
    ['with a link alone', '## XYZ-1 What\n```yaml\nsatisfies: [UN-1]\n```\n'],
    ['beside records of a known prefix', `## HAZ-1 Fire\nWords.\n\n## XYZ-1 What\n${BLOCK}`],
  ])('a block of fields under a prefix that nobody knows is told, and what may be lost is not known: %s', (_, text) => {
    const reading = read({ 'a.md': text });
    expect(reading.faults).toMatchObject([
      { rule: 'unknown-kind', detail: 'XYZ-1', spot: { offset: text.indexOf('XYZ') } },
    ]);
    expect(reading.records.map(({ id }) => id)).not.toContain('XYZ-1');
    expect([...reading.lostIds]).toEqual(['XYZ-1']);
    expect([...reading.lostKinds]).toEqual(['any']);
  });

  test('many of them, and many words in one, take no time that anybody notices', () => {
    const many = '# A-1\n```yaml\nq: 1\n```\n'.repeat(10_000);
    const long = `# A-1\n\`\`\`yaml\n${Array.from({ length: 40_000 }, (_, n) => `k${n}: 1`).join('\n')}\n\`\`\`\n`;
    const start = performance.now();
    expect([read({ 'a.md': many }).faults, read({ 'a.md': long }).faults]).toEqual([[], []]);
    expect(performance.now() - start).toBeLessThan(4000);
  });

  test.each([
    ['a sample of YAML', '```yaml\nencoding: utf-8\ntitle: A\n```\n'],
    ['a sample with a word that no record takes there', '```yaml\nstatus: active\n```\n'],
    ['an empty one', '```yaml\n```\n'],
    ['a title alone', '```yaml\ntitle: A\n```\n'],
    ['a version alone', '```yaml\nversion: 1\n```\n'],
    ['a way from here to there', '```yaml\nfrom: here\nto: there\n```\n'],
    ['fields in a block that is not called yaml', BLOCK.replace('yaml', '')],
    ['a block that comes after words', `Words.\n\n${BLOCK}`],
  ])('%s under such a heading is text', (_, body) => {
    const reading = read({ 'a.md': `## HAZ-1 Fire\n\n### UTF-8 handling\n${body}` });
    expect(reading.faults).toEqual([]);
    expect(reading.lostKinds.size).toBe(0);
    expect(reading.records[0]?.fields.text).toContain('UTF-8 handling');
  });

  test('a custom prefix opens records where the front matter names the kind', () => {
    const reading = read({ 'a.md': '---\nkind: hazard\n---\n## X-1 Fire\n## X-2 Water\n' });
    expect(reading.records.map((record) => `${record.kind} ${record.id}`)).toEqual(['hazard X-1', 'hazard X-2']);
  });
});

// @verifies TC-102
describe('where the text of a record ends', () => {
  const textsOf = (text: string): Record<string, unknown> =>
    Object.fromEntries(read({ 'a.md': text }).records.map(({ id, fields }) => [id, fields.text]));

  test.each([
    ['a heading above it', '## HAZ-1 A\nWords.\n# Part two\nAbout it.\n## HAZ-2 B\nMore.\n', 'Words.'],
    ['a heading of its level', '## HAZ-1 A\nWords.\n\n## Part two\nAbout it.\n## HAZ-2 B\nMore.\n', 'Words.'],
    ['one of `=`', '## HAZ-1 A\nWords.\n\nPart two\n===\nAbout it.\n## HAZ-2 B\nMore.\n', 'Words.'],
    ['one of `-`', '## HAZ-1 A\nWords.\n\nPart two\n---\nAbout it.\n## HAZ-2 B\nMore.\n', 'Words.'],
    ['a heading without words', '## HAZ-1 A\nWords.\n#\nAbout it.\n## HAZ-2 B\nMore.\n', 'Words.'],
    ['line ends of Windows', '## HAZ-1 A\r\nWords.\r\n# Part two\r\nAbout it.\r\n## HAZ-2 B\r\nMore.\r\n', 'Words.'],
    ['nothing, by a deeper one', '# HAZ-1 A\nWords.\n## Why\n# HAZ-2 B\nMore.\n', 'Words.\n## Why'],
    ['nothing, by one in a fence', '## HAZ-1 A\n```\n# x\n```\n## HAZ-2 B\nMore.\n', '```\n# x\n```'],
    ['nothing, by one in a comment', '## HAZ-1 A\n<!--\n# x\n-->\n## HAZ-2 B\nMore.\n', '<!--\n# x\n-->'],
    ['nothing, by one in an item of a list', '## HAZ-1 A\n- a\n  # x\n  b\n## HAZ-2 B\nMore.\n', '- a\n  # x\n  b'],
  ])('%s', (_, text, words) => {
    expect(textsOf(text)).toEqual({ 'HAZ-1': words, 'HAZ-2': 'More.' });
  });

  test('what stands under a heading that opens none belongs to nobody, deeper headings included', () => {
    const text = '## HAZ-1 A\nWords.\n# Part two\n### Deeper\n```yaml\nkind: hazard\n```\nNobody.\n';
    expect(textsOf(text)).toEqual({ 'HAZ-1': 'Words.' });
  });

  test('an own file with an id in front is one record to its end', () => {
    const [record] = read({ 'a.md': '---\nid: HAZ-1\n---\n# One\nWords.\n# Two\nMore.\n' }).records;
    expect(record?.fields.text).toBe('# One\nWords.\n# Two\nMore.');
  });

  const line = fc.constantFrom('Words.', '', '- item', '#### Deeper', '```\n# code\n```', '> # quoted');
  const prose = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n'));
  const parts = fc.array(fc.record({ before: prose, texts: fc.array(prose, { maxLength: 3 }) }), { maxLength: 4 });
  type Part = { readonly before: string; readonly texts: readonly string[] };
  const written = ({ before, texts }: Part, at: number): string =>
    [`# Part ${at}`, before, ...texts.map((text, n) => `## HAZ-${at}${n} Title\n\n${text}`)].join('\n\n');
  const hashes = (files: readonly string[]): readonly string[] =>
    read(Object.fromEntries(files.map((text, at) => [`${at}.md`, `${text}\n`]))).records.map(
      (record) => `${record.id} ${recordHash(record, [])}`,
    );

  test('parts of a file may be put in another order, split into files, and introduced in other words', () => {
    fc.assert(
      fc.property(parts, prose, (list, other) => {
        const whole = list.map(written);
        const expected = hashes([whole.join('\n\n')]);
        expect(expected).toHaveLength(list.flatMap(({ texts }) => texts).length);
        expect(hashes([whole.toReversed().join('\n\n')])).toEqual(expected);
        expect(hashes(whole)).toEqual(expected);
        expect(hashes([list.map((part, at) => written({ ...part, before: other }, at)).join('\n\n')])).toEqual(
          expected,
        );
      }),
      { numRuns: 100 },
    );
  });
});

// @verifies TC-103
describe('what is wrong stands at its word', () => {
  const cases: readonly [name: string, path: string, text: string, rule: string, place: string, message: string][] = [
    [
      'unknown field',
      'a.yaml',
      'requirements:\n  - { id: SRS-1, level: software, satifies: [SC-1] }\n',
      'unknown-field',
      '2:35',
      'SRS-1: Unknown field `satifies`; did you mean `satisfies`?',
    ],
    [
      'wrong type',
      'a.yaml',
      'requirements:\n  - { id: SRS-1, level: sofware }\n',
      'wrong-type',
      '2:25',
      'SRS-1: `level` takes one of system, software, found `sofware`; did you mean `software`?',
    ],
    [
      'empty value',
      'a.yaml',
      'hazards:\n  - { id: HAZ-1, harm: }\n',
      'empty-value',
      '2:24',
      'HAZ-1: `harm` has no value.',
    ],
    [
      'blank value',
      'a.yaml',
      'hazards:\n  - { id: HAZ-1, harm: \uFEFF }\n',
      'empty-value',
      '2:24',
      'HAZ-1: `harm` has no value.',
    ],
    [
      'blank in a list',
      'a.yaml',
      'hazards:\n  - { id: HAZ-1, tags: [\u00A0] }\n',
      'empty-value',
      '2:25',
      'HAZ-1: `tags` has no value.',
    ],
    [
      'missing field',
      'a.md',
      '## SRS-1 Title\ntext\n',
      'missing-field',
      '1:4',
      'SRS-1: The field `level` is missing: Whether the system or its software has to meet it.',
    ],
    [
      'unknown kind',
      'a.yaml',
      'threts:\n  - { id: TH-1 }\n',
      'unknown-kind',
      '1:1',
      '`threts:` is no kind of record; did you mean `threats`?',
    ],
    [
      'unknown kind in front matter',
      'a.md',
      '---\nkind: threta\n---\n## TH-1 X\n',
      'unknown-kind',
      '2:7',
      '`threta` is no kind of record; did you mean `threat`?',
    ],
    [
      'malformed id',
      'a.yaml',
      'hazards:\n  - { id: __proto__ }\n',
      'malformed-id',
      '2:11',
      '`__proto__` cannot be an id.',
    ],
    [
      'no id',
      'a.yaml',
      'hazards:\n  - { title: Fire }\n',
      'missing-field',
      '2:5',
      'A hazard has no id: nothing can refer to it.',
    ],
    [
      'fault in front matter, once',
      'a.md',
      '---\nkind: requirement\nlevl: software\n---\n## SRS-1 A\n```yaml\nlevel: software\n```\n## SRS-2 B\n```yaml\nlevel: system\n```\n',
      'unknown-field',
      '3:1',
      'Unknown field `levl`; did you mean `level`?',
    ],
  ];
  test.each(cases)('%s', (_, path, text, rule, place, message) => {
    const reading = read({ [path]: text });
    const wanted = reading.faults.filter((fault) => fault.rule === rule);
    expect(wanted).toHaveLength(1);
    const at = placeOf(wanted[0]!.spot);
    expect(`${at.line}:${at.column}`).toBe(place);
    expect(wanted[0]!.message).toBe(message);
  });

  // @verifies TC-103
  test.each([
    ['right under the heading', '## SRS-1 Title\nlevel: software\n\nText.\n', '`level:` stands in the text'],
    ['in a block below the text', '## SRS-1 Title\nText.\n\n```yaml\nlevel: software\n```\n', '`level:` stands in'],
    ['nowhere', '## SRS-1 Title\nIts sublevel: none.\n', 'Add `level`'],
    ['in the text, beside a block', '## SRS-1 Title\n```yaml\ntype: functional\n```\nlevel: software\n', 'Add `level`'],
  ])('a missing field that is written %s', (_, text, todo) => {
    const reading = read({ 'a.md': text });
    expect(reading.faults.map(({ rule, detail }) => [rule, detail])).toEqual([['missing-field', 'level']]);
    expect(reading.faults[0]?.todo).toContain(todo);
    expect(reading.records.map(({ id }) => id)).toEqual(['SRS-1']);
  });

  // @verifies TC-106
  test('a duplicate shows both places and counts once', () => {
    const reading = read({
      'b.yaml': 'hazards:\n  - { id: HAZ-1, title: B }\n',
      'a.yaml': 'hazards:\n  - { id: HAZ-1, title: A }\n',
    });
    expect(reading.records).toHaveLength(1);
    expect(reading.faults.map((fault) => [fault.rule, placeOf(fault.spot).file, fault.related.length])).toEqual([
      ['duplicate-id', 'a.yaml', 1],
    ]);
    expect([...reading.duplicates]).toEqual(['HAZ-1']);
  });
});

// @verifies TC-104
describe('a broken part costs its own record only', () => {
  test('in a YAML list', () => {
    const text =
      'hazards:\n  - id: HAZ-1\n    title: One\n  - id: HAZ-2\n    title: "open\n  - id: HAZ-3\n    title: Three\nneeds:\n  - { id: UN-1 }\n';
    const reading = read({ 'a.yaml': text });
    expect(reading.records.map((record) => record.id)).toEqual(['HAZ-1', 'HAZ-3', 'UN-1']);
    expect(reading.problems.length).toBeGreaterThan(0);
    expect([...reading.lostIds]).toEqual(['HAZ-2']);
    expect([...reading.lostKinds]).toEqual(['hazard']);
  });

  test('with the ids of all that is lost with it, where items are indented otherwise', () => {
    const text = 'soup:\n  - { id: SOUP-1 }\n- id: SOUP-2\n  title: Two\n- { id: SOUP-3 }\n';
    const reading = read({ 'a.yaml': text });
    expect([...reading.lostIds]).toEqual(['SOUP-1', 'SOUP-2', 'SOUP-3']);
    expect([...reading.lostKinds]).toEqual(['soup']);
  });

  test('in a Markdown section', () => {
    const reading = read({ 'a.md': '## HAZ-1 One\n```yaml\nharm: [\n```\n## HAZ-2 Two\ntext\n' });
    expect(reading.records.map((record) => record.id)).toEqual(['HAZ-2']);
    expect(placeOf(reading.problems[0]!.spot).line).toBeGreaterThanOrEqual(3);
    expect([...reading.lostIds]).toEqual(['HAZ-1']);
  });
});

// @verifies TC-902
test('any bytes give diagnostics, never a throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, yaml) => {
      read({ [yaml ? 'a.yaml' : 'a.md']: text });
    }),
    { numRuns: 300 },
  );
});

test('deep nesting is refused, not followed', () => {
  const reading = read({ 'a.yaml': `hazards: ${'['.repeat(20_000)}${']'.repeat(20_000)}` });
  expect(reading.problems.length).toBeGreaterThan(0);
});

test('order and place of files do not matter', () => {
  const one = read({ 'a.yaml': LIST, 'b.md': '## HAZ-1 Fire\n' });
  const other = read({ 'x/b.md': '## HAZ-1 Fire\n', 'y/z.yaml': LIST });
  const meaning = (reading: Reading): unknown =>
    reading.records.map((record) => [record.kind, record.id, record.fields]);
  expect(meaning(one)).toEqual(meaning(other));
});

test('every kind has a table, and its prefixes name it alone', () => {
  const prefixes = kindNames().flatMap((name) => findKind(name)?.prefixes ?? []);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  for (const name of kindNames()) expect(Object.keys(fieldsOf(findKind(name)!)).length).toBeGreaterThan(8);
});

// @verifies TC-105
test('half a reference is none: the field is missing and the whole is not known', () => {
  const reading = read({
    'a.yaml':
      'documents:\n  - { id: DOC-1, reference: { identifier: X, version: "1", place: here, confirmed-on: 2026-01-01 } }\n',
  });
  expect(reading.faults.map((fault) => [fault.rule, fault.detail])).toEqual([
    ['missing-field', 'reference.confirmed-by'],
  ]);
  const [record] = reading.records;
  expect(record?.fields).not.toHaveProperty('reference');
  expect(record?.unusable).toEqual(new Set(['reference.confirmed-by', 'reference']));
});
