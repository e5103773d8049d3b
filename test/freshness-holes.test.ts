/** Ways by which a result could be called current although something that it rests on had changed, each closed. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, openProject } from '../src/index.js';
import { commitAll, git, testFolder, writeFiles, type Files } from '../src/project/folder.test-support.js';
import { add, ALL, allPassed, causeOf, commitFiles, DATE, FILES, junit, newPump, states } from './freshness/pump.js';

const SETTINGS = String(FILES['medward.yaml']);
const REQUIREMENTS = String(FILES['records/requirements.yaml']);
const TESTS = String(FILES['records/tests.yaml']);

/** The pump in a folder of a larger repository, whose code lies beside that folder. */
function pumpBeside(settings: string, more: Files = {}): { readonly root: string; readonly folder: string } {
  const own = Object.entries({ ...FILES, 'medward.yaml': settings, ...more }).filter(
    ([path]) => !/^(?:src|test)\//.test(path),
  );
  const root = testFolder({
    ...Object.fromEntries(own.map(([path, text]) => [`regulatory/${path}`, text])),
    'src/main.ts': 'export const main = 1;\n',
  });
  commitAll(root);
  return { root, folder: join(root, 'regulatory') };
}

// @verifies TC-529
describe('code that lies outside of the folder of the project', () => {
  const WITHOUT_CODE = SETTINGS.replace('code: [src, test]\n', '');
  const NO_ITEM_CODE = { 'records/items.yaml': String(FILES['records/items.yaml']).replaceAll(/, code: \[.*?\]/g, '') };

  test.each([
    ['is named nowhere', WITHOUT_CODE],
    ['is named and not there', SETTINGS],
  ])('and %s: unknown, with what to write', async (_, settings) => {
    const { root, folder } = pumpBeside(settings, NO_ITEM_CODE);
    await add(folder, allPassed());
    expect(states(folder)['TC-3']).toBe('undated');
    expect(causeOf(folder, 'TC-3')).toContain(
      'no file of the code of SW-1 is known: name it under `code:` or `build:` in medward.yaml',
    );
    commitFiles(root, { 'src/main.ts': 'changed\n' });
    for (const id of ALL) expect(states(folder)[id]).not.toBe('current');
  });

  test.each([
    ['fits no file', "build: ['device/**', package-lock.json]", 'names `device/**`, which fits no tracked file'],
    ['leads out of it', 'build: [../src/**, package-lock.json]', 'leads out of the project'],
  ])('and named by a `build:` that %s: unknown', async (_, build, cause) => {
    const { folder } = pumpBeside(WITHOUT_CODE.replace('class: B,', `class: B, ${build},`), NO_ITEM_CODE);
    await add(folder, allPassed());
    expect(causeOf(folder, 'TC-3')).toMatch(/^undated: /);
    expect(causeOf(folder, 'TC-3')).toContain(cause);
  });

  test('and a copy of it in the folder that items name: current', async () => {
    const { folder } = newPump({ 'medward.yaml': WITHOUT_CODE });
    await add(folder, allPassed());
    expect(states(folder)['TC-3']).toBe('current');
  });

  test('and a tracked file of the folder changed: out of date, whatever is not known', async () => {
    const { folder } = pumpBeside(WITHOUT_CODE, NO_ITEM_CODE);
    await add(folder, allPassed());
    writeFiles(folder, { 'tools/release-notes.txt': 'Other notes.\n' });
    expect(states(folder)['TC-3']).toBe('stale');
  });
});

// @verifies TC-529
describe('records that were edited between the run and `evidence add`', () => {
  test.each([
    ['the requirement', 'records/requirements.yaml', REQUIREMENTS.replace('10 ml', '20 ml'), 'SRS-1 changed since'],
    ['the test', 'records/tests.yaml', TESTS.replace('Pump refuses', 'Pump warns'), 'TC-3 changed since'],
  ])('%s: out of date, also once it is committed', async (_, path, text, because) => {
    const { folder } = newPump();
    writeFiles(folder, { [path]: text });
    await add(folder, allPassed());
    expect(causeOf(folder, 'TC-3')).toBe(`stale: is out of date: ${because}`);
    commitAll(folder);
    expect(states(folder)['TC-3']).toBe('stale');
    await add(folder, junit('2026-11-21T10:00:00Z', { 'TC-3': 'passed' }));
    expect(states(folder)['TC-3']).toBe('current');
  });

  test('and put back: current', async () => {
    const { folder } = newPump();
    writeFiles(folder, { 'records/tests.yaml': TESTS.replace('Pump refuses', 'Pump warns') });
    await add(folder, allPassed());
    writeFiles(folder, { 'records/tests.yaml': TESTS });
    expect(states(folder)['TC-3']).toBe('current');
  });

  test('a test that stands in no commit: nobody can tell what it said', async () => {
    const { folder } = newPump();
    writeFiles(folder, {
      'records/more.yaml': 'tests:\n  - { id: TC-9, title: New, level: system, verifies: [SRS-1] }\n',
    });
    await add(folder, junit('2026-11-20T10:00:00Z', { 'TC-9': 'passed' }));
    expect(causeOf(folder, 'TC-9')).toBe('undated: passed, but nobody can tell what TC-9 said then');
  });

  test('in a project that stands in no commit yet', async () => {
    const folder = testFolder({ 'src/main.ts': 'x' });
    commitAll(folder);
    writeFiles(folder, FILES);
    await add(folder, allPassed());
    for (const id of ALL) expect(states(folder)[id]).toBe('undated');
  });
});

// @verifies TC-529
describe('a tracked link', () => {
  const BUILD = SETTINGS.replace('class: B,', "class: B, build: ['src/**', package-lock.json],");

  async function pumpWithLink(target: string, more: Files = {}): Promise<string> {
    const folder = testFolder({
      ...FILES,
      'medward.yaml': BUILD,
      'shared/limits.ts': 'export const high = 1;\n',
      ...more,
    });
    mkdirSync(join(folder, 'src'), { recursive: true });
    symlinkSync(target, join(folder, 'src/linked.ts'));
    commitAll(folder);
    await add(folder, allPassed());
    return folder;
  }

  test('to a file outside the patterns is out of date when that file changes', async () => {
    const folder = await pumpWithLink('../shared/limits.ts');
    expect(states(folder)['TC-3']).toBe('current');
    commitFiles(folder, { 'shared/limits.ts': 'export const high = 2;\n' });
    expect(causeOf(folder, 'TC-3')).toBe('stale: is out of date: src/linked.ts changed since');
  });

  test('out of the project is unknown', async () => {
    const folder = await pumpWithLink('../../somewhere/limits.ts');
    expect(causeOf(folder, 'TC-3')).toContain(
      'undated: passed, but nobody can tell whether src/linked.ts, or what it leads to, changed since',
    );
    commitFiles(folder, { 'src/main.ts': 'changed\n' });
    expect(causeOf(folder, 'TC-3')).toContain('stale: is out of date: src/main.ts changed');
  });
});

// @verifies TC-529
test('new files that only the code of an item names make it stale', async () => {
  const { folder } = newPump({ 'medward.yaml': SETTINGS.replace('code: [src, test]', 'code: [test]') });
  await add(folder, allPassed());
  writeFiles(folder, { 'src/dose/new.ts': 'x', 'src/other.ts': 'x' });
  expect(causeOf(folder, 'TC-1')).toBe('stale: is out of date: src/dose/new.ts came in without a commit since');
  expect(causeOf(folder, 'TC-3')).toBe('stale: is out of date: src/dose/new.ts came in without a commit since');
});

// @verifies TC-529
describe('an id in the name of a test', () => {
  test.each([
    ['TC-3-7 x', 'TC-3-7'],
    ['TC-3-7a x', 'TC-3-7a'],
    ['test_TC_3_7', 'TC-3-7'],
    ['TC-3.1', 'TC-3.1'],
    ['TC-3-B', 'TC-3-B'],
    ['[TC-3-7-2]', 'TC-3-7-2'],
  ])('that goes on is another one: %s', async (name, unknown) => {
    const { folder } = newPump();
    await add(folder, report(name));
    expect(states(folder)['TC-3']).toBe('none');
    const { gaps } = check(openProject(folder), { date: DATE });
    expect(gaps.map(({ key }) => key)).toContain(`result-for-unknown-record@file:report.xml#${unknown}`);
  });

  test.each([
    'TC-3',
    'TC-3: a flood',
    'TC-3-flood',
    'test_TC_3_flood',
    'TC-3.spec',
    'TC-3_10ml',
    'TC-3[7]',
    'TC_3_Refused',
    '(TC-3)',
    'TC-3, 7 ml',
  ])('that ends is that one: %s', async (name) => {
    const { folder } = newPump();
    await add(folder, report(name));
    expect(states(folder)['TC-3']).toBe('current');
  });

  function report(name: string): string {
    return `<testsuites><testsuite name="s" timestamp="2026-11-20T10:00:00Z" tests="1"><testcase name="${name}"/></testsuite></testsuites>`;
  }
});

// @verifies TC-529
test.each([
  ['a slip', 'results:\n  - { sutie: Flood, records: [TC-3] }\n', 'mapping.yaml', 2],
  ['an id that names nothing', 'results:\n  - { suite: Flood, records: [TC-404] }\n', 'mapping.yaml', 2],
  ['no YAML', 'results: [\n', 'mapping.yaml', 2],
])('a mapping file with %s is told by check', (_, text, file, line) => {
  const { folder } = newPump({ 'medward.yaml': `${SETTINGS}mapping: mapping.yaml\n`, 'mapping.yaml': text });
  const { gaps } = check(openProject(folder), { date: DATE });
  const found = gaps.find(({ key }) => key === 'mapping-not-used-in-full@file:mapping.yaml');
  expect(found).toMatchObject({ severity: 'error', file, line });
});

// @verifies TC-529
test('a mapping file that is not there is told by check', () => {
  const { folder } = newPump({ 'medward.yaml': `${SETTINGS}mapping: gone.yaml\n` });
  const { gaps } = check(openProject(folder), { date: DATE });
  expect(gaps.map(({ key }) => key)).toContain('mapping-not-used-in-full@file:gone.yaml');
});

// @verifies TC-529
describe('two statements of one moment', () => {
  const AT = '2026-11-20T10:00:00Z';
  const one = (result: 'passed' | 'failed', name: string): string =>
    junit(AT, { 'TC-3': result }).replace('name="s"', `name="${name}"`);
  // The names of the statements, by which they are sorted, follow from the content: one of these comes first by chance.
  const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];

  test.each(NAMES)('passed and failed on the same content: failed (%s)', async (name) => {
    const { folder } = newPump();
    await add(folder, one('passed', 's'));
    await add(folder, one('failed', name));
    expect(states(folder)['TC-3']).toBe('failed');
  });

  test.each(NAMES)('failed on other content, passed on that of today: not green (%s)', async (name) => {
    const { folder } = newPump();
    await add(folder, one('failed', name));
    commitFiles(folder, { 'src/main.ts': 'mended\n' });
    await add(folder, one('passed', 's'));
    expect(states(folder)['TC-3']).toBe('failed');
  });

  test.each(NAMES)('failed on what nobody can tell, and on other content, and passed: not green (%s)', async (name) => {
    const { folder } = newPump();
    await add(folder, one('failed', name));
    commitFiles(folder, { 'src/main.ts': 'mended\n' });
    writeFiles(folder, { 'src/main.ts': 'dirty\n' });
    await add(folder, one('failed', `${name} again`));
    git(folder, 'checkout', '--quiet', '--', 'src/main.ts');
    await add(folder, one('passed', 's'));
    expect(states(folder)['TC-3']).toBe('failed');
  });

  test.each(NAMES)(
    'passed on other content, and on what nobody can tell: out of date, whichever comes first (%s)',
    async (name) => {
      const { folder } = newPump();
      await add(folder, one('passed', name));
      commitFiles(folder, { 'src/main.ts': 'changed\n' });
      writeFiles(folder, { 'src/main.ts': 'dirty\n' });
      await add(folder, one('passed', `${name} again`));
      git(folder, 'checkout', '--quiet', '--', 'src/main.ts');
      expect(states(folder)['TC-3']).toBe('stale');
    },
  );
});
