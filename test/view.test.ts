import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { runProgram } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';

const EXAMPLES = path.join(import.meta.dirname, '../examples');
const GALLERY = path.join(import.meta.dirname, '../docs/gallery');
const LABDESK = path.join(EXAMPLES, 'labdesk');
const GLUCOLOOP = path.join(EXAMPLES, 'glucoloop');

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly notes: string;
}

async function medward(folder: string, ...words: readonly string[]): Promise<Ran> {
  let out = '';
  let notes = '';
  const status = await runProgram([...words, '--date', '2026-11-24'], {
    terminal: { out: (text) => (out += text), note: (text) => (notes += text), paint: painter(false), width: 100 },
    folder,
    now: () => new Date('2026-11-24T00:00:00Z'),
  });
  return { status, out, notes };
}

const scratch = mkdtempSync(path.join(tmpdir(), 'medward-view-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(scratch, 'case-'));
});

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const schemas = new Map<string, ValidateFunction>();

async function schemaOf(name: string): Promise<ValidateFunction> {
  const known = schemas.get(name);
  if (known) return known;
  let out = '';
  await runProgram(['schema', `output/${name}`], {
    terminal: { out: (text) => (out += text), note: () => undefined, paint: painter(false), width: 100 },
    folder: LABDESK,
    now: () => new Date('2026-11-24T00:00:00Z'),
  });
  const validate = ajv.compile(JSON.parse(out) as object);
  schemas.set(name, validate);
  return validate;
}

const BROKEN = path.join(scratch, 'broken');
mkdirSync(path.join(BROKEN, 'records'), { recursive: true });
writeFileSync(path.join(BROKEN, 'medward.yaml'), 'medward: 1\ndevice: { name: Broken }\nrecords: [records]\n');
writeFileSync(
  path.join(BROKEN, 'records/a.yaml'),
  'items: [{ id: EL-1, parent: EL-1 }]\nflows: [{ id: DF-1, from: EL-1, to: EL-9 }, { id: DF-2 }]\ninterfaces: [{ id: IF-1 }]\nassets: [{ id: AS-1, carried-by: DF-1 }, { id: AS-2, type: function }]\nagents: [{ id: AG-1 }]\nviews: [{ id: VW-1, purpose: security-use-case, steps: [{ flows: [DF-1, DF-9] }] }]\n',
);

describe('every output fits its schema', () => {
  test.each([
    ['views', LABDESK, []],
    ['views', GLUCOLOOP, []],
    ['views', BROKEN, []],
    ['view', LABDESK, ['VW-01']],
    ['view', GLUCOLOOP, ['VW-04']],
    ['view', GLUCOLOOP, ['VW-04', '--sequence']],
    ['view', GLUCOLOOP, ['--purpose', 'software-architecture']],
    ['view', GLUCOLOOP, ['--asset', 'AS-02']],
    ['view', BROKEN, ['VW-1']],
    ['view', BROKEN, ['--asset', 'AS-1']],
    ['view', BROKEN, ['--purpose', 'global']],
    ['surface', GLUCOLOOP, ['--surface']],
    ['surface', BROKEN, ['--surface']],
    ['reach', GLUCOLOOP, ['--reach', 'EL-06']],
    ['reach', GLUCOLOOP, ['--reach', 'AS-05']],
    ['reach', GLUCOLOOP, ['--reach', 'DF-05']],
    ['reach', BROKEN, ['--reach', 'IF-1']],
    ['path-details', GLUCOLOOP, ['--paths']],
    ['path-details', BROKEN, ['--paths']],
    ['asset-places', GLUCOLOOP, ['--assets']],
    ['asset-places', BROKEN, ['--assets']],
    ['use-case-states', GLUCOLOOP, ['--states']],
    ['use-case-states', BROKEN, ['--states']],
  ] as const)('%s of %s %j', async (schema, project, words) => {
    const { status, out } = await medward(project, 'view', ...words, '--json');
    expect(status).toBe(0);
    const validate = await schemaOf(schema);
    validate(JSON.parse(out));
    expect(validate.errors ?? []).toEqual([]);
    expect((await medward(project, 'view', ...words)).status).toBe(0);
  });
});

describe('the samples answer as they were counted by hand', () => {
  test('interfaces by state, and the flow without one', async () => {
    const { out } = await medward(GLUCOLOOP, 'view', '--surface', '--json');
    const surface = JSON.parse(out) as { counts: object; flowsWithoutInterface: readonly string[] };
    expect(surface.counts).toEqual({ open: 25, serviceOnly: 4, closed: 2, unknown: 0 });
    expect(surface.flowsWithoutInterface).toEqual(['DF-30']);
  });

  test('crossings and those that no threat considers', async () => {
    const { out } = await medward(GLUCOLOOP, 'view', 'VW-01', '--json');
    const view = JSON.parse(out) as { counts: object; flows: readonly { id: string; standing: string }[] };
    expect(view.counts).toEqual({ elements: 28, boundaries: 12, flows: 37, crossings: 28, unanswered: 7, unknown: 0 });
    expect(view.flows.filter((flow) => flow.standing === 'unanswered').map((flow) => flow.id)).toEqual([
      'DF-01',
      'DF-02',
      'DF-06',
      'DF-08',
      'DF-10',
      'DF-11',
      'DF-27',
    ]);
  });
});

describe('drawing into a file', () => {
  test('an SVG says what it was made of, and is the same when drawn again over itself', async () => {
    const { status, out } = await medward(LABDESK, 'view', 'VW-02', '-o', path.join(folder, 'a.svg'));
    expect(status).toBe(0);
    expect(out).toContain('Drawn into');
    const first = readFileSync(path.join(folder, 'a.svg'), 'utf8');
    expect(first).toContain('LabDesk 3.2.0');
    expect(first).toContain('2026-11-24');
    await medward(LABDESK, 'view', 'VW-02', '--output', path.join(folder, 'a.svg'));
    expect(readFileSync(path.join(folder, 'a.svg'), 'utf8')).toBe(first);
    expect(readdirSync(folder)).toEqual(['a.svg']);
  });

  test('a PNG has the width that was asked for, and the same bytes twice', async () => {
    const file = path.join(folder, 'a.png');
    expect((await medward(LABDESK, 'view', 'VW-02', '-o', file, '--width', '600')).status).toBe(0);
    const first = readFileSync(file);
    expect(first.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(first.readUInt32BE(16)).toBe(600);
    await medward(LABDESK, 'view', 'VW-02', '-o', file, '--width', '600');
    expect(readFileSync(file).equals(first)).toBe(true);
  });

  test.each([
    ['a text that is no picture', (file: string) => writeFileSync(file, 'requirements: []\n')],
    ['a page that only speaks of pictures', (file: string) => writeFileSync(file, '<html><svg></svg></html>')],
    ['a folder', (file: string) => mkdirSync(file)],
    ['a link', (file: string) => symlinkSync(path.join(GALLERY, 'labdesk-global.svg'), file)],
  ])('%s stays as it is', async (_, put) => {
    const file = path.join(folder, 'there.svg');
    put(file);
    const { status, notes } = await medward(LABDESK, 'view', 'VW-02', '-o', file);
    expect(status).toBe(2);
    expect(notes).toMatch(/and is not overwritten\./);
    expect(readdirSync(folder)).toEqual(['there.svg']);
  });

  test.each([
    ['another ending', ['VW-02', '-o', 'a.md'], 'has the ending of neither of the two formats'],
    ['a folder that is not there', ['VW-02', '-o', 'no/a.svg'], 'cannot be written (ENOENT)'],
    ['a width that is none', ['VW-02', '-o', 'a.png', '--width', '9e9'], 'cannot be 9e9 pixels wide'],
    ['no view', ['-o', 'a.svg'], 'Nothing was named'],
    ['a question that is a table', ['--surface', '-o', 'a.svg'], 'is a table and cannot be drawn'],
    ['two at once', ['VW-02', '--paths'], 'More than one view is asked for'],
    ['a record that is no view', ['EL-05', '-o', 'a.svg'], 'EL-05 is not a view'],
    ['a view that is not there', ['VW-99'], 'No record has the id `VW-99`'],
    ['a purpose that is none', ['--purpose', 'globl'], 'did you mean `global`'],
    ['a step that is not there', ['VW-04', '--step', '9'], 'VW-04 has no step 9'],
    ['a sequence without steps', ['VW-01', '--sequence'], 'There are no steps to draw'],
    ['the reach of a control', ['--reach', 'SC-01'], 'Nobody reaches SC-01'],
    ['the ways to something that is no asset', ['--asset', 'EL-05'], 'EL-05 is not an asset'],
  ])('%s is told, and nothing is written', async (_, words, message) => {
    const { status, notes } = await medward(folder, 'view', ...words, '--project', LABDESK);
    expect(status).toBe(2);
    expect(notes).toContain(message);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('positions that a person pinned beside the project are used, and refused in words', async () => {
  for (const file of ['medward.yaml', 'records/a.yaml']) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  }
  writeFileSync(path.join(folder, 'medward.yaml'), 'medward: 1\ndevice: { name: Pinned }\nrecords: [records]\n');
  writeFileSync(
    path.join(folder, 'records/a.yaml'),
    'items: [{ id: EL-1, role: process }, { id: EL-2, role: store }]\nflows: [{ id: DF-1, from: EL-1, to: EL-2 }]\nviews: [{ id: VW-1, purpose: global }]\n',
  );
  mkdirSync(path.join(folder, 'views'));
  const pin = async (
    text: string,
  ): Promise<{ ran: Ran; positions: Record<string, [number, number]>; refusals: readonly string[] }> => {
    writeFileSync(path.join(folder, 'views/VW-1.positions.yaml'), text);
    const ran = await medward(folder, 'view', 'VW-1', '--json');
    return {
      ran,
      ...(
        JSON.parse(ran.out) as { drawing: { positions: Record<string, [number, number]>; refusals: readonly string[] } }
      ).drawing,
    };
  };
  const used = await pin('positions:\n  EL-1: [100, 50]\n  EL-2: [100, 400]\n');
  expect(used.refusals).toEqual([]);
  expect(used.positions['EL-2']![1] - used.positions['EL-1']![1]).toBe(350);
  const refused = await pin('positions:\n  EL-1: [100, 50]\n  EL-2: [100, 60]\n');
  expect(refused.refusals).toEqual(['EL-1 and EL-2 lie over one another.']);
  const wrong = await pin('positions:\n  EL-1: [far, 50]\n');
  expect(wrong.ran.notes).toMatch(/views\/VW-1\.positions\.yaml:2:\d+ {2}warning/);
});

/** Small pictures of the samples, for people who want to see before they install; `UPDATE_EXPECTED=1` draws them anew. */
describe('the gallery shows what the program draws today', () => {
  test.each([
    ['labdesk-global', LABDESK, ['VW-01']],
    ['glucoloop-update', GLUCOLOOP, ['VW-03']],
    ['glucoloop-dose', GLUCOLOOP, ['VW-04', '--step', '1']],
    ['glucoloop-architecture', GLUCOLOOP, ['--purpose', 'software-architecture']],
  ])('%s', async (name, project, words) => {
    const drawn = path.join(folder, 'drawn.svg');
    expect((await medward(project, 'view', ...words, '-o', drawn)).status).toBe(0);
    // The line at the foot names the commit, which is another one with each commit.
    const text = readFileSync(drawn, 'utf8').replace(/\n<text[^>]*>(LabDesk|GlucoLoop) [^<]*<\/text>(?=<\/svg>)/, '');
    expect(text).toMatch(/<\/svg>\n$/);
    const file = path.join(GALLERY, `${name}.svg`);
    if (process.env['UPDATE_EXPECTED'] !== undefined) writeFileSync(file, text);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
  });
});
