import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runMedward, type Ran } from './run-medward.test-support.js';

const LABDESK = path.join(import.meta.dirname, 'fixtures/labdesk-begun');
const PROFILES = path.join(import.meta.dirname, '../examples/profiles');
const PROFILE_NAMES = ['case-1', 'case-2', 'case-3', 'case-4', 'case-5', 'case-6', 'case-7', 'case-x1', 'case-x5'];

/** Runs a command as the program does, on the day of the examples. */
function medward(folder: string, ...words: readonly string[]): Promise<Ran> {
  return runMedward(folder, words);
}

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const compiled = new Map<string, ValidateFunction>();

async function schema(name: string): Promise<ValidateFunction> {
  const known = compiled.get(name);
  if (known) return known;
  const { out } = await medward(LABDESK, 'schema', name);
  const validate = ajv.compile(JSON.parse(out) as object);
  compiled.set(name, validate);
  return validate;
}

async function faultsOf(name: string, value: unknown): Promise<readonly ErrorObject[]> {
  const validate = await schema(name);
  validate(value);
  return validate.errors ?? [];
}

/** A project in which little is right: unreadable YAML, wrong words, dangling links, a circle, no profile to speak of. */
const BROKEN: Readonly<Record<string, string>> = {
  'medward.yaml':
    'medward: 1\ndevice: { name: Broken }\nprofile: { exposure: [wifi], purpse: other }\nsoftware: [{ id: SW-1, name: Broken, class: A }]\npacks: [iec62304@2015, iec81001-5-1@2021]\nrecords: [records]\ncode: [src]\n',
  'records/a.yaml':
    'requirements:\n  - { id: SRS-1, level: software, satisfies: [SRS-2, NOT-1] }\n  - { id: SRS-2, level: softwear, satisfies: [SRS-1] }\n  - { id: SRS-2, titel: Twice }\n  - { id: SRS-3, title: "broken }\n  - id: 3 4\n',
  'records/b.yaml': 'threats: [{ id: TH-1, targets: [EL-9], before: { vector: no } }]\ngadgets: [{ id: G-1 }]\n',
  'records/c.md': '---\nkind: hazrd\n---\n# HAZ-1 Hazard\n\u001B[31mred\n',
  'records/d.yaml': 'items: [\n',
  'src/a.c': '// @implements SRS-77, SRS-1\n',
};

const temporary: string[] = [];
afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'medward-contract-'));
  temporary.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const broken = folderOf(BROKEN);
const empty = folderOf({ 'medward.yaml': 'medward: 1\ndevice: { name: Empty }\n' });
const mild = folderOf({
  ...BROKEN,
  'medward.yaml': `${BROKEN['medward.yaml']}strictness: { default: warn, packs: { iec62304: observe }, rules: { text-left-open: enforce } }\n`,
  'baseline.json': JSON.stringify({ schema: 'medward/check/1', gaps: [{ key: 'gone@X-1' }] }),
});
const profile = (name: string): readonly string[] => ['--profile', path.join(PROFILES, `${name}.yaml`)];

// @verifies TC-702
describe('every JSON output is what its schema says, and JSON alone', () => {
  test.each<[string, string, number, string, readonly string[]]>([
    ['status', 'output/status', 0, LABDESK, ['--json']],
    ['status of a broken project', 'output/status', 0, broken, ['--json']],
    ['status of an empty project', 'output/status', 0, empty, ['--json']],
    ['check', 'output/check', 1, LABDESK, ['check', '--json']],
    ['check of a broken project', 'output/check', 1, broken, ['check', '--json']],
    ['check of an empty project', 'output/check', 1, empty, ['check', '--json']],
    ['check with strictness', 'output/check', 1, mild, ['check', '--format', 'json']],
    ['check with a baseline', 'output/check', 1, mild, ['check', '--json', '--baseline', 'baseline.json']],
    ['status with strictness', 'output/status', 0, mild, ['--json']],
    ['next with strictness', 'output/next', 0, mild, ['next', '--json']],
    ['assess', 'output/assess', 0, LABDESK, ['assess', '--json']],
    ['assess a broken project', 'output/assess', 0, broken, ['assess', '--json']],
    ['assess an empty project', 'output/assess', 0, empty, ['assess', '--json']],
    ['assess one software system', 'output/assess', 0, LABDESK, ['assess', '--json', '--system', 'SW-1']],
    ['assess by place', 'output/assess', 0, LABDESK, ['assess', '--json', '--by-place']],
    ['assess by clause', 'output/assess', 0, LABDESK, ['assess', '--json', '--by-clause', 'iec62304']],
    [
      'what if',
      'output/assess',
      0,
      LABDESK,
      ['assess', '--json', '--what-if', 'exposure=none', '--what-if', 'safety-class=B'],
    ],
    [
      'what if, a broken project',
      'output/assess',
      0,
      broken,
      ['assess', '--json', '--what-if', 'exposure=usb-data,service-port'],
    ],
    ...PROFILE_NAMES.map((name): [string, string, number, string, readonly string[]] => [
      `profile ${name}`,
      'output/assess',
      0,
      LABDESK,
      ['assess', '--json', ...profile(name)],
    ]),
    ['next', 'output/next', 0, LABDESK, ['next', '--json']],
    ['next in a broken project', 'output/next', 0, broken, ['next', '--json']],
    ['threats', 'output/threats', 0, LABDESK, ['threats', '--json']],
    ['threats of a broken project', 'output/threats', 0, broken, ['threats', '--json']],
    ['trace', 'output/trace', 0, LABDESK, ['trace', 'requirement', 'test', '--json']],
    ['show a threat', 'output/show', 0, LABDESK, ['show', 'TH-01', '--json']],
    ['show a software system', 'output/show', 0, LABDESK, ['show', 'SW-1', '--json']],
    ['show a record that stands twice', 'output/show', 0, broken, ['show', 'SRS-2', '--json']],
  ])('%s', async (_, name, status, folder, words) => {
    const ran = await medward(folder, ...words);
    expect(ran.status).toBe(status);
    expect(ran.notes).not.toContain('error');
    expect(await faultsOf(name, JSON.parse(ran.out))).toEqual([]);
    expect(ran.out.endsWith('}\n')).toBe(true);
  });

  test('several profiles give a list of them', async () => {
    const { out, status } = await medward(LABDESK, 'assess', '--json', ...PROFILE_NAMES.flatMap(profile));
    const outputs = JSON.parse(out) as readonly unknown[];
    expect(status).toBe(0);
    expect(outputs).toHaveLength(PROFILE_NAMES.length);
    for (const output of outputs) expect(await faultsOf('output/assess', output)).toEqual([]);
  });

  test('check for GitLab gives a list', async () => {
    const { out, status } = await medward(LABDESK, 'check', '--format', 'gitlab');
    expect(status).toBe(1);
    expect(await faultsOf('output/check-gitlab', JSON.parse(out))).toEqual([]);
  });

  test('the schema of an output refuses what is not that output', async () => {
    const { out } = await medward(LABDESK, 'check', '--json');
    expect(await faultsOf('output/assess', JSON.parse(out))).not.toEqual([]);
    const { gaps: _, ...without } = JSON.parse(out) as Record<string, unknown>;
    expect(await faultsOf('output/check', without)).not.toEqual([]);
  });
});

// @verifies TC-703
describe('names that other programs build on (contract.md): keys may come, none may go', () => {
  const identity = ['schema', 'tool', 'project', 'date'];

  test('how every output begins', async () => {
    for (const words of [
      ['--json'],
      ['check', '--json'],
      ['assess', '--json'],
      ['next', '--json'],
      ['show', 'TH-01', '--json'],
      ['threats', '--json'],
    ]) {
      const output = JSON.parse((await medward(LABDESK, ...words)).out) as Record<string, Record<string, unknown>>;
      expect(Object.keys(output).slice(0, 4)).toEqual(identity);
      expect(Object.keys(output['tool']!)).toEqual(['version', 'packs']);
      expect(Object.keys(output['tool']!['packs'] as object)).toContain('iec62304@2015');
      expect(Object.keys(output['project']!)).toEqual(['name', 'version', 'commit', 'dirty', 'input']);
      expect(output['date']).toBe('2026-11-24');
    }
  });

  test('check', async () => {
    const output = JSON.parse((await medward(LABDESK, 'check', '--json')).out) as { gaps: object[]; counts: object };
    expectKeys(output, [...identity, 'counts', 'gaps', 'problems', 'strictness', 'baseline', 'rules']);
    expectKeys(output.counts, ['records', 'links', 'errors', 'warnings', 'hints', 'decided', 'byKind']);
    for (const gap of output.gaps)
      expectKeys(gap, [
        'key',
        'rule',
        'severity',
        'record',
        'message',
        'why',
        'fix',
        'file',
        'line',
        'column',
        'basis',
        'obligations',
        'related',
        'decision',
        'new',
        'originalSeverity',
        'strictness',
        'softenedBy',
      ]);
  });

  test('assess', async () => {
    const words = ['assess', '--json', '--what-if', 'exposure=none'];
    const output = JSON.parse((await medward(LABDESK, ...words)).out) as AssessJson;
    expectKeys(output, [...identity, 'profile', 'safetyClass', 'overhead', 'obligations', 'whatIf']);
    expectKeys(output.profile['exposure'], ['value', 'source', 'declared', 'derived', 'from']);
    expectKeys(output.safetyClass, ['class', 'declared', 'computed', 'basis', 'path', 'bySystem']);
    const overhead = [
      'level',
      'possible',
      'flags',
      'findings',
      'rule',
      'reasons',
      'withoutBarrier',
      'workProducts',
      'clauses',
      'hours',
      'ratio',
    ];
    expectKeys(output.overhead, overhead);
    expectKeys(output.overhead.workProducts, ['byClass', 'added', 'deepened']);
    expectKeys(output.overhead.clauses, ['byClass', 'lifted', 'byStrength']);
    expectKeys(output.overhead.clauses.byStrength, ['required', 'expected', 'analogy']);
    for (const side of ['byClass', 'security'] as const)
      expectKeys(output.overhead.hours[side], ['value', 'low', 'high']);
    for (const obligation of output.obligations) {
      expectKeys(obligation, [
        'id',
        'scope',
        'title',
        'group',
        'place',
        'byClass',
        'bySecurity',
        'because',
        'clauses',
        'weight',
        'criteria',
        'status',
        'decisions',
        'byReference',
        'gaps',
        'records',
        'hoursLeft',
      ]);
      for (const criterion of obligation.criteria) expectKeys(criterion, ['id', 'ask', 'answer', 'counted', 'failed']);
    }
    expectKeys(output.whatIf, ['facts', 'safetyClass', 'overhead', 'changed']);
    expectKeys(output.whatIf.overhead, overhead);
  });
});

/** As much of the output of assess as is looked at here. */
interface AssessJson {
  readonly profile: Readonly<Record<string, object>>;
  readonly safetyClass: object;
  readonly overhead: {
    readonly workProducts: object;
    readonly clauses: { readonly byStrength: object };
    readonly hours: { readonly byClass: object; readonly security: object };
  };
  readonly obligations: readonly { readonly criteria: readonly object[] }[];
  readonly whatIf: { readonly overhead: object };
}

function expectKeys(value: unknown, keys: readonly string[]): void {
  expect(Object.keys(value as object)).toEqual(expect.arrayContaining([...keys]));
}

interface Gap {
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly record: string | null;
}

describe.each([
  ['LabDesk', LABDESK],
  ['a broken project', broken],
  ['an empty project', empty],
])('%s: keys and orders', (_, folder) => {
  const check = async (): Promise<{
    gaps: readonly Gap[];
    problems: readonly Omit<Gap, 'key'>[];
    counts: { byKind: object };
  }> => JSON.parse((await medward(folder, 'check', '--json')).out);
  const place = (gap: Omit<Gap, 'key'>): string =>
    [gap.file, String(gap.line).padStart(9, '0'), String(gap.column).padStart(9, '0')].join('\0');

  test('each key stands once', async () => {
    const keys = (await check()).gaps.map((gap) => gap.key);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('each key is rule@subject or rule@subject#details, percent-encoded', async () => {
    for (const { key, rule } of (await check()).gaps) {
      expect(key.startsWith(`${rule}@`)).toBe(true);
      const [subject = '', details, ...more] = key.slice(rule.length + 1).split('#');
      expect(subject).toMatch(
        /^(project|[A-Za-z][A-Za-z0-9_.-]*|work-product:[a-z0-9-]+|system:[A-Za-z0-9_.-]+|file:[A-Za-z0-9._%/-]+)$/,
      );
      expect(details ?? 'x').toMatch(/^([A-Za-z0-9._-]|%[0-9A-F]{2})+(,([A-Za-z0-9._-]|%[0-9A-F]{2})+)*$/);
      expect(more).toEqual([]);
    }
  });

  test('gaps by file, line, column, key; problems by place', async () => {
    const { gaps, problems } = await check();
    const order = gaps.map((gap) => `${place(gap)}\0${gap.key}`);
    expect(order).toEqual(order.toSorted(byCodeUnit));
    const places = problems.map(place);
    expect(places).toEqual(places.toSorted(byCodeUnit));
  });

  test('places begin at 1 and paths are relative, with /', async () => {
    const { gaps, problems } = await check();
    for (const one of [...gaps, ...problems]) {
      expect(Math.min(one.line, one.column)).toBeGreaterThanOrEqual(1);
      expect(one.file).not.toMatch(/^\/|\\|^[A-Za-z]:|(^|\/)\.\.?\//);
    }
  });

  test('kinds, facts and obligations by their ids', async () => {
    const kinds = Object.keys((await check()).counts.byKind);
    const assessed = JSON.parse((await medward(folder, 'assess', '--json')).out) as {
      profile: object;
      obligations: readonly { id: string; scope: string; gaps: readonly string[] }[];
    };
    const ids = assessed.obligations.map((one) => `${one.id}\0${one.scope}`);
    for (const list of [kinds, Object.keys(assessed.profile), ids]) expect(list).toEqual(list.toSorted(byCodeUnit));
  });

  test('every gap that an obligation names is an open gap of check', async () => {
    const open = new Set((await check()).gaps.map((gap) => gap.key));
    const { obligations } = JSON.parse((await medward(folder, 'assess', '--json')).out) as {
      obligations: { gaps: string[] }[];
    };
    expect(obligations.flatMap((one) => one.gaps).filter((key) => !open.has(key))).toEqual([]);
  });

  // @verifies TC-705
  test('the same input and day give the same bytes', async () => {
    for (const words of [
      ['check', '--json'],
      ['assess', '--json'],
      ['next', '--json'],
    ])
      expect((await medward(folder, ...words)).out).toBe((await medward(folder, ...words)).out);
  });
});

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// @verifies TC-701
describe('exit status', () => {
  test('0 from check if every gap was known before', async () => {
    const { out } = await medward(LABDESK, 'check', '--json');
    const baseline = path.join(folderOf({ 'baseline.json': out }), 'baseline.json');
    const { status, out: again } = await medward(LABDESK, 'check', '--json', '--baseline', baseline);
    expect(status).toBe(0);
    expect((JSON.parse(again) as { gaps: { new: boolean }[] }).gaps.some((gap) => gap.new)).toBe(false);
  });

  test('1 if one error is new', async () => {
    const output = JSON.parse((await medward(LABDESK, 'check', '--json')).out) as { gaps: { severity: string }[] };
    const at = output.gaps.findIndex((gap) => gap.severity === 'error');
    const baseline = path.join(
      folderOf({ 'b.json': JSON.stringify({ gaps: output.gaps.toSpliced(at, 1) }) }),
      'b.json',
    );
    expect((await medward(LABDESK, 'check', '--baseline', baseline)).status).toBe(1);
  });

  test('1 if bytes could not be read, whatever the baseline says', async () => {
    const { out } = await medward(broken, 'check', '--json');
    const baseline = path.join(folderOf({ 'b.json': out }), 'b.json');
    expect((await medward(broken, 'check', '--baseline', baseline)).status).toBe(1);
  });

  test.each([
    ['no project', {}, 'no-project-here'],
    ['settings that cannot be read', { 'medward.yaml': 'medward: [' }, 'settings-unusable'],
    ['a pack that there is not', { 'medward.yaml': 'medward: 1\npacks: [iec62304@1999]\n' }, 'pack-unusable'],
  ])('2 with a message and problems: %s', async (_, files, code) => {
    const folder = folderOf(files);
    const { status, out, notes } = await medward(folder, 'check', '--json', '--project', folder);
    expect(status).toBe(2);
    expect(notes).toMatch(/^error /m);
    expect(JSON.parse(out)).toMatchObject({ code, problems: expect.any(Array) });
  });
});

describe('schemas', async () => {
  const names = (await medward(LABDESK, 'schema')).out.trim().split('\n');

  test.each(names)('%s compiles in strict mode and names its draft', async (name) => {
    const { status, out } = await medward(LABDESK, 'schema', name);
    expect(status).toBe(0);
    expect((JSON.parse(out) as { $schema?: string }).$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(await schema(name)).toBeTypeOf('function');
  });

  test('the list is in order, and JSON on request', async () => {
    expect(JSON.parse((await medward(LABDESK, 'schema', '--json')).out)).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(['soup.yaml', 'release.yaml', 'context.yaml', 'architecture.yaml', 'plans/elsewhere.yaml'])(
    'records/%s of LabDesk is valid, as a file and record by record',
    async (file) => {
      const lists = parse(readFileSync(path.join(LABDESK, 'records', file), 'utf8')) as Record<
        string,
        { id: string }[]
      >;
      expect(await faultsOf('records', lists)).toEqual([]);
      const { properties } = JSON.parse((await medward(LABDESK, 'schema', 'records')).out) as Properties;
      for (const [plural, records] of Object.entries(lists)) {
        const kind = properties[plural]!.items.properties.kind.const;
        for (const record of records) expect(await faultsOf(`record/${kind}`, record), record.id).toEqual([]);
      }
    },
  );

  test.each(['labdesk/medward.yaml', ...PROFILE_NAMES.map((name) => `profiles/${name}.yaml`)])(
    'settings %s',
    async (file) => {
      const text = readFileSync(path.join(import.meta.dirname, '../examples', file), 'utf8');
      expect(await faultsOf('settings', parse(text))).toEqual([]);
    },
  );

  test.each([
    ['a field that nobody knows', { id: 'TH-1', targts: ['EL-1'] }],
    ['a word that is none of its values', { id: 'TH-1', treatment: 'ignore' }],
    ['no id', { title: 'A threat' }],
    ['an id that cannot be one', { id: '1 2' }],
  ])('a threat with %s is refused', async (_, record) => {
    expect(await faultsOf('record/threat', record)).not.toEqual([]);
  });
});

interface Properties {
  readonly properties: Readonly<
    Record<string, { readonly items: { readonly properties: { readonly kind: { readonly const: string } } } }>
  >;
}

// @verifies TC-712
describe('explain', () => {
  test.each([
    ['a rule', 'threat-without-control'],
    ['a clause', 'iec62304:5.5.4'],
    ['a clause without a pack', 'iso13485:4.2.4'],
    ['a work product', 'threat-model'],
    ['a fact', 'exposure'],
    ['a kind', 'requirement'],
    ['a criterion', 'SAD-1'],
    ['a criterion of special tests', 'owasp-top10@2021:A03'],
    ['a selector', 'crossing-flows'],
    ['a type of evidence', 'static-analysis'],
    ['a method', 'cvss31-exploitability'],
    ['a rule of the overhead', 'R5'],
    ['a pack', 'iec62304@2015'],
    ['several things of one name', 'threats'],
  ])('%s, as JSON alone that is what its schema says', async (_, word) => {
    const { status, out } = await medward(LABDESK, 'explain', word, '--json');
    expect(status).toBe(0);
    expect(await faultsOf('output/explain', JSON.parse(out))).toEqual([]);
    expectKeys(JSON.parse(out), ['schema', 'found']);
  });

  test('a word that nothing has: status 2, the nearest name, and what to name', async () => {
    const { status, notes, out } = await medward(LABDESK, 'explain', 'threat-modle', '--json');
    expect(status).toBe(2);
    expect(notes).toContain('did you mean `threat-model`?');
    expect(out).not.toContain('medward/explain/1');
  });
});
