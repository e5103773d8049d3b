import { describe, expect, test } from 'vitest';
import type { CodeTag } from './code-tags.js';
import { faultKeys, traced, traceOf } from './traced.test-support.js';

const SRS = '{ id: SRS-1, level: software }';

// @verifies TC-201
describe('a link may be written at either end', () => {
  const FROM = `requirements: [{ id: SRS-1, level: software, satisfies: [SC-1] }]\ncontrols: [{ id: SC-1 }]`;
  const TO = `requirements: [${SRS}]\ncontrols: [{ id: SC-1, realised-by: [SRS-1] }]`;
  const BOTH = `requirements: [{ id: SRS-1, level: software, satisfies: [SC-1] }]\ncontrols: [{ id: SC-1, realised-by: [SRS-1] }]`;

  test.each([
    ['at the start', FROM],
    ['at the end', TO],
    ['at both', BOTH],
  ])('written %s it is one edge, seen from both', (_, text) => {
    const trace = traceOf(text);
    expect(trace.edges.map((edge) => [edge.from, edge.relation.field, edge.to])).toEqual([
      ['SRS-1', 'satisfies', 'SC-1'],
    ]);
    expect(trace.linked(trace.find('SRS-1')!, 'satisfies').map((far) => far.id)).toEqual(['SC-1']);
    expect(trace.linked(trace.find('SC-1')!, 'realised-by').map((far) => far.id)).toEqual(['SRS-1']);
  });

  test('the same id twice in one list is one edge', () => {
    expect(
      traceOf(`requirements: [{ id: SRS-1, level: software, satisfies: [SC-1, SC-1] }]\ncontrols: [{ id: SC-1 }]`)
        .edges,
    ).toHaveLength(1);
  });

  test('a field that names two kinds gives two relations', () => {
    const trace = traceOf(
      `requirements: [{ id: SRS-1, level: software, satisfies: [UN-1, SC-1] }]\nneeds: [{ id: UN-1 }]\ncontrols: [{ id: SC-1 }]`,
    );
    expect(trace.edges.map((edge) => edge.relation.inverse)).toEqual(['satisfied-by', 'realised-by']);
  });

  test('a dotted field links from inside its mapping', () => {
    const trace = traceOf(
      `controls: [{ id: SC-1, safety-effect: { harms: yes, why: Lock-out., hazards: [HAZ-1] } }]\nhazards: [{ id: HAZ-1 }]`,
    );
    expect(trace.linked(trace.find('HAZ-1')!, 'caused-by-controls').map((far) => far.id)).toEqual(['SC-1']);
  });
});

test.each([
  ['a dangling link', `needs: [{ id: UN-1, satisfied-by: [SRS-9] }]`, ['dangling-link@UN-1#satisfied-by,SRS-9']],
  [
    'a link to the wrong kind',
    `requirements: [{ id: SRS-1, level: software, satisfies: [HAZ-1] }]\nhazards: [{ id: HAZ-1 }]`,
    ['link-to-wrong-kind@SRS-1#satisfies,HAZ-1'],
  ],
  [
    'a link to the wrong kind from the other end',
    `requirements: [${SRS}]\nhazards: [{ id: HAZ-1, controls: [SRS-1] }]`,
    [],
  ],
  [
    'replacing a record of another kind',
    `requirements: [{ id: SRS-1, level: software, replaces: [UN-1] }]\nneeds: [{ id: UN-1 }]`,
    ['link-to-wrong-kind@SRS-1#replaces,UN-1'],
  ],
  [
    'replacing a record that is gone: the field keeps its id',
    `requirements: [{ id: SRS-2, level: software, replaces: [SRS-1] }]`,
    [],
  ],
  [
    'an obsolete record that replaced one that is gone',
    `requirements: [{ id: SRS-2, level: software, replaces: [SRS-1], status: obsolete }]`,
    [],
  ],
  [
    'replacing an id of another kind is a slip, not a reservation',
    `requirements: [{ id: SRS-2, level: software, replaces: [UN-1] }]`,
    ['dangling-link@SRS-2#replaces,UN-1'],
  ],
  [
    'being replaced by what is not there',
    `requirements: [{ id: SRS-1, level: software, replaced-by: [SRS-2] }]`,
    ['dangling-link@SRS-1#replaced-by,SRS-2'],
  ],
  [
    'another link to an id that is only reserved',
    `requirements: [{ id: SRS-2, level: software, replaces: [SRS-1] }]
tests: [{ id: TC-1, verifies: [SRS-1] }]`,
    ['dangling-link@TC-1#verifies,SRS-1'],
  ],
  [
    'too many where one is allowed',
    `items: [{ id: EL-1, parent: [EL-2, EL-3] }, { id: EL-2 }, { id: EL-3 }]`,
    ['too-many-links@EL-1#parent'],
  ],
  [
    'too many, written at the far ends',
    `items: [{ id: EL-1 }, { id: EL-2, parts: [EL-1] }, { id: EL-3, parts: [EL-1] }]`,
    ['too-many-links@EL-1#parent'],
  ],
  ['a link that every record of the kind has', `interfaces: [{ id: IF-1 }]`, ['required-link-missing@IF-1#item']],
  [
    'one that names nothing is told as dangling, not as missing too',
    `interfaces: [{ id: IF-1, item: [EL-9] }]`,
    ['dangling-link@IF-1#item,EL-9'],
  ],
])('%s', (_, text, keys) => {
  expect(faultKeys(traced(text))).toEqual(keys);
});

describe('what a dangling link says', () => {
  test('the nearest id that exists', () => {
    const [fault] = traced(
      `requirements: [{ id: SRS-014, level: software }]\nneeds: [{ id: UN-1, satisfied-by: [SRS-O14] }]`,
    ).faults;
    expect(fault!.message).toBe('`satisfied-by` of UN-1 names `SRS-O14`, which is no record; did you mean `SRS-014`?');
  });

  test('no guess where nothing is near', () => {
    const [fault] = traced(`needs: [{ id: UN-1, satisfied-by: [SRS-9] }, { id: UN-2 }]`).faults;
    expect(fault!.message).toBe('`satisfied-by` of UN-1 names `SRS-9`, which is no record.');
  });
});

describe('ids that were replaced', () => {
  const NEW = '{ id: SRS-2, level: software, replaces: [SRS-1] }';

  test('a link to one whose record is gone says what replaces it', () => {
    const [fault] = traced(`requirements: [${NEW}]\ntests: [{ id: TC-1, verifies: [SRS-1] }]`).faults;
    expect(fault!.message).toBe('`verifies` of TC-1 names `SRS-1`, which is no record: it was replaced by SRS-2.');
  });

  test('a tag in code too', () => {
    const file = { path: 'src/a.c', text: '// @implements SRS-1' };
    const tags: readonly CodeTag[] = [
      { field: 'implements', id: 'SRS-1', file: file.path, spot: { source: file, offset: 15 } },
    ];
    const [fault] = traced(`requirements: [${NEW}]`, { tags }).faults;
    expect(fault!.message).toBe('`@implements SRS-1` names no record: it was replaced by SRS-2.');
  });

  test('taking the old record away does not change what the new one means', () => {
    const gone = traceOf(`requirements: [${NEW}]`);
    const kept = traceOf(`requirements: [${NEW}, { id: SRS-1, level: software, status: obsolete }]`);
    const without = traceOf('requirements: [{ id: SRS-2, level: software }]');
    const hash = (trace: typeof gone): string => trace.hash(trace.find('SRS-2')!);
    expect(hash(gone)).toBe(hash(kept));
    expect(hash(gone)).not.toBe(hash(without));
  });
});

// @verifies TC-203
describe('ids of other products', () => {
  const TEXT = `requirements: [{ id: SRS-1, level: software, satisfies: [SYS-OVI-12] }]`;

  test('are external: never dangling, never a record, never proof', () => {
    const result = traced(TEXT, { external: ['SYS-OVI'] });
    const record = result.trace.find('SRS-1')!;
    expect(result.faults).toEqual([]);
    expect(result.trace.linked(record, 'satisfies')).toEqual([]);
    expect(result.trace.foreign(record, 'satisfies')).toEqual(['SYS-OVI-12']);
  });

  test.each([
    ['the prefix itself', 'SYS-OVI', true],
    ['an id under it', 'SYS-OVI-1', true],
    ['a longer word that begins alike', 'SYS-OVIX-1', false],
    ['a shorter one', 'SYS-1', false],
  ])('%s', (_, id, isExternal) => {
    const { faults } = traced(`requirements: [{ id: SRS-1, level: software, satisfies: [${id}] }]`, {
      external: ['SYS-OVI'],
    });
    expect(faults.length === 0).toBe(isExternal);
  });

  test('a record of the project wins over an external prefix', () => {
    const trace = traceOf(`requirements: [{ id: SRS-1, level: software, satisfies: [UN-1] }]\nneeds: [{ id: UN-1 }]`, {
      external: ['UN'],
    });
    expect(trace.linked(trace.find('SRS-1')!, 'satisfies').map((far) => far.id)).toEqual(['UN-1']);
  });
});

// @verifies TC-212
test('a link to a record that could not be read is told where that record stands, not at the link', () => {
  const broken = `needs:\n  - id: UN-1\n    satisfied-by: [SRS-1]\nrequirements:\n  - id: SRS-1\n    level: "software\n`;
  const { faults, trace } = traced(broken);
  expect(trace.reading.lostIds).toEqual(new Set(['SRS-1']));
  expect(faults).toEqual([]);
});

// @verifies TC-205
describe('tags in code', () => {
  const tag = (field: CodeTag['field'], id: string): CodeTag => ({
    field,
    id,
    file: 'src/a.c',
    spot: { source: { path: 'src/a.c', text: `// @${field} ${id}` }, offset: 4 },
  });

  test('link a file to the record', () => {
    const trace = traceOf(`requirements: [${SRS}]`, { tags: [tag('implements', 'SRS-1')] });
    expect(trace.ends(trace.find('SRS-1')!, 'implemented-by')).toEqual([{ kind: '@file', path: 'src/a.c' }]);
  });

  test('the same tag twice in one file is one edge', () => {
    const trace = traceOf(`requirements: [${SRS}]`, { tags: [tag('verifies', 'SRS-1'), tag('verifies', 'SRS-1')] });
    expect(trace.edges).toHaveLength(1);
  });

  test('tags that name nothing are told up to a thousand of one file, so that a generated one takes no room', () => {
    const tags = ['src/a.c', 'src/b.c'].flatMap((file) =>
      Array.from({ length: 1500 }, (_, at) => ({ ...tag('verifies', `SRS-${at}`), file })),
    );
    const keys = faultKeys(traced('', { tags }));
    expect(keys).toHaveLength(2000);
    expect(keys.filter((key) => key.endsWith('#more'))).toEqual([
      'dangling-link@file:src/a.c#more',
      'dangling-link@file:src/b.c#more',
    ]);
  });

  test.each([
    ['names nothing', 'implements', 'SRS-9', ['dangling-link@file:src/a.c#implements,SRS-9']],
    ['names a kind that no code implements', 'implements', 'UN-1', ['link-to-wrong-kind@file:src/a.c#implements,UN-1']],
    ['names another product', 'implements', 'OVI-1', []],
  ] as const)('a tag that %s', (_, field, id, keys) => {
    expect(faultKeys(traced(`needs: [{ id: UN-1 }]`, { tags: [tag(field, id)], external: ['OVI'] }))).toEqual(keys);
  });
});

// @verifies TC-206
describe('obsolete records', () => {
  const TEXT = `requirements: [{ id: SRS-1, level: software, status: obsolete, satisfies: [UN-1] }]\nneeds: [{ id: UN-1 }]`;

  test('neither lack nor fill', () => {
    const trace = traceOf(TEXT);
    expect(trace.linked(trace.find('UN-1')!, 'satisfied-by')).toEqual([]);
    expect(trace.isLinked(trace.find('UN-1')!, 'satisfied-by')).toBe(false);
    expect(trace.all('requirement')).toEqual([]);
  });

  test('can still be found, so that a link to one is not dangling', () => {
    expect(traced(TEXT).faults).toEqual([]);
    expect(traceOf(TEXT).find('SRS-1')?.id).toBe('SRS-1');
  });
});
