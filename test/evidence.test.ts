/** Mapping to records, statements and their store, and the command: nothing is lost, overwritten or touched unseen. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { findSchema } from '../src/cli/schemas.js';
import {
  bytesInMemory,
  EvidenceStore,
  gitBlobId,
  readReport,
  readStatement,
  statementText,
  testResults,
  type RecordIds,
  type Report,
} from '../src/evidence/index.js';
import { makeFolder, RAW_CONTROL, removeFolder, runIn, stateOf, type Outcome } from './hostile/run-medward.js';

const RECORDS: RecordIds = {
  has: (id) => ['TC-1', 'TC-31', 'SRS-BLE-3', 'SRS-BLE-3.1'].includes(id),
  hasPrefix: (prefix) => ['TC', 'SRS', 'SRS-BLE'].includes(prefix),
};

function junit(...cases: readonly string[]): string {
  return `<testsuites><testsuite name="s">${cases.join('\n')}</testsuite></testsuites>`;
}

function readJunit(...cases: readonly string[]): Report {
  return readReport(bytesInMemory('a.xml', junit(...cases)), { records: RECORDS });
}

// @verifies TC-803
describe('mapping to records', () => {
  test.each<[name: string, known: readonly string[], unknown: readonly string[]]>([
    ['TC-31 flood is refused', ['TC-31'], []],
    ['test_TC_31_flood_is_refused', ['TC-31'], []],
    ['a.b.TC-31', ['TC-31'], []],
    ['[TC-31][SRS-BLE-3] both', ['SRS-BLE-3', 'TC-31'], []],
    ['SRS-BLE-3.1 is longer than SRS-BLE-3', ['SRS-BLE-3', 'SRS-BLE-3.1'], []],
    ['TC-311 is not TC-31', ['TC-31'], ['TC-311']],
    ['XTC-31 is another word', [], []],
    ['decodes UTF-8 and SHA-256', [], []],
    ['TC-404 names nothing', [], ['TC-404']],
    ['SRS_BLE_9', [], ['SRS-BLE-9']],
  ])('%s', (name, known, unknown) => {
    const report = readJunit(`<testcase name="${name}"/>`);
    expect(report.mapped.map((one) => one.id)).toEqual(known);
    expect(report.unknownIds.map((one) => one.id)).toEqual(unknown);
    expect(report.unmapped).toBe(known.length === 0 ? 1 : 0);
  });

  test('by properties that exist to name records; in others only what is a record counts', () => {
    const report = readJunit(
      '<testcase name="a"><properties><property name="requirement" value="SRS-BLE-3, ABC-9"/><property name="host" value="TC-1 TC-404"/></properties></testcase>',
    );
    expect(report.mapped.map((one) => one.id)).toEqual(['SRS-BLE-3', 'TC-1']);
    expect(report.unknownIds).toEqual([{ id: 'ABC-9', test: 's › a', line: 1 }]);
  });

  // A record is passed only if all of its tests passed at once.
  test.each<[what: string, cases: readonly string[], outcome: string]>([
    ['all passed', ['<testcase name="TC-1 a"/>', '<testcase name="TC-1 b"/>'], 'passed'],
    ['one failed', ['<testcase name="TC-1 a"/>', '<testcase name="TC-1 b"><failure/></testcase>'], 'failed'],
    ['one broke', ['<testcase name="TC-1 a"/>', '<testcase name="TC-1 b"><error/></testcase>'], 'errored'],
    ['one skipped', ['<testcase name="TC-1 a"/>', '<testcase name="TC-1 b"><skipped/></testcase>'], 'skipped'],
    ['one flaky', ['<testcase name="TC-1 a"><flakyError/></testcase>', '<testcase name="TC-1 b"/>'], 'flaky'],
    [
      'run again until it passed',
      ['<testcase name="TC-1 a"><failure/></testcase>', '<testcase name="TC-1 a"/>'],
      'failed',
    ],
  ])('%s', (_, cases, outcome) => {
    expect(readJunit(...cases).mapped[0]?.outcome).toBe(outcome);
  });

  test('counts and mapping do not depend on how many results are kept', () => {
    const cases = Array.from({ length: 50 }, (_, at) => `<testcase name="TC-${at}"/>`);
    const whole = readReport(bytesInMemory('a.xml', junit(...cases)), { records: RECORDS });
    const few = readReport(bytesInMemory('a.xml', junit(...cases)), { records: RECORDS, keep: 0 });
    expect([few.tests, few.mapped, few.unmapped, few.results]).toEqual([whole.tests, whole.mapped, whole.unmapped, []]);
  });
});

test('the blob id is the one that Git gives', () => {
  expect(gitBlobId(Buffer.from('hello\n'), 'sha1')).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
});

// How Git sees a folder, and what the store does with it, on a real disk.
const SETTINGS = 'medward: 1\ndevice: { name: Pump, version: "1.0" }\ncode: [src]\n';
const TESTS = 'tests:\n  - { id: TC-1, title: Limits }\n';
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) removeFolder(folder);
});

function makeProject(files: Readonly<Record<string, string>> = {}): string {
  const folder = makeFolder({ 'medward.yaml': SETTINGS, 'records/tests.yaml': TESTS, 'src/a.c': 'int a;\n', ...files });
  folders.push(folder);
  return folder;
}

function git(folder: string, ...words: readonly string[]): string {
  const person = ['-c', 'user.name=A', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...person, ...words], { cwd: folder, encoding: 'utf8' }).trim();
}

function commitAll(folder: string): string {
  if (!existsSync(join(folder, '.git'))) git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'all');
  return git(folder, 'rev-parse', 'HEAD');
}

const PASSED = junit('<testcase name="TC-1 low"/>', '<testcase name="other"/>');

interface AddOutput {
  readonly commit: { id: string; dirty: boolean } | null;
  readonly reports: readonly { state: string; statement: string; problems: readonly unknown[]; unmapped: number }[];
  readonly problems: readonly { file: string; message: string }[];
}

function jsonOf(outcome: Outcome): AddOutput {
  return JSON.parse(outcome.out) as AddOutput;
}

function evidenceFiles(folder: string): readonly string[] {
  const found = existsSync(join(folder, 'evidence'))
    ? readdirSync(join(folder, 'evidence'), { recursive: true, encoding: 'utf8' })
    : [];
  return found.filter((name) => /\w\.\w+$/.test(name)).toSorted();
}

// @verifies TC-805
describe('medward evidence', () => {
  test('add keeps the original and a statement about the commit; list and verify know them', async () => {
    const folder = makeProject({ 'report.xml': PASSED });
    const commit = commitAll(folder);
    const added = await runIn(folder, ['evidence', 'add', 'report.xml', '--tester', 'Ann', '--json']);
    expect([added.status, added.err]).toEqual([0, '']);
    const output = jsonOf(added);
    expect(output.commit).toEqual({ id: commit, from: 'project', dirty: false });
    const statement = readStatement(readFileSync(join(folder, output.reports[0]!.statement), 'utf8'))!;
    expect(statement.subject).toEqual([{ name: 'git-commit', digest: { gitCommit: commit } }]);
    expect(statement.predicate).toMatchObject({ tester: 'Ann', unmapped: 1, tests: { passed: 2 }, complete: true });
    expect(readFileSync(join(folder, `evidence/reports/${statement.predicate.report.sha256}.xml`), 'utf8')).toBe(
      PASSED,
    );
    expect(new EvidenceStore(folder).inputsOf(statement)?.get('src/a.c')).toBe(
      git(folder, 'rev-parse', 'HEAD:src/a.c'),
    );
    expect((await runIn(folder, ['evidence', 'list'])).out).toContain('  current  recorded  ');
    expect((await runIn(folder, ['evidence', 'verify'])).status).toBe(0);
  });

  test('adding again, on another day, adds nothing; a copy under another name neither', async () => {
    const folder = makeProject({ 'report.xml': PASSED, 'copy.xml': PASSED });
    commitAll(folder);
    await runIn(folder, ['evidence', 'add', 'report.xml', '--date', '2026-11-01']);
    const before = stateOf(join(folder, 'evidence'));
    const again = await runIn(folder, ['evidence', 'add', 'report.xml', 'copy.xml', '--date', '2026-11-02', '--json']);
    expect(jsonOf(again).reports.map((report) => report.state)).toEqual(['present', 'present']);
    expect(stateOf(join(folder, 'evidence'))).toBe(before);
  });

  test('the same report for another commit is another statement about the same original', async () => {
    const folder = makeProject({ 'report.xml': PASSED });
    const first = commitAll(folder);
    await runIn(folder, ['evidence', 'add', 'report.xml']);
    writeFileSync(join(folder, 'src/a.c'), 'int b;\n');
    commitAll(folder);
    await runIn(folder, ['evidence', 'add', 'report.xml']);
    await runIn(folder, ['evidence', 'add', 'report.xml', '--commit', first.slice(0, 10)]);
    const names = evidenceFiles(folder).map((name) => name.split('/')[0]);
    expect(names).toEqual(['inputs', 'inputs', 'reports', 'statements', 'statements']);
  });

  test('--dry-run writes nothing', async () => {
    const folder = makeProject({ 'report.xml': PASSED });
    commitAll(folder);
    const before = stateOf(folder);
    const outcome = await runIn(folder, ['evidence', 'add', 'report.xml', '--dry-run', '--json']);
    expect([outcome.status, jsonOf(outcome).reports[0]?.state]).toEqual([0, 'not-stored']);
    expect(stateOf(folder)).toBe(before);
  });

  test('files that differ from the commit make it unknown what ran; evidence and the report itself do not', async () => {
    const folder = makeProject();
    commitAll(folder);
    writeFileSync(join(folder, 'report.xml'), PASSED);
    expect(jsonOf(await runIn(folder, ['evidence', 'add', 'report.xml', '--json'])).commit?.dirty).toBe(false);
    writeFileSync(join(folder, 'src/a.c'), 'int changed;\n');
    const outcome = await runIn(folder, ['evidence', 'add', 'report.xml']);
    expect(outcome.err).toContain('Files differ from the commit');
    const results = testResults(new EvidenceStore(folder).statements().statements).get('TC-1')!;
    expect(results.filter((result) => result.inputs === null)).toHaveLength(1);
    expect(results).toHaveLength(2);
  });

  test('without Git the version is unknown, and said to be', async () => {
    const folder = makeProject({ 'report.xml': PASSED });
    const outcome = await runIn(folder, ['evidence', 'add', 'report.xml']);
    expect([outcome.status, outcome.err]).toEqual([0, expect.stringContaining('There is no commit')]);
    const [result] = testResults(new EvidenceStore(folder).statements().statements).get('TC-1')!;
    expect([result?.commit, result?.inputs, result?.proves]).toEqual([null, null, true]);
  });

  test.each<[what: string, words: readonly string[], says: string]>([
    ['no file', ['evidence', 'add'], 'No file is named'],
    ['a file that is not there', ['evidence', 'add', 'nothing.xml'], 'There is no such file'],
    ['a folder', ['evidence', 'add', 'src'], 'This is no ordinary file'],
    ['no report', ['evidence', 'add', 'src/a.c'], 'none of the formats that are read'],
    ['no commit of this name', ['evidence', 'add', 'medward.yaml', '--commit', 'f'.repeat(40)], 'names no commit'],
    ['no such format', ['evidence', 'add', 'src/a.c', '--format', 'junitt'], 'did you mean `junit`'],
    ['no such column', ['evidence', 'add', 'src/a.c', '--columns', 'colour=Red'], 'is not understood'],
    ['no such word', ['evidence', 'remove'], 'is not understood'],
  ])('%s: status 2 and what to do', async (_, words, says) => {
    const folder = makeProject();
    commitAll(folder);
    const outcome = await runIn(folder, words);
    expect([outcome.status, outcome.err]).toEqual([2, expect.stringContaining(says)]);
    expect(evidenceFiles(folder)).toEqual([]);
  });

  test('one file that cannot be read does not keep the others out', async () => {
    const folder = makeProject({ 'report.xml': PASSED });
    commitAll(folder);
    const outcome = await runIn(folder, ['evidence', 'add', 'nothing.xml', 'report.xml', '--json']);
    expect([outcome.status, jsonOf(outcome).reports.map((report) => report.state)]).toEqual([2, ['added']]);
  });

  test('a name of a test cannot move the cursor', async () => {
    const folder = makeProject({ 'report.xml': junit('<testcase name="&#x9b;31m&#x202e;evil TC-7"/>') });
    commitAll(folder);
    const outcome = await runIn(folder, ['evidence', 'add', 'report.xml']);
    expect(outcome.out).toContain('evil');
    expect(outcome.out).not.toMatch(RAW_CONTROL);
  });

  test('every output fits its schema', async () => {
    const folder = makeProject({ 'report.xml': PASSED, 'none.txt': 'x' });
    commitAll(folder);
    for (const [name, words] of [
      ['output/evidence', ['add', 'report.xml', 'none.txt']],
      ['output/evidence-list', ['list']],
      ['output/evidence-verify', ['verify']],
    ] as const) {
      const validate = new Ajv2020({ strict: false }).compile(findSchema(name)!);
      validate(JSON.parse((await runIn(folder, ['evidence', ...words, '--json'])).out));
      expect([name, validate.errors]).toEqual([name, null]);
    }
  });
});

// @verifies TC-804
describe('what was touched is seen', () => {
  async function storedProject(): Promise<string> {
    const folder = makeProject({ 'report.xml': PASSED });
    commitAll(folder);
    await runIn(folder, ['evidence', 'add', 'report.xml']);
    return folder;
  }

  function only(folder: string, part: string): string {
    return join(folder, 'evidence', part, readdirSync(join(folder, 'evidence', part))[0]!);
  }

  test.each<[what: string, touch: (folder: string) => void, says: RegExp]>([
    [
      'a changed report',
      (folder) => writeFileSync(only(folder, 'reports'), junit('<testcase name="TC-1"/>')),
      /content was changed/,
    ],
    [
      'a changed statement',
      (folder) => {
        const path = only(folder, 'statements');
        writeFileSync(path, readFileSync(path, 'utf8').replace('"failed": 0', '"failed": 1'));
      },
      /content was changed/,
    ],
    ['changed inputs', (folder) => writeFileSync(only(folder, 'inputs'), '{}\n'), /content was changed/],
    ['a report taken away', (folder) => unlinkSync(only(folder, 'reports')), /Its report .* is not there/],
    ['inputs taken away', (folder) => unlinkSync(only(folder, 'inputs')), /Its list of inputs .* is not there/],
    ['a statement taken away', (folder) => unlinkSync(only(folder, 'statements')), /No statement names this report/],
    ['something put beside', (folder) => writeFileSync(join(folder, 'evidence/reports/notes.txt'), 'x'), /no SHA-256/],
    [
      'a statement that is none',
      (folder) => writeFileSync(join(folder, `evidence/statements/${'0'.repeat(64)}.json`), '{}'),
      /no evidence statement/,
    ],
    [
      'a link in place of the report',
      (folder) => {
        renameSync(only(folder, 'reports'), join(folder, 'moved.xml'));
        symlinkSync(join(folder, 'moved.xml'), join(folder, 'evidence/reports', `${'1'.repeat(64)}.xml`));
      },
      /no ordinary file/,
    ],
  ])('%s', async (_, touch, says) => {
    const folder = await storedProject();
    touch(folder);
    const outcome = await runIn(folder, ['evidence', 'verify']);
    expect([outcome.status, outcome.out]).toEqual([1, expect.stringMatching(says)]);
  });

  test('any changed byte of any file', async () => {
    const folder = await storedProject();
    const files = evidenceFiles(folder).map((name) => join(folder, 'evidence', name));
    const contents = files.map((file) => readFileSync(file));
    fc.assert(
      fc.property(fc.nat({ max: files.length - 1 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (file, at, by) => {
        const changed = Buffer.from(contents[file]!);
        changed[at % changed.length]! ^= by;
        writeFileSync(files[file]!, changed);
        const { faults } = new EvidenceStore(folder).verify();
        writeFileSync(files[file]!, contents[file]!);
        expect(faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
    expect(new EvidenceStore(folder).verify().faults).toEqual([]);
  });

  test('what is there under the name is never overwritten', async () => {
    const folder = await storedProject();
    const path = only(folder, 'reports');
    writeFileSync(path, 'somebody else');
    rmSync(join(folder, 'evidence/statements'), { recursive: true });
    const outcome = await runIn(folder, ['evidence', 'add', 'report.xml']);
    expect([outcome.status, outcome.err]).toEqual([2, expect.stringContaining('it was left as it is')]);
    expect(readFileSync(path, 'utf8')).toBe('somebody else');
  });

  test('a link in place of the folder is not followed', async () => {
    const folder = makeProject({ 'report.xml': PASSED });
    commitAll(folder);
    const outside = makeFolder({});
    folders.push(outside);
    symlinkSync(outside, join(folder, 'evidence'));
    const outcome = await runIn(folder, ['evidence', 'add', 'report.xml']);
    expect([outcome.status, readdirSync(outside)]).toEqual([2, []]);
    mkdirSync(join(outside, 'statements'));
    writeFileSync(join(outside, 'statements', `${'0'.repeat(64)}.json`), '{}');
    expect(new EvidenceStore(folder).statements()).toEqual({ statements: [], faults: [] });
  });

  test('what a writer that was killed left behind is no evidence', async () => {
    const folder = await storedProject();
    writeFileSync(join(folder, 'evidence/reports/.writing-0011'), 'half');
    expect((await runIn(folder, ['evidence', 'verify'])).status).toBe(0);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is told', async () => {
    const folder = makeProject({ 'report.xml': PASSED });
    commitAll(folder);
    mkdirSync(join(folder, 'evidence'));
    chmodSync(join(folder, 'evidence'), 0o555);
    const outcome = await runIn(folder, ['evidence', 'add', 'report.xml']);
    expect([outcome.status, outcome.err]).toEqual([2, expect.stringContaining('cannot be written')]);
  });
});

// @verifies TC-807
describe('statements', () => {
  const run = { addedOn: '2026-11-24', commit: null, tester: null, configuration: null };

  function stored(
    name: string,
    text: string,
    at: string,
  ): readonly { path: string; statement: ReturnType<typeof readStatement> & object }[] {
    const folder = makeFolder({});
    folders.push(folder);
    const store = new EvidenceStore(folder);
    const original = bytesInMemory(name, text);
    store.add(readReport(original, { records: RECORDS }), original, { ...run, addedOn: at }, null);
    return store.statements().statements;
  }

  test('the same report gives the same bytes, with sorted keys', () => {
    const [first] = stored('a.xml', PASSED, '2026-11-24');
    const [second] = stored('a.xml', PASSED, '2026-11-24');
    expect(statementText(first!.statement)).toBe(statementText(second!.statement));
    expect(Object.keys(JSON.parse(statementText(first!.statement)))).toEqual([
      '_type',
      'predicate',
      'predicateType',
      'subject',
    ]);
  });

  test.each<[what: string, text: string, proves: boolean]>([
    ['a clean pass', junit('<testcase name="TC-1"/>'), true],
    ['a flaky pass', junit('<testcase name="TC-1"><flakyFailure/></testcase>'), false],
    ['a failure', junit('<testcase name="TC-1"><failure/></testcase>'), false],
    ['a skip', junit('<testcase name="TC-1"><skipped/></testcase>'), false],
    ['a pass in a run that was cut off', '<testsuite name="s"><testcase name="TC-1"/>', false],
    ['a pass in a suite that lost results', '<testsuite name="s" tests="2"><testcase name="TC-1"/></testsuite>', false],
  ])('%s proves: %s', (_, text, proves) => {
    expect(testResults(stored('a.xml', text, '2026-11-24')).get('TC-1')?.[0]?.proves).toBe(proves);
  });

  test('results of a record: newest first, and of one day a failure before a pass', () => {
    const day = (on: string, inner: string): string =>
      `<testsuite timestamp="${on}T10:00:00"><testcase name="TC-1">${inner}</testcase></testsuite>`;
    const all = [day('2026-11-01', ''), day('2026-11-03', ''), day('2026-11-03', '<failure/>')].flatMap((text) =>
      stored('a.xml', text, '2026-11-24'),
    );
    const results = testResults(all).get('TC-1')!;
    expect(results.map(({ at, outcome }) => [at, outcome])).toEqual([
      ['2026-11-03T10:00:00.000Z', 'failed'],
      ['2026-11-03T10:00:00.000Z', 'passed'],
      ['2026-11-01T10:00:00.000Z', 'passed'],
    ]);
  });
});

// A process with a heap of 96 MB could not hold any of these reports as a whole.
// @verifies TC-809
describe('large reports', () => {
  test.each<[format: 'junit' | 'sarif', key: 'tests' | 'findings', level: string]>([
    ['junit', 'tests', 'passed'],
    ['sarif', 'findings', 'note'],
  ])(
    '60 MB of %s',
    (format, key, level) => {
      const script = join(import.meta.dirname, 'evidence/read-large.ts');
      const child = spawnSync(process.execPath, ['--max-old-space-size=96', '--import', 'tsx', script, format, '60'], {
        encoding: 'utf8',
        cwd: join(import.meta.dirname, '..'),
      });
      expect(child.stderr).toBe('');
      const said = JSON.parse(child.stdout) as Record<string, unknown> & { count: number; megabytesUsed: number };
      expect(said[key]).toMatchObject({ [level]: said.count });
      expect(said['problems']).toEqual([]);
      expect(said.megabytesUsed).toBeLessThan(300);
    },
    120_000,
  );
});
