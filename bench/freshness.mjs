/**
 * `npm run bench:freshness`: what comparing content costs `medward check` in a repository with a long history. The project
 * has 10,000 records, 2,000 of them tests with a result, 5,000 files and 20,000 commits. Needs a build and Git. Time is that of
 * the processor, which a busy machine changes least.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROGRAM = path.resolve(import.meta.dirname, '../dist/cli/main.js');
const [FILES, COMMITS, TESTS, REQUIREMENTS, RUNS] = [5000, 20_000, 2000, 8000, 5];

const folder = mkdtempSync(path.join(tmpdir(), 'medward-freshness-'));
try {
  git(['init', '--quiet', '--initial-branch=main']);
  execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: history(), maxBuffer: 1e9 });
  git(['reset', '--quiet', '--hard', 'main']);
  const before = median(times(() => check()));
  writeFileSync(path.join(folder, 'junit.xml'), junit());
  spawnSync(process.execPath, [PROGRAM, 'evidence', 'add', 'junit.xml'], { cwd: folder, stdio: 'inherit' });
  rmSync(path.join(folder, 'junit.xml'));
  git(['add', '--all']);
  git(['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', 'commit', '--quiet', '-m', 'evidence']);
  const after = median(times(() => check()));
  console.log(`check of ${REQUIREMENTS + TESTS} records, ${FILES} files, ${COMMITS} commits: ${before.toFixed(2)} s`);
  console.log(`the same with results of ${TESTS} tests: ${after.toFixed(2)} s, ${(after / before).toFixed(2)} times`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
await import('./build-server.mjs');

/** @param {readonly string[]} args */
function git(args) {
  execFileSync('git', args, { cwd: folder });
}

/** One commit with everything, then commits that change one file each. */
function history() {
  const files = new Map([['medward.yaml', settings()]]);
  for (let at = 0; at < FILES; at++) files.set(`src/part-${at % 50}/file-${at}.ts`, `export const value = ${at};\n`);
  files.set('records/requirements.yaml', requirements());
  files.set('records/tests.yaml', tests());
  const all = [...files].map(([name, text]) => `M 100644 inline ${name}\n${data(text)}`).join('');
  const first = `commit refs/heads/main\ncommitter Bench <bench@example.org> 1700000000 +0000\n${data('all')}${all}\n`;
  const others = Array.from({ length: COMMITS - 1 }, (_, at) => {
    const name = `src/part-${at % 50}/file-${at % FILES}.ts`;
    const change = `M 100644 inline ${name}\n${data(`export const value = ${at + FILES};\n`)}`;
    return `commit refs/heads/main\ncommitter Bench <bench@example.org> ${1_700_000_001 + at} +0000\n${data('one')}${change}\n`;
  });
  return first + others.join('');
}

/** @param {string} text */
function data(text) {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function settings() {
  return `medward: 1
device: { name: Bench, version: 1.0.0 }
profile: { exposure: public-network }
software: [{ id: SW-1, name: Bench, class: B, build: [src/**] }]
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021]
methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }
code: [src]
`;
}

function requirements() {
  const items = Array.from(
    { length: 50 },
    (_, at) =>
      `  - { id: EL-${at}, title: Part ${at}, granularity: unit, role: process, parent: SW-1, code: [src/part-${at}/**] }`,
  );
  const lines = Array.from(
    { length: REQUIREMENTS },
    (_, at) => `  - { id: SRS-${at}, title: Requirement ${at}, level: software, allocated-to: [EL-${at % 50}] }`,
  );
  return `items:\n${items.join('\n')}\nrequirements:\n${lines.join('\n')}\n`;
}

function tests() {
  const lines = Array.from(
    { length: TESTS },
    (_, at) =>
      `  - { id: TC-${at}, title: Test ${at}, level: ${at % 2 ? 'unit' : 'system'}, type: functional, verifies: [SRS-${at}] }`,
  );
  return `tests:\n${lines.join('\n')}\n`;
}

function junit() {
  const cases = Array.from({ length: TESTS }, (_, at) => `<testcase name="TC-${at}"/>`);
  return `<testsuite name="s" timestamp="2026-01-01T10:00:00Z" tests="${TESTS}">${cases.join('')}</testsuite>`;
}

function check() {
  const words = [PROGRAM, 'check', '--no-cache', '--timing'];
  const { stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  return Number(/, ([\d.]+) s of processor/.exec(stderr)?.[1]);
}

/**
 * @template T
 * @param {() => T} run
 * @returns {T[]}
 */
function times(run) {
  return Array.from({ length: RUNS }, run);
}

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
