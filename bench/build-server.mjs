/**
 * Part of `npm run bench:freshness`: what years of a build server cost `medward check`. A project of 500 files whose 200 tests
 * ran 3,000 times, each time of other content; once the newest run is of today, once a file changed since. Alone:
 * `node bench/build-server.mjs`. Needs a build, Git, and 500 MB of disk for as long as it runs.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROGRAM = path.resolve(import.meta.dirname, '../dist/cli/main.js');
const [FILES, TESTS, RUNS, TIMES] = [500, 200, 3000, 3];

const folder = mkdtempSync(path.join(tmpdir(), 'medward-build-server-'));
try {
  writeProject();
  const before = median();
  addRun();
  const one = median();
  const megabytes = addOlderRuns();
  const current = median();
  appendFileSync(path.join(folder, 'src/file-2.ts'), '// Changed.\n');
  const stale = median();
  console.log(
    `\n${TESTS} tests, ${FILES} files, ${RUNS} statements of ${megabytes.toFixed(0)} MB; processor time and most memory`,
  );
  for (const [what, row] of Object.entries({ 'no evidence': before, 'one run': one, current, stale })) {
    console.log(`${what.padEnd(12)} ${row.seconds.toFixed(2)} s  ${row.megabytes} MB`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function writeProject() {
  const ids = Array.from({ length: TESTS }, (_, at) => at);
  write(
    'medward.yaml',
    `medward: 1
device: { name: Bench, version: 1.0.0 }
profile: { exposure: public-network }
software: [{ id: SW-1, name: Bench, class: B, build: [src/**] }]
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021]
methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }
code: [src]
`,
  );
  for (let at = 0; at < FILES; at++) write(`src/file-${at}.ts`, `export const value = ${at};\n`);
  const requirements = ids.map((at) => `  - { id: SRS-${at}, title: Requirement ${at}, level: software }`);
  const tests = ids.map((at) => `  - { id: TC-${at}, title: Test ${at}, level: system, verifies: [SRS-${at}] }`);
  write('records/all.yaml', `requirements:\n${requirements.join('\n')}\ntests:\n${tests.join('\n')}\n`);
  git(['init', '--quiet', '--initial-branch=main']);
  git(['add', '--all']);
  git(['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', 'commit', '--quiet', '-m', 'all']);
}

function addRun() {
  const cases = Array.from({ length: TESTS }, (_, at) => `<testcase name="TC-${at}"/>`).join('');
  write('junit.xml', `<testsuite name="s" timestamp="2026-06-01T10:00:00Z" tests="${TESTS}">${cases}</testsuite>`);
  spawnSync(process.execPath, [PROGRAM, 'evidence', 'add', 'junit.xml'], { cwd: folder, stdio: 'inherit' });
  rmSync(path.join(folder, 'junit.xml'));
}

/**
 * As if the server had added them, four a day.
 * @returns megabytes of all statements
 */
function addOlderRuns() {
  const first = stored('statements');
  const inputs = stored('inputs');
  let bytes = 0;
  for (let at = 1; at < RUNS; at++) {
    const statement = structuredClone(first);
    const { predicate } = statement;
    predicate.inputs = keep('inputs', { ...inputs, 'src/file-1.ts': sha1(`content ${at}`) });
    predicate.report.sha256 = sha256(`report ${at}`);
    write(`evidence/reports/${predicate.report.sha256}.xml`, '<testsuite/>');
    predicate.commit.id = sha1(`commit ${at}`);
    predicate.ranAt = new Date(Date.UTC(2026, 4, 31) - at * 6 * 3600 * 1000).toISOString();
    bytes += JSON.stringify(statement).length;
    keep('statements', statement);
  }
  return bytes / 1e6;
}

/** @param {string} part */
function stored(part) {
  const [name = ''] = readdirSync(path.join(folder, 'evidence', part));
  return JSON.parse(readFileSync(path.join(folder, 'evidence', part, name), 'utf8'));
}

/**
 * @param {string} part
 * @param {unknown} value
 */
function keep(part, value) {
  const text = JSON.stringify(value, null, 2);
  write(`evidence/${part}/${sha256(text)}.json`, text);
  return sha256(text);
}

/** @param {string} text */
function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** @param {string} text */
function sha1(text) {
  return createHash('sha1').update(text).digest('hex');
}

/**
 * @param {string} name
 * @param {string} text
 */
function write(name, text) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

/** @param {readonly string[]} args */
function git(args) {
  execFileSync('git', args, { cwd: folder });
}

/** Of the time of all threads, which a busy machine changes least. */
function median() {
  const rows = Array.from({ length: TIMES }, check).toSorted((a, b) => a.seconds - b.seconds);
  const row = rows[Math.floor(TIMES / 2)];
  if (!row) throw new Error('Nothing was measured.');
  return row;
}

function check() {
  const words = [PROGRAM, 'check', '--no-cache', '--timing'];
  const { stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  const [, seconds, megabytes] = /, ([\d.]+) s of processor, (\d+) MB$/m.exec(stderr) ?? [];
  return { seconds: Number(seconds), megabytes: Number(megabytes) };
}
