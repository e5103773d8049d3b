/** How results of tests reach records: mapping files, tags in the code of tests, what maps to nothing, and a second try. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, test } from 'vitest';
import { findSchema } from '../src/cli/schemas.js';
import { bytesInMemory, readReport, readStatement, ResultMapping, type RecordIds } from '../src/evidence/index.js';
import { makeFolder, removeFolder, runIn, stateOf } from './hostile/run-medward.js';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) removeFolder(folder);
});

const RECORDS: RecordIds = { has: (id) => /^TC-[1-9]$/.test(id), hasPrefix: (prefix) => prefix === 'TC' };

function mappedIn(suite: string, mapping: ResultMapping, name = 'a.xml'): readonly string[] {
  const report = readReport(bytesInMemory(name, suite), { records: RECORDS, mapping });
  return report.mapped.map(({ id, outcome }) => `${id} ${outcome}`);
}

// @verifies TC-812
describe('rules', () => {
  const mapping = new ResultMapping({
    rules: [
      { name: 'a flood is refused', records: ['TC-1'] },
      { suite: 'com.acme.*', name: '*limit*', records: ['TC-2'] },
      { file: 'test/ble/**', records: ['TC-3'] },
      { suite: 'exact', file: 'test/**', records: ['TC-4', 'TC-404'] },
    ],
    tagged: new Map(),
    files: ['test/ble/a.test.ts', 'test/b.test.ts'],
  });

  test.each<[what: string, testcase: string, mapped: readonly string[]]>([
    ['by its name', '<testcase name="a flood is refused"/>', ['TC-1 passed']],
    ['by its name only in part', '<testcase name="a flood is refused twice"/>', []],
    ['by suite and name', '<testcase classname="com.acme.X" name="the limit"/>', ['TC-2 passed']],
    ['by suite, with another name', '<testcase classname="com.acme.X" name="other"/>', []],
    ['by its file', '<testcase name="x" file="test/ble/a.test.ts"><failure/></testcase>', ['TC-3 failed']],
    ['by its file on another machine', '<testcase name="x" file="/ci/1/test/ble/a.test.ts"/>', ['TC-3 passed']],
    ['by a file that is not in the project', '<testcase name="x" file="test/ble/none.ts"/>', ['TC-3 passed']],
    [
      'by suite and file; an id that names nothing is left out',
      '<testcase classname="exact" name="x" file="test/b.test.ts"/>',
      ['TC-4 passed'],
    ],
    [
      'beside the ids that it names',
      '<testcase name="TC-5 the limit" classname="com.acme.X"/>',
      ['TC-2 passed', 'TC-5 passed'],
    ],
  ])('%s', (_, testcase, mapped) => {
    expect(mappedIn(`<testsuites><testsuite name="s">${testcase}</testsuite></testsuites>`, mapping)).toEqual(mapped);
  });
});

describe('tags in the code of tests', () => {
  const mapping = new ResultMapping({
    rules: [],
    tagged: new Map([
      ['test/limits.test.ts', ['TC-1', 'TC-2']],
      ['src/test/java/com/acme/FloodTest.java', ['TC-3']],
      ['tests/test_dose.py', ['TC-4']],
    ]),
    files: ['test/limits.test.ts', 'src/test/java/com/acme/FloodTest.java', 'tests/test_dose.py', 'test/other.test.ts'],
    root: '/work/pump',
  });

  test.each<[what: string, testcase: string, mapped: readonly string[]]>([
    ['by the file of the report', '<testcase name="x" file="test/limits.test.ts"/>', ['TC-1 passed', 'TC-2 passed']],
    [
      'by a class name that is a file (vitest)',
      '<testcase name="x" classname="test/limits.test.ts"/>',
      ['TC-1 passed', 'TC-2 passed'],
    ],
    ['by a class (Java)', '<testcase name="x" classname="com.acme.FloodTest"/>', ['TC-3 passed']],
    ['by a module (pytest)', '<testcase name="x" classname="tests.test_dose.TestLimits"/>', ['TC-4 passed']],
    ['not where it names its own', '<testcase name="TC-5 x" file="test/limits.test.ts"/>', ['TC-5 passed']],
    ['not for another file', '<testcase name="x" file="test/other.test.ts"/>', []],
    ['not for a word that is no class', '<testcase name="x" classname="test"/>', []],
    [
      'a failed and a passed test of one file: failed',
      '<testcase name="x" file="test/limits.test.ts"/><testcase name="y" file="test/limits.test.ts"><failure/></testcase>',
      ['TC-1 failed', 'TC-2 failed'],
    ],
  ])('%s', (_, testcase, mapped) => {
    expect(mappedIn(`<testsuites><testsuite name="s">${testcase}</testsuite></testsuites>`, mapping)).toEqual(mapped);
  });

  test('node:test tells the place of what failed', () => {
    const tap = `TAP version 13
# Subtest: x
not ok 1 - x
  ---
  duration_ms: 1.4
  location: '/work/pump/test/limits.test.ts:2:24'
  error: |-
    location: '/work/pump/tests/test_dose.py:1:1'
  ...
1..1
`;
    expect(mappedIn(tap, mapping, 'a.tap')).toEqual(['TC-1 failed', 'TC-2 failed']);
  });
});

describe('medward evidence', () => {
  const CASES = ['TC-1 low', 'a flood is refused', 'other', 'TC-404 gone'];
  const REPORT = `<testsuites><testsuite name="s">\n${CASES.map((name) => `<testcase name="${name}"/>`).join('\n')}\n</testsuite></testsuites>`;

  function makeProject(files: Readonly<Record<string, string>> = {}, settings = ''): string {
    const folder = makeFolder({
      'medward.yaml': `medward: 1\ndevice: { name: Pump, version: "1.0" }\n${settings}`,
      'records/tests.yaml': 'tests:\n  - { id: TC-1, title: Limits }\n  - { id: TC-2, title: Flood }\n',
      'report.xml': REPORT,
      ...files,
    });
    folders.push(folder);
    for (const words of [
      ['init', '-q'],
      ['add', '-A'],
      ['-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '-q', '-m', 'all'],
    ]) {
      execFileSync('git', words, { cwd: folder });
    }
    return folder;
  }

  const MAP = "results:\n  - { name: 'a flood *', records: [TC-2] }\n";

  interface Added {
    readonly mapping: readonly object[];
    readonly reports: readonly {
      state: string;
      statement: string;
      unmapped: number;
      unmappedTests: readonly string[];
      records: readonly { id: string }[];
      findings: object | null;
    }[];
  }

  async function add(folder: string, ...words: readonly string[]): Promise<Added> {
    const { out } = await runIn(folder, ['evidence', 'add', ...(words.length > 0 ? words : ['report.xml']), '--json']);
    const output = JSON.parse(out) as Added;
    const validate = new Ajv2020({ strict: false }).compile(findSchema('output/evidence')!);
    validate(output);
    expect(validate.errors).toBeNull();
    return output;
  }

  test('a mapping file and tags in code reach records; what maps to nothing is listed', async () => {
    const folder = makeProject({ 'test/map.yaml': MAP }, 'mapping: test/map.yaml\n');
    const { reports, mapping } = await add(folder);
    expect(mapping).toEqual([]);
    expect(reports[0]).toMatchObject({ unmapped: 2, unmappedTests: ['s › other', 's › TC-404 gone'] });
    expect(reports[0]?.records.map(({ id }) => id)).toEqual(['TC-1', 'TC-2']);
    const listed = await runIn(folder, ['evidence', 'list', '--unmapped']);
    expect(listed.out).toContain('names nothing  TC-404 in `s › TC-404 gone`, line 5 of the report');
    expect(listed.out).toMatch(/unmapped {2}s › other\n {2}unmapped {2}s › TC-404 gone\n/);
    expect((await runIn(folder, ['evidence', 'list'])).out).toContain(
      '2 results name no record (--unmapped lists them)',
    );
  });

  test('`@verifies` in a test file maps its results', async () => {
    const code = '// @verifies TC-2\ntest("x", () => {});\n';
    const folder = makeProject(
      { 'test/a.test.ts': code, 'r.xml': '<testsuite name="s"><testcase name="x" file="test/a.test.ts"/></testsuite>' },
      'code: [test]\n',
    );
    expect((await add(folder, 'r.xml')).reports[0]?.records).toMatchObject([{ id: 'TC-2', outcome: 'passed' }]);
  });

  test('faults of a mapping file are told with their place, and keep nothing out', async () => {
    const folder = makeProject(
      { 'map.yaml': 'results:\n  - { name: a, records: [TC-9] }\n' },
      'mapping: [map.yaml, gone.yaml]\n',
    );
    expect((await add(folder)).mapping).toEqual([
      { file: 'map.yaml', line: 2, column: 26, message: 'There is no record TC-9.' },
      { file: 'gone.yaml', line: 1, column: 1, message: expect.stringContaining('not in the project') },
    ]);
    const outcome = await runIn(folder, ['evidence', 'add', 'report.xml', '--dry-run']);
    expect([outcome.status, outcome.err]).toEqual([0, expect.stringContaining('map.yaml:2:26')]);
  });

  test('a table of findings by the columns of a mapping file', async () => {
    const columns = "columns:\n  - { report: 'pentest*.csv', severity: Gefahr, title: Was }\n";
    const folder = makeProject(
      { 'map.yaml': columns, 'pentest-1.csv': 'Nr,Gefahr,Was\n1,high,Backdoor\n' },
      'mapping: map.yaml\n',
    );
    expect((await add(folder, 'pentest-1.csv')).reports[0]?.findings).toMatchObject({ error: 1 });
  });

  test('a report that is added again after the mapping grew: a second statement replaces the first, which stays', async () => {
    const folder = makeProject({}, 'mapping: map.yaml\n');
    const first = await add(folder);
    expect(first.reports[0]?.records.map(({ id }) => id)).toEqual(['TC-1']);
    writeFileSync(join(folder, 'map.yaml'), MAP);
    const second = await add(folder, 'report.xml');
    expect(second.reports[0]).toMatchObject({ state: 'replaced', records: [{ id: 'TC-1' }, { id: 'TC-2' }] });
    const statement = readStatement(readFileSync(join(folder, second.reports[0]!.statement), 'utf8'));
    expect(`evidence/statements/${statement?.predicate.supersedes ?? ''}.json`).toBe(first.reports[0]?.statement);
    expect(readdirSync(join(folder, 'evidence/statements'))).toHaveLength(2);
    const listed = JSON.parse((await runIn(folder, ['evidence', 'list', '--json'])).out) as {
      statements: readonly object[];
    };
    expect(listed.statements).toMatchObject([{ path: second.reports[0]?.statement }]);
    expect((await runIn(folder, ['evidence', 'verify'])).status).toBe(0);
    const before = stateOf(folder);
    expect((await add(folder)).reports[0]?.state).toBe('present');
    expect(stateOf(folder)).toBe(before);
  });

  test('what records said when a run was first added holds on; by another tester it is another run', async () => {
    const folder = makeProject({}, 'mapping: map.yaml\n');
    const first = await add(folder);
    const contents = (path: string): Readonly<Record<string, string>> =>
      readStatement(readFileSync(join(folder, path), 'utf8'))?.predicate.contents ?? {};
    const then = contents(first.reports[0]!.statement);
    writeFileSync(
      join(folder, 'records/tests.yaml'),
      'tests:\n  - { id: TC-1, title: Something else }\n  - { id: TC-2, title: Flood }\n',
    );
    writeFileSync(join(folder, 'map.yaml'), MAP);
    const second = await add(folder);
    expect(contents(second.reports[0]!.statement)).toMatchObject(then);
    expect(Object.keys(contents(second.reports[0]!.statement))).toContain('TC-2');
    const other = await add(folder, 'report.xml', '--tester', 'Ann');
    expect(other.reports[0]?.state).toBe('added');
    expect(readdirSync(join(folder, 'evidence/statements'))).toHaveLength(3);
  });

  test('every shape of the list fits its schema', async () => {
    const folder = makeProject();
    await add(folder);
    for (const words of [[], ['--unmapped']]) {
      const validate = new Ajv2020({ strict: false }).compile(findSchema('output/evidence-list')!);
      validate(JSON.parse((await runIn(folder, ['evidence', 'list', ...words, '--json'])).out));
      expect(validate.errors).toBeNull();
    }
  });
});
