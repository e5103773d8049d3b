/** What a broken tool or somebody with bad intentions may put into a model: told with its path, the rest is imported, nothing else happens. */
import { describe, expect, test } from 'vitest';
import {
  exportModel,
  formatNames,
  importModel,
  recordFiles,
  type ImportedModel,
  type RecordDraft,
} from '../../src/exchange/index.js';
import { counts, importText, ownFaults, traceWith } from './models.test-support.js';

function dragon(cells: readonly unknown[], more: object = {}): string {
  return JSON.stringify({
    version: '2.3.0',
    summary: { title: 'Hostile' },
    detail: {
      contributors: [],
      diagrams: [{ id: 0, title: 'D', diagramType: 'STRIDE', version: '2.3.0', cells }],
      ...more,
    },
  });
}

function cell(shape: string, id: string, more: object = {}): object {
  const type = {
    process: 'tm.Process',
    store: 'tm.Store',
    actor: 'tm.Actor',
    flow: 'tm.Flow',
    'trust-boundary-box': 'tm.BoundaryBox',
  }[shape];
  return { shape, id, zIndex: 1, data: { type, name: id, hasOpenThreats: false }, ...more };
}

function at(x: number, y: number, width: number, height: number): object {
  return { position: { x, y }, size: { width, height } };
}

function said({ problems }: ImportedModel): readonly string[] {
  return problems.map(({ path, message }) => `${path}  ${message}`);
}

function field(imported: ImportedModel, id: string, name: string): unknown {
  return imported.records.find((record) => record.id === id)?.fields.get(name);
}

function expectAccounted({ values, carried, losses }: ImportedModel): void {
  expect(carried + losses.reduce((sum, loss) => sum + loss.values, 0)).toBe(values);
}

describe('geometry of Threat Dragon', () => {
  const around = (cells: readonly object[]): ImportedModel => importText('m.json', dragon(cells));

  test.each<[string, object, object, string | undefined]>([
    ['wholly inside', at(0, 0, 100, 100), at(10, 10, 20, 20), 'b'],
    ['touching the edges from inside', at(0, 0, 100, 100), at(0, 0, 100, 50), 'b'],
    ['half outside', at(0, 0, 100, 100), at(90, 10, 20, 20), undefined],
    ['beside it', at(0, 0, 100, 100), at(100, 0, 20, 20), undefined],
    ['the very same rectangle', at(0, 0, 100, 100), at(0, 0, 100, 100), undefined],
    ['around the box', at(10, 10, 10, 10), at(0, 0, 100, 100), undefined],
    ['without a size', at(0, 0, 100, 100), { position: { x: 1, y: 1 } }, undefined],
    [
      'with a position that is no number',
      at(0, 0, 100, 100),
      { position: { x: 'a', y: 1 }, size: { width: 1, height: 1 } },
      undefined,
    ],
  ])('%s', (_, box, shape, expected) => {
    const imported = around([cell('trust-boundary-box', 'b', box), cell('process', 'p', shape)]);
    expect(field(imported, 'p', 'boundary')).toBe(expected);
    expectAccounted(imported);
  });

  test('of boxes in one another the innermost counts, and each box lies in the next', () => {
    const imported = around([
      cell('trust-boundary-box', 'outer', at(0, 0, 300, 300)),
      cell('process', 'p', at(20, 20, 10, 10)),
      cell('trust-boundary-box', 'inner', at(10, 10, 50, 50)),
    ]);
    expect([field(imported, 'p', 'boundary'), field(imported, 'inner', 'parent')]).toEqual(['inner', 'outer']);
    expect(said(imported)).toEqual([]);
  });

  test('of boxes that cross one another none counts, and that is told', () => {
    const imported = around([
      cell('trust-boundary-box', 'left', at(0, 0, 100, 100)),
      cell('trust-boundary-box', 'right', at(50, 0, 100, 100)),
      cell('process', 'p', at(60, 10, 10, 10)),
    ]);
    expect(field(imported, 'p', 'boundary')).toBeUndefined();
    expect(said(imported).join('\n')).toContain('"p" lies in several boxes that do not lie in one another');
  });

  test('two boxes drawn over one another do not nest in a circle', () => {
    const imported = around([
      cell('trust-boundary-box', 'a', at(0, 0, 9, 9)),
      cell('trust-boundary-box', 'b', at(0, 0, 9, 9)),
    ]);
    expect([field(imported, 'a', 'parent'), field(imported, 'b', 'parent')]).toEqual([undefined, undefined]);
  });
});

describe('broken parts of Threat Dragon', () => {
  test.each<[string, readonly unknown[], string]>([
    [
      'an unknown shape',
      [cell('cloud', 'c'), cell('process', 'p')],
      '/detail/diagrams/0/cells/0  The shape `cloud` is none that is read',
    ],
    [
      'a flow into empty space',
      [cell('flow', 'f', { source: { x: 1, y: 2 }, target: { cell: 'p' } }), cell('process', 'p')],
      '/source  The flow f begins in empty space',
    ],
    [
      'a flow to a cell that is not there',
      [cell('flow', 'f', { source: { cell: 'p' }, target: { cell: 'gone' } }), cell('process', 'p')],
      '`gone` names no cell of diagram 1',
    ],
    [
      'a flow to a box',
      [
        cell('flow', 'f', { source: { cell: 'p' }, target: { cell: 'b' } }),
        cell('process', 'p'),
        cell('trust-boundary-box', 'b', at(0, 0, 9, 9)),
      ],
      'A flow goes from element to element',
    ],
    ['a cell that is no mapping', ['text', cell('process', 'p')], '/detail/diagrams/0/cells/0  Expected is a mapping'],
    [
      'threats that are no list',
      [{ ...cell('process', 'p'), data: { type: 'tm.Process', name: 'p', threats: 'none' } }],
      '/threats  Expected is a list, found `none`',
    ],
    ['two cells with one id', [cell('process', 'p'), cell('store', 'p')], 'stands twice'],
    [
      'a flag that is none',
      [{ ...cell('process', 'p'), data: { type: 'tm.Process', name: 'p', outOfScope: 'perhaps' } }],
      'Expected is true or false, found `perhaps`',
    ],
  ])('%s is told, and the rest is there', (_, cells, says) => {
    const imported = importText('m.json', dragon(cells));
    expect(said(imported).join('\n')).toContain(says);
    expect(counts(imported.records)['item']).toBeGreaterThan(0);
    expect(ownFaults(imported.records)).toEqual([]);
    expectAccounted(imported);
  });

  test('a diagram that was copied gives elements of its own, and its flows stay in it', () => {
    const copy = JSON.parse(
      dragon([
        cell('process', 'p'),
        cell('store', 's'),
        cell('flow', 'f', { source: { cell: 'p' }, target: { cell: 's' } }),
      ]),
    ) as {
      detail: { diagrams: unknown[] };
    };
    copy.detail.diagrams.push(copy.detail.diagrams[0]);
    const imported = importText('m.json', JSON.stringify(copy));
    expect(counts(imported.records)).toEqual({ document: 1, item: 4, flow: 2 });
    const ends = imported.records
      .filter((record) => record.kind === 'flow')
      .map((flow) => [flow.fields.get('from'), flow.fields.get('to')]);
    expect(new Set(ends.flat()).size).toBe(4);
    expect(said(imported)).toEqual([]);
    expectAccounted(imported);
  });

  test('the same threat at two cells is one threat with two targets', () => {
    const threat = {
      id: 'TH-7',
      title: 'Flooding',
      type: 'Denial of service',
      status: 'Open',
      severity: 'High',
      description: 'd',
      mitigation: '',
    };
    const own = (id: string): object => ({
      ...cell('process', id),
      data: { type: 'tm.Process', name: id, threats: [threat] },
    });
    const imported = importText('m.json', dragon([own('p'), own('q')]));
    expect(field(imported, 'TH-7', 'targets')).toEqual(['p', 'q']);
    expectAccounted(imported);
  });

  test.each([
    ['Mitigated', 'mitigate', 1],
    ['mitigated', 'mitigate', 1],
    ['Accepted', 'accept', 0],
    ['Transferred', 'transfer', 0],
    ['Avoided', 'avoid', 0],
    ['Eliminated', 'avoid', 0],
    ['Open', undefined, 0],
    ['NotApplicable', undefined, 0],
    ['constructor', undefined, 0],
  ])('a threat that is %s', (status, treatment, controls) => {
    const threat = {
      id: 'TH-7',
      title: 'T',
      type: 'Spoofing',
      status,
      severity: 'Low',
      description: 'd',
      mitigation: 'Sign it. Then check it.',
    };
    const imported = importText(
      'm.json',
      dragon([{ ...cell('process', 'p'), data: { type: 'tm.Process', name: 'p', threats: [threat] } }]),
    );
    expect(field(imported, 'TH-7', 'treatment')).toBe(treatment);
    const made = imported.records.filter((record) => record.kind === 'control');
    expect(made.map((control) => [control.fields.get('title'), control.fields.get('mitigates')])).toEqual(
      Array.from({ length: controls }, () => ['Sign it', ['TH-7']]),
    );
  });
});

describe('broken parts of Open Threat Model', () => {
  const model = (more: string): ImportedModel =>
    importText('m.yaml', `otmVersion: 0.2.0\nproject: { name: Hostile, id: hostile }\n${more}`);

  test.each<[string, string, string]>([
    [
      'zones in a circle',
      'trustZones: [{ id: z1, name: A, parent: { trustZone: z2 } }, { id: z2, name: B, parent: { trustZone: z1 } }]',
      '/trustZones/0/parent/trustZone  Each of these parts lies inside the next',
    ],
    ['a zone in itself', 'trustZones: [{ id: z1, name: A, parent: { trustZone: z1 } }]', 'in a circle'],
    [
      'a parent that is not there',
      'components: [{ id: c1, name: A, type: x, parent: { trustZone: gone } }]',
      '/components/0/parent/trustZone  `gone` names no trust zone',
    ],
    [
      'two parents',
      'trustZones: [{ id: z, name: Z }]\ncomponents: [{ id: c1, name: A, parent: { trustZone: z, component: c1 } }]',
      'the zone counts',
    ],
    [
      'a zone inside a component',
      'components: [{ id: c1, name: A }]\ntrustZones: [{ id: z, name: Z, parent: { component: c1 } }]',
      'a boundary lies in a boundary',
    ],
    [
      'a flow without an end',
      'components: [{ id: c1, name: A }]\ndataflows: [{ id: f, name: F, source: c1 }]',
      '/dataflows/0  The data flow has no destination',
    ],
    ['a component without an id', 'components: [{ name: A }]', '/components/0  This component has no id'],
    ['components that are no list', 'components: { a: 1 }', '/components  Expected is a list, found a mapping'],
    [
      'a threat that is not there',
      'components: [{ id: c1, name: A, threats: [{ threat: t, state: exposed }] }]',
      '`t` names no threat',
    ],
    ['a version of the future', 'otmVersion: 3.0.0', 'The version is 3.0.0'],
  ])('%s is told, and the rest is there', (_, more, says) => {
    const text = more.startsWith('otmVersion')
      ? importText('m.yaml', `${more}\nproject: { name: H, id: h }\n`)
      : model(more);
    expect(said(text).join('\n')).toContain(says);
    expect(text.records.length).toBeGreaterThan(0);
    expect(ownFaults(text.records)).toEqual([]);
    expectAccounted(text);
  });

  test.each([
    ['the parent by id and type', 'parent: { id: z, type: trustZone }', 'boundary', 'z'],
    ['the parent component by id and type', 'parent: { id: c0, type: component }', 'parent', 'c0'],
  ])('the dialect with %s', (_, parent, name, expected) => {
    const imported = model(
      `trustZones: [{ id: z, name: Z }]\ncomponents: [{ id: c0, name: C }, { id: c1, name: A, ${parent} }]`,
    );
    expect(field(imported, 'c1', name)).toBe(expected);
    expect(imported.losses).toEqual([]);
  });

  test.each([
    [0, 'none'],
    [1, 'low'],
    [33, 'low'],
    [34, 'medium'],
    [66, 'medium'],
    [67, 'high'],
    [100, 'high'],
    [101, undefined],
    [-1, undefined],
  ])('confidentiality %s of an asset', (number, word) => {
    const imported = model(
      `assets: [{ id: a, name: A, risk: { confidentiality: ${number}, integrity: 0, availability: 0 } }]`,
    );
    expect(field(imported, 'a', 'confidentiality')).toBe(word);
    expectAccounted(imported);
  });

  test.each([
    ['status', 'approved'],
    ['ext', 'x'],
    ['confidentiality', 'huge'],
    ['constructor', 'x'],
    ['__proto__', 'x'],
    ['class', 'A'],
    ['stands-for', 'SC-404'],
    ['a.b.c', 'x'],
  ])('an attribute of ours that sets %s to what an asset does not take is refused', (name, value) => {
    const imported = model(`assets: [{ id: a, name: A, attributes: { colour: red, "medward.${name}": "${value}" } }]`);
    expect(field(imported, 'a', 'status')).toBe('draft');
    expect(field(imported, 'a', name)).not.toBe(value);
    expect(imported.losses.map((loss) => [loss.at, loss.what])).toEqual([
      [`/assets/0/attributes/medward.${name}`, value],
    ]);
    expect(ownFaults(imported.records)).toEqual([]);
  });

  test('a mitigation that was rejected answers nothing', () => {
    const instance = (state: string): ImportedModel =>
      model(
        `threats: [{ id: t, name: T }]\nmitigations: [{ id: m, name: M }]\ncomponents: [{ id: c, name: C, threats: [{ threat: t, state: exposed, mitigations: [{ mitigation: m, state: ${state} }] }] }]`,
      );
    expect(field(instance('rejected'), 'm', 'mitigates')).toBeUndefined();
    expect(field(instance('required'), 'm', 'mitigates')).toEqual(['t']);
  });
});

describe('broken parts of Threagile', () => {
  const model = (more: string): ImportedModel =>
    importText('m.yaml', `threagile_version: 1.0.0\ntitle: Hostile\n${more}`);

  test.each<[string, string, string]>([
    [
      'a link to nothing',
      'technical_assets: { A: { id: a, communication_links: { L: { target: gone } } } }',
      '/technical_assets/A/communication_links/L/target  `gone` names no technical asset',
    ],
    [
      'a link without a target',
      'technical_assets: { A: { id: a, communication_links: { L: { protocol: https } } } }',
      'The link has no target',
    ],
    [
      'boundaries in a circle',
      'trust_boundaries: { A: { id: a, trust_boundaries_nested: [b] }, B: { id: b, trust_boundaries_nested: [a] } }',
      'in a circle',
    ],
    [
      'an asset in two boundaries',
      'technical_assets: { X: { id: x } }\ntrust_boundaries: { A: { id: a, technical_assets_inside: [x] }, B: { id: b, technical_assets_inside: [x] } }',
      'lies in another one already',
    ],
    [
      'assets that are no mapping',
      'technical_assets: [a, b]',
      '/technical_assets  Expected is a mapping, found a list',
    ],
    ['an alias that stands inside what it names', 'data_assets: &a { A: *a }', 'stands inside what it names'],
  ])('%s is told, and the rest is there', (_, more, says) => {
    const imported = model(more);
    expect(said(imported).join('\n')).toContain(says);
    expect(imported.records.length).toBeGreaterThan(0);
    expect(ownFaults(imported.records)).toEqual([]);
    expectAccounted(imported);
  });

  test('no authentication is not taken for an authentication named none', () => {
    const imported = model(
      'technical_assets: { A: { id: a, communication_links: { L: { target: a, authentication: none, authorization: none, protocol: unknown-protocol } } } }',
    );
    for (const name of ['authentication', 'authorisation', 'protocol'])
      expect(field(imported, 'DF-l', name)).toBeUndefined();
  });

  test('a bomb of aliases is stopped', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `a${level + 1}: &a${level + 1} [${Array(10).fill(`*a${level}`).join(', ')}]`,
    );
    const imported = model(`a0: &a0 [x, x]\n${levels.join('\n')}`);
    expect(said(imported).join('\n')).toContain('Too many values');
  });
});

// @verifies TC-916
describe('names that are more than names', () => {
  const STRANGE = [
    '<script>alert(1)</script>',
    '__proto__',
    'constructor',
    'toString',
    '../../etc/passwd',
    'a\u0000b',
    'line\nbreak',
    'paragraph\u2029separator',
    '\u202Ereversed',
    '# heading',
    'null',
    '[a]',
    ' ',
    '"',
    "'",
    'x'.repeat(5_000),
    'Gerät für Ärzte',
    '血糖測定器',
    '💉'.repeat(50),
    '- item',
    'key: value',
    '%YAML',
    '---',
    '...',
    'EL-1',
  ];

  test.each(STRANGE.map((name, at) => [at, name] as const))('%i', (_, name) => {
    const models = [
      importText(
        'm.json',
        dragon([{ ...cell('process', 'p1'), data: { type: 'tm.Process', name, description: name, [name]: name } }]),
      ),
      importText(
        'm.json',
        JSON.stringify({
          otmVersion: '0.2.0',
          project: { name, id: name, attributes: { [name]: name } },
          components: [{ id: name, name, tags: [name] }],
        }),
      ),
      importText(
        'm.json',
        JSON.stringify({
          threagile_version: '1.0.0',
          technical_assets: { [name]: { id: name, description: name, tags: [name] } },
          questions: { [name]: name },
        }),
      ),
    ];
    for (const imported of models) {
      expect(imported.records.length).toBeGreaterThan(0);
      expect(ownFaults(imported.records)).toEqual([]);
      for (const { name: file } of recordFiles(imported.records, name)) expect(file).toMatch(/^[a-z]+\.yaml$/);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty(name === '__proto__' ? 'polluted' : 'x1');
  });
});

describe('size', { timeout: 120_000 }, () => {
  test('a model of 40 MB is imported, and every value of it is accounted for', () => {
    const ports = {
      groups: {
        top: {
          position: 'top',
          attrs: { circle: { r: 4, magnet: true, stroke: '#5F95FF', style: { visibility: 'hidden' } } },
        },
      },
      items: Array.from({ length: 40 }, (_, n) => ({ group: 'top', id: `port-${String(n).padStart(24, '0')}` })),
    };
    const cells = Array.from({ length: 18_000 }, (_, n) =>
      cell('process', `p${n}`, { ...at((n % 100) * 200, Math.floor(n / 100) * 100, 150, 80), ports }),
    );
    const text = dragon([cell('trust-boundary-box', 'all', at(-10, -10, 30_000, 30_000)), ...cells]);
    expect(text.length).toBeGreaterThan(35_000_000);
    const imported = importText('large.json', text);
    expect(counts(imported.records)).toEqual({ document: 1, boundary: 1, item: 18_000 });
    expect(field(imported, 'p17999', 'boundary')).toBe('all');
    expectAccounted(imported);
    for (const file of recordFiles(imported.records, 'large')) expect(file.text.length).toBeLessThan(5_000_000);
  });

  test.each<[string, () => string | Uint8Array, string]>([
    ['more bytes than are read', () => new Uint8Array(51 * 1024 * 1024), 'more than 52428800 bytes'],
    ['lists in lists', () => `{"a":${'['.repeat(100_000)}`, 'Too deeply nested'],
    ['objects in objects', () => '{"a":'.repeat(100_000), 'Too deeply nested'],
    ['YAML in YAML', () => `a: ${'['.repeat(10_000)}`, 'Too deeply nested'],
    ['millions of values', () => `[${'0,'.repeat(3_100_000)}0]`, 'Too many values'],
    ['UTF-16', () => Buffer.from('\uFEFF{"otmVersion": "0.2.0"}', 'utf16le'), 'no UTF-8 text'],
    ['bytes that are no text', () => new Uint8Array([0x7b, 0xff, 0xfe]), 'no UTF-8 text'],
  ])('%s', (_, content, says) => {
    const made = content();
    const { problems, records } = importText('m.json', typeof made === 'string' ? made : '', {});
    const bytes = typeof made === 'string' ? undefined : made;
    const imported = bytes ? importBytes(bytes) : { problems, records };
    expect(imported.records).toEqual([]);
    expect(imported.problems.map((problem) => problem.message).join()).toContain(says);
  });

  test('very long texts are cut where a record file could not hold them, and that is told', () => {
    const imported = importText(
      'm.json',
      dragon([
        { ...cell('process', 'p'), data: { type: 'tm.Process', name: 'p', description: 'word '.repeat(60_000) } },
      ]),
    );
    expect(said(imported)).toEqual([
      expect.stringMatching(
        /^\/detail\/diagrams\/0\/cells\/0 {2}This text has \d+ characters; the record p has the first 30000\.$/,
      ),
    ]);
    expect(ownFaults(imported.records)).toEqual([]);
  });

  test('a thousand boxes in one another', () => {
    const boxes = Array.from({ length: 1_000 }, (_, n) =>
      cell('trust-boundary-box', `b${n}`, at(n, n, 5_000 - 2 * n, 5_000 - 2 * n)),
    );
    const imported = importText('m.json', dragon(boxes));
    expect(field(imported, 'b999', 'parent')).toBe('b998');
  });

  test('boundaries that lie ten thousand deep in one another are drawn, and what is left out is told', () => {
    const boundaries = Array.from({ length: 10_000 }, (_, n): RecordDraft => ({
      kind: 'boundary',
      id: `TB-${n}`,
      fields: new Map(n === 0 ? [] : [['parent', `TB-${n - 1}`]]),
      from: '',
    }));
    for (const format of formatNames()) {
      const exported = exportModel(traceWith(boundaries), format, 'Deep');
      expect(exported.records).toEqual({ boundary: 10_000 });
      if (format !== 'otm') expect(exported.losses.filter((loss) => loss.at.includes('/parent/'))).toHaveLength(49);
    }
  });

  test('a chain of ten thousand components, closed to a circle', () => {
    const components = Array.from({ length: 10_000 }, (_, n) => ({
      id: `c${n}`,
      name: `C${n}`,
      parent: { component: `c${(n + 1) % 10_000}` },
    }));
    const imported = importText(
      'm.json',
      JSON.stringify({ otmVersion: '0.2.0', project: { name: 'H', id: 'h' }, components }),
    );
    expect(said(imported)).toEqual([expect.stringContaining('in a circle')]);
    expect(field(imported, 'c0', 'parent')).toBeUndefined();
    expect(field(imported, 'c1', 'parent')).toBe('c2');
  });
});

function importBytes(bytes: Uint8Array): ImportedModel {
  return importModel({ name: 'm.json', bytes }, { taken: new Set() });
}
