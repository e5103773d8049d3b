/** `medward import` and `medward export` as a user meets them: files, statuses, JSON by its schema, nothing overwritten. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { ExportOutput, ImportOutput } from '../../src/contract/index.js';
import { FIXTURES } from './models.test-support.js';
import { runMedward, type Ran } from '../run-medward.test-support.js';

const root = mkdtempSync(path.join(tmpdir(), 'medward-exchange-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder = '';
let number = 0;

beforeEach(() => {
  folder = path.join(root, String(++number));
  mkdirSync(folder);
  put(
    'medward.yaml',
    'medward: 1\ndevice: { name: Viewer, version: 1.0.0 }\nprofile: { exposure: [public-network] }\npacks: [iec62304@2015]\n',
  );
});

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

function read(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

function files(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .toSorted();
}

function medward(...words: readonly string[]): Promise<Ran> {
  return runMedward(folder, words);
}

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });

type Outputs = { readonly import: ImportOutput; readonly export: ExportOutput };

async function json<N extends keyof Outputs>(
  ...words: readonly [N, ...string[]]
): Promise<{ status: number; output: Outputs[N] }> {
  const { status, out } = await medward(...words, '--json');
  const schema = await medward('schema', `output/${words[0]}`);
  const validate = ajv.compile(JSON.parse(schema.out) as object);
  const output = JSON.parse(out) as Outputs[N];
  validate(output);
  expect(validate.errors ?? []).toEqual([]);
  ajv.removeSchema();
  return { status, output };
}

const CAR = path.join(FIXTURES, 'threat-dragon/renting-car.json');
const SPLIT = path.join(FIXTURES, 'threagile/split/model.yaml');

describe('import', () => {
  test('writes one file per kind, which check reads', async () => {
    const { status, output } = await json('import', CAR);
    expect([status, output.format, output.formatVersion, output.records]).toEqual([
      0,
      'threat-dragon',
      '2.3.0',
      { boundary: 3, document: 1, flow: 15, item: 15 },
    ]);
    expect(output.files.map((file) => file.state)).toEqual(['written', 'written', 'written', 'written']);
    expect(files()).toEqual(['medward.yaml', ...output.files.map((file) => file.path)]);
    const check = await medward('check', '--json');
    expect((JSON.parse(check.out) as { counts: { byKind: object } }).counts.byKind).toMatchObject({
      flow: 15,
      item: 15,
    });
  });

  test.each([
    ['the format found out', [CAR]],
    ['auto', ['auto', CAR]],
    ['the format by its name', ['threat-dragon', CAR]],
  ])('%s', async (_, words) => {
    expect((await json('import', ...words)).output.links).toBe(42);
  });

  test('again changes nothing, and a file that somebody changed stops it before anything is written', async () => {
    await medward('import', CAR);
    const again = await json('import', CAR);
    expect([again.status, ...again.output.files.map((file) => file.state)]).toEqual([
      0,
      'unchanged',
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    rmSync(path.join(folder, 'records/imported/renting-car/flows.yaml'));
    put('records/imported/renting-car/items.yaml', 'items: []\n');
    const refused = await json('import', CAR);
    expect([refused.status, ...refused.output.files.map((file) => file.state)]).toEqual([
      2,
      'unchanged',
      'unchanged',
      'not-written',
      'in-the-way',
    ]);
    expect(refused.output.problems.map((problem) => problem.path)).toEqual(['records/imported/renting-car/items.yaml']);
    expect(read('records/imported/renting-car/items.yaml')).toBe('items: []\n');
    expect(files()).not.toContain('records/imported/renting-car/flows.yaml');
  });

  test('a dry run writes nothing', async () => {
    const { status, output } = await json('import', CAR, '--dry-run');
    expect([status, output.dryRun, output.files[0]?.state]).toEqual([0, true, 'not-written']);
    expect(files()).toEqual(['medward.yaml']);
  });

  test('gives other ids where the project has them', async () => {
    put('records/own.yaml', 'items:\n  - { id: EL-connected-car, title: Ours }\n');
    await medward('import', CAR);
    expect(read('records/imported/renting-car/items.yaml')).toMatch(/- id: EL-connected-car-[0-9a-f]{6}\n/);
    const { out } = await medward('check', '--json');
    expect(out).not.toContain('"duplicate-id@');
  });

  test('a folder of the project may be named, and one that no run reads is told', async () => {
    expect((await json('import', CAR, '--into', 'records/model')).output.files[0]?.path).toBe(
      'records/model/boundaries.yaml',
    );
    const { output } = await json('import', CAR, '--into', 'elsewhere', '--dry-run');
    expect(output.problems).toEqual([
      { path: 'elsewhere', message: expect.stringContaining('No run reads this folder') },
    ]);
  });

  test.each([['..'], ['../other'], ['/tmp'], ['records/../../x']])('never out of the project: %s', async (into) => {
    const { status, notes } = await medward('import', CAR, '--into', into);
    expect([status, files()]).toEqual([2, ['medward.yaml']]);
    expect(notes).toContain('leads out of the project');
  });

  test('nothing is written through a link', async () => {
    mkdirSync(path.join(root, 'outside'), { recursive: true });
    symlinkSync(path.join(root, 'outside'), path.join(folder, 'records'));
    const { status } = await medward('import', CAR);
    expect([status, readdirSync(path.join(root, 'outside'))]).toEqual([2, []]);
  });

  test('reads what a model includes from its own folder, and not through a link out of it', async () => {
    const split = path.join(folder, 'split');
    cpSync(path.dirname(SPLIT), split, { recursive: true });
    symlinkSync(CAR, path.join(split, 'parts/missing.yaml'));
    const { output } = await json('import', path.join(split, 'model.yaml'));
    expect(output.records).toMatchObject({ item: 2, asset: 3 });
    expect(output.problems).toContainEqual({
      path: 'parts/missing.yaml',
      message: expect.stringContaining('leads out of the folder'),
    });
  });

  test.each([
    ['no file', ['nosuch.json'], 'There is no such file.'],
    ['a folder', ['.'], 'This is no ordinary file.'],
    ['no word', [], 'Which model is to be imported is not understood.'],
    ['an unknown format', ['otn', CAR], 'There is no format `otn`; did you mean `otm`?'],
    ['too many words', ['otm', CAR, CAR], 'Which model is to be imported is not understood.'],
  ])('%s', async (_, words, says) => {
    const { status, notes } = await medward('import', ...words);
    expect([status, notes.includes(says), notes]).toEqual([2, true, notes]);
  });

  test('a file of no format is told, in JSON too', async () => {
    put('other.xml', '<a/>');
    const { status, output } = await json('import', 'other.xml');
    expect([status, output.format, output.files]).toEqual([2, 'unknown', []]);
    expect(output.problems[0]?.message).toContain('The file is XML');
  });

  test('the text shows twenty losses, all on request, and what to do next', async () => {
    const { out } = await medward('import', CAR);
    expect(out.split('\n').filter((line) => line.startsWith('  /'))).toHaveLength(20);
    expect(out).toContain('more places: medward import --all');
    expect(out).toContain('then see what is missing with `medward check`.');
    const all = await medward('import', CAR, '--all');
    expect(all.out).not.toContain('more places');
  });

  test('nothing of a model steers the terminal', async () => {
    const name = '\u001B[31mred\u001B[0m \u202Ereversed';
    put(
      'm.json',
      JSON.stringify({
        otmVersion: '0.2.0',
        project: { name, id: name },
        [name]: name,
        components: [
          { id: '1', name },
          { id: '1', name: 'x' },
        ],
      }),
    );
    const { out } = await medward('import', 'm.json', '--all');
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u202A-\u202E]/);
    expect(out).toContain('no-such-field  1 value');
  });
});

describe('export', () => {
  beforeEach(() => {
    put('records/model.yaml', 'items:\n  - { id: EL-1, title: Server, role: process, code: [src/**] }\n');
  });

  test.each(['otm', 'threagile', 'threat-dragon'])(
    '%s to standard output, what it loses to standard error',
    async (format) => {
      const { status, out, notes } = await medward('export', format);
      expect(status).toBe(0);
      expect(out).toContain('Server');
      expect(out).not.toContain('no-such-field');
      if (format !== 'otm') expect(notes).toContain('EL-1/code  src/**');
    },
  );

  test('into a new file, and never over one that is there', async () => {
    const { status, output } = await json('export', 'otm', '-o', 'model.json');
    expect([status, output.file, output.content, output.records]).toEqual([0, 'model.json', null, { item: 1 }]);
    const text = read('model.json');
    expect(text).toContain('"otmVersion": "0.2.0"');
    put('records/more.yaml', 'items:\n  - { id: EL-2, title: Client }\n');
    expect((await medward('export', 'otm', '--output', 'model.json')).status).toBe(2);
    expect(read('model.json')).toBe(text);
  });

  test('as JSON, with the file in it', async () => {
    const { output } = await json('export', 'threat-dragon');
    expect(JSON.parse(output.content ?? '')).toMatchObject({ version: '2.3.0', summary: { title: 'Viewer' } });
    expect(output.lost).toContainEqual({ path: 'EL-1/code', reason: 'no-such-field', what: 'src/**' });
  });

  test.each([
    ['no format', []],
    ['an unknown one', ['visio']],
    ['two', ['otm', 'threagile']],
  ])('%s', async (_, words) => {
    const { status, notes } = await medward('export', ...words);
    expect([status, notes.includes('otm, threagile, threat-dragon')]).toEqual([2, true]);
  });

  test('what was exported is imported again', async () => {
    await medward('export', 'otm', '-o', 'model.json');
    rmSync(path.join(folder, 'records'), { recursive: true });
    await medward('import', 'model.json');
    expect(read('records/imported/model/items.yaml')).toContain(
      '- id: EL-1\n    title: Server\n    status: draft\n    role: process\n    code: [src/**]\n',
    );
  });
});
