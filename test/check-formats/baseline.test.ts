/** `check --baseline`: only what is new blocks, in every format; a baseline can shrink, and another's is refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { check, openProject, readBaseline, type CheckOutput } from '../../src/index.js';
import { runIn, type Outcome } from '../hostile/run-medward.js';
import { glucoloop, labdesk } from './outputs.js';
import { sampleFolder } from '../sample-folders.js';

const LABDESK = sampleFolder('labdesk-begun');
const folder = mkdtempSync(path.join(tmpdir(), 'medward-baseline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function fileOf(content: unknown): string {
  const file = path.join(folder, `${(files += 1)}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

function checkWith(baseline: unknown, ...words: readonly string[]): Promise<Outcome> {
  return runIn(LABDESK, ['check', '--baseline', fileOf(baseline), ...words]);
}

const firstError = labdesk.gaps.findIndex((gap) => gap.severity === 'error');
const withoutOne = { ...labdesk, gaps: labdesk.gaps.toSpliced(firstError, 1) };
const FORMATS = ['text', 'json', 'sarif', 'junit', 'markdown', 'github', 'gitlab'];

// @verifies TC-719
describe.each(FORMATS)('--format %s', (format) => {
  test('status 0 if everything was known, 1 if one error is new', async () => {
    expect((await checkWith(labdesk, '--format', format)).status).toBe(0);
    expect((await checkWith(withoutOne, '--format', format)).status).toBe(1);
  });
});

test('the verdict counts what is new, and what is known apart', async () => {
  const all = await checkWith(labdesk);
  expect(all.out).toMatch(/^LabDesk 3\.2\.0: no new gap; \d+ known from the baseline,/);
  const one = await checkWith(withoutOne);
  expect(one.out).toMatch(/^LabDesk 3\.2\.0: 1 new gap blocks; \d+ known from the baseline,/);
});

test('JSON says what the baseline was, and how much of it is gone', async () => {
  const { out } = await checkWith(
    { ...labdesk, gaps: [...labdesk.gaps, { key: 'asset-without-place@A-9' }] },
    '--json',
  );
  const { baseline, gaps } = JSON.parse(out) as CheckOutput;
  expect(baseline).toEqual({
    version: labdesk.tool.version,
    date: labdesk.date,
    commit: labdesk.project.commit,
    gaps: labdesk.gaps.length + 1,
    gone: 1,
  });
  expect(gaps.some((gap) => gap.new)).toBe(false);
  const text = await checkWith({ ...labdesk, gaps: [...labdesk.gaps, { key: 'asset-without-place@A-9' }] });
  expect(text.out.replaceAll(/\s+/g, ' ')).toContain(
    `1 of the ${labdesk.gaps.length + 1} gaps in the baseline is gone`,
  );
});

describe('a baseline that is written again', () => {
  test('with `--baseline` holds what it held and what is still there, and nothing new', async () => {
    const old = { ...withoutOne, gaps: [...withoutOne.gaps, { key: 'asset-without-place@A-9' }] };
    const again = await checkWith(old, '--json');
    const read = readBaseline(again.out);
    const keys = read.ok ? [...read.baseline.keys].toSorted() : [];
    expect(keys).toEqual(withoutOne.gaps.map((gap) => gap.key).toSorted());
    // The new error still blocks: writing a baseline again hides nothing.
    expect((await checkWith(again.out)).status).toBe(1);
  });

  test('without it holds everything', async () => {
    const { out } = await runIn(LABDESK, ['check', '--json']);
    expect((await checkWith(out)).status).toBe(0);
  });
});

describe('a baseline that does not fit', () => {
  test.each<[string, unknown, RegExp]>([
    ['of another project', glucoloop, /is of the project GlucoLoop, and this is LabDesk/],
    [
      'the output of another command',
      { ...labdesk, schema: 'medward/assess/1' },
      /is an output of another command \(medward\/assess\/1\)/,
    ],
    [
      'of a later shape',
      { ...labdesk, schema: 'medward/check/2' },
      /has the shape medward\/check\/2; read is medward\/check\/1/,
    ],
    ['no JSON', '{"gaps": [', /cannot be read as JSON/],
    ['an empty file, as after `> baseline.json` of the same name', '', /cannot be read as JSON/],
    ['no gaps', { schema: 'medward/check/1' }, /holds no list of gaps/],
    ['a list', [], /holds no list of gaps/],
    ['an error', { schema: 'medward/error/1', code: 'no-project' }, /is an output of another command/],
  ])('%s: status 2, and words that say what to do', async (_, baseline, message) => {
    const { status, err, out } = await checkWith(baseline, '--json');
    expect(status).toBe(2);
    expect(err).toMatch(message);
    expect(err).toMatch(/\n {2}do {4}\S/);
    expect(JSON.parse(out)).toMatchObject({ schema: 'medward/error/1', code: 'bad-option' });
  });

  test('a file that is not there', async () => {
    const { status, err } = await runIn(LABDESK, ['check', '--baseline', path.join(folder, 'none.json')]);
    expect(status).toBe(2);
    expect(err).toContain('cannot be read');
  });

  test('entries that are no gaps are passed over', async () => {
    const gaps = [null, 1, 'key', {}, { key: 7 }, ...labdesk.gaps];
    expect((await checkWith({ ...labdesk, gaps })).status).toBe(0);
  });
});

test('one of an older Medward is taken, with a note that is no output', async () => {
  const { status, err, out } = await checkWith({ ...labdesk, tool: { ...labdesk.tool, version: '0.0.1' } }, '--json');
  expect(status).toBe(0);
  expect(err).toMatch(/^note {3}Medward 0\.0\.1 wrote the baseline, and this is /m);
  expect(JSON.parse(out)).toMatchObject({ baseline: { version: '0.0.1' } });
});

test('keys alone are a baseline too, as a program may write them', async () => {
  expect((await checkWith({ gaps: labdesk.gaps.map(({ key }) => ({ key })) })).status).toBe(0);
});

describe('the library', () => {
  const project = openProject(LABDESK);

  test('takes a baseline as it was read, or keys, and gives what the command line prints', async () => {
    const read = readBaseline(JSON.stringify(withoutOne));
    const baseline = read.ok ? read.baseline : undefined;
    const { out } = await checkWith(withoutOne, '--json');
    expect(JSON.parse(JSON.stringify(check(project, { date: labdesk.date, baseline: baseline! })))).toEqual(
      JSON.parse(out),
    );
    const keys = new Set(withoutOne.gaps.map((gap) => gap.key));
    const byKeys = check(project, { date: labdesk.date, baseline: keys });
    expect(byKeys.gaps.filter((gap) => gap.new).map((gap) => gap.key)).toEqual([labdesk.gaps[firstError]?.key]);
  });

  test('learns nothing from the baseline of another project', () => {
    const read = readBaseline(JSON.stringify({ ...labdesk, project: glucoloop.project }));
    const { gaps } = check(project, { date: labdesk.date, baseline: read.ok ? read.baseline : new Set() });
    expect(gaps.every((gap) => gap.new)).toBe(true);
  });
});

describe('words of check that do not fit together', () => {
  test.each<[readonly string[], RegExp]>([
    [['--format', 'sarfi'], /There is no format `sarfi`; did you mean `sarif`\?/],
    [['--format', '__proto__'], /There is no format `__proto__`/],
    [['--json', '--format', 'sarif'], /ask for two formats/],
    [['--format', 'sarif', '--rule', 'duplicate-id'], /The format sarif takes no --rule/],
    [['--format', 'text', '--path-prefix', 'a'], /The format text takes no --path-prefix/],
    [['--json', '--path-prefix', 'a'], /The format json takes no --path-prefix/],
    [['--format', 'junit', '--without-decided'], /The format junit takes no --without-decided/],
    [['--format', 'sarif', '--path-prefix', '../a'], /leads out of the project|leads out/],
    [['--format', 'sarif', '--path-prefix', '/a'], /is absolute/],
  ])('%j', async (words, message) => {
    const { status, err } = await runIn(LABDESK, ['check', ...words]);
    expect(status).toBe(2);
    expect(err).toMatch(message);
  });

  test('--format json is --json', async () => {
    const { out } = await runIn(LABDESK, ['check', '--format', 'json']);
    expect(out).toBe((await runIn(LABDESK, ['check', '--json'])).out);
    expect(JSON.parse((await runIn(folder, ['check', '--format=json', '--project', folder])).out)).toMatchObject({
      schema: 'medward/error/1',
    });
  });

  test('a path prefix stands before every path', async () => {
    const words = ['check', '--path-prefix', './devices/labdesk/', '--format'];
    const sarif = (await runIn(LABDESK, [...words, 'sarif'])).out;
    const uris = [...sarif.matchAll(/"uri": "([^"]+)"/g)].map(([, uri]) => uri ?? '');
    expect(uris.length).toBeGreaterThan(100);
    expect(uris.filter((uri) => !uri.startsWith('devices/labdesk/'))).toEqual([]);
    expect((await runIn(LABDESK, [...words, 'github'])).out).toContain('file=devices/labdesk/records/');
    expect((await runIn(LABDESK, [...words, 'gitlab'])).out).toContain('"path": "devices/labdesk/records/');
    expect((await runIn(LABDESK, [...words, 'junit'])).out).toContain('\ndevices/labdesk/records/');
    expect((await runIn(LABDESK, [...words, 'markdown'])).out).toContain('| devices/labdesk/records/');
  });
});
