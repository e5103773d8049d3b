/**
 * Part of `npm run bench`: how long `medward evidence add` takes for 100,000 results of tests and 50,000 findings, which
 * reach records by ids in names, by a mapping file and by tags in code. Alone: `node bench/evidence.mjs`. Needs a build.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROGRAM = path.resolve(import.meta.dirname, '../dist/cli/main.js');
const [RESULTS, FINDINGS, TESTS, FILES, RUNS] = [100_000, 50_000, 2000, 500, 3];
/** Seconds for both together. */
const TARGET = 5;

const folder = mkdtempSync(path.join(tmpdir(), 'medward-evidence-'));
try {
  writeProject();
  const rows = [
    measure(`${RESULTS.toLocaleString('en')} results, JUnit XML`, ['junit.xml']),
    measure(`${FINDINGS.toLocaleString('en')} findings, SARIF`, ['scan.sarif']),
    measure('both', ['junit.xml', 'scan.sarif']),
  ];
  console.log('\n| `medward evidence add` | MB | read and mapped, s | also stored, s |');
  console.log('| --- | --- | --- | --- |');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  console.log(`\nTarget: both read and mapped in under ${TARGET} s, with the start of the program.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} what
 * @param {readonly string[]} reports
 */
function measure(what, reports) {
  const bytes = reports.reduce((total, name) => total + statSync(path.join(folder, name)).size, 0);
  const read = median(Array.from({ length: RUNS }, () => add(reports, ['--dry-run'])));
  const stored = median(Array.from({ length: RUNS }, () => addAnew(reports)));
  return [what, (bytes / 1e6).toFixed(1), read.toFixed(2), stored.toFixed(2)];
}

/** @param {readonly string[]} reports */
function addAnew(reports) {
  rmSync(path.join(folder, 'evidence'), { recursive: true, force: true });
  return add(reports, []);
}

/**
 * @param {readonly string[]} reports
 * @param {readonly string[]} options
 */
function add(reports, options) {
  const start = performance.now();
  const words = ['evidence', 'add', ...reports, '--json', ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`evidence add ended with ${status}: ${stderr}`);
  // What is fast but wrong is not fast.
  const counts = JSON.parse(stdout).reports.map(countOf);
  const wanted = reports.map((name) => (name === 'junit.xml' ? RESULTS : FINDINGS));
  if (counts.join() !== wanted.join()) throw new Error(`${counts.join()} were read, ${wanted.join()} are there.`);
  return seconds;
}

/** @param {{ tests: { passed: number } | null, findings: { warning: number } | null, records: readonly unknown[] }} report */
function countOf({ tests, findings, records }) {
  if (tests && records.length !== TESTS) throw new Error(`Results map to ${records.length} records, not to ${TESTS}.`);
  return tests?.passed ?? findings?.warning;
}

function writeProject() {
  mkdirSync(path.join(folder, 'records'));
  mkdirSync(path.join(folder, 'test'));
  writeFileSync(
    path.join(folder, 'medward.yaml'),
    'medward: 1\ndevice: { name: Bench }\ncode: [test]\nmapping: map.yaml\n',
  );
  const tests = Array.from({ length: TESTS }, (_, at) => `  - { id: TC-${at}, title: Test ${at} }\n`);
  writeFileSync(path.join(folder, 'records/tests.yaml'), `tests:\n${tests.join('')}`);
  for (let at = 0; at < FILES; at++) {
    writeFileSync(path.join(folder, `test/file-${at}.test.ts`), `// @verifies TC-${at}\n`);
  }
  const rules = Array.from(
    { length: FILES },
    (_, at) => `  - { suite: suite ${at}, name: 'mapped *', records: [TC-${FILES + at}] }\n`,
  );
  writeFileSync(path.join(folder, 'map.yaml'), `results:\n${rules.join('')}`);
  for (const words of [
    ['init', '--quiet'],
    ['add', '--all'],
    ['-c', 'user.name=B', '-c', 'user.email=b@example.org', 'commit', '--quiet', '-m', 'all'],
  ]) {
    execFileSync('git', words, { cwd: folder });
  }
  writeFileSync(path.join(folder, 'junit.xml'), junit());
  writeFileSync(path.join(folder, 'scan.sarif'), sarif());
}

/** A third names its record, a third is mapped by a rule, and a third by the tag in its file. */
function junit() {
  const suites = Array.from({ length: FILES }, (_, suite) => {
    const cases = Array.from({ length: RESULTS / FILES }, (_, at) => testcase(suite, at));
    return `<testsuite name="suite ${suite}" tests="${cases.length}">\n${cases.join('\n')}\n</testsuite>`;
  });
  return `<testsuites>\n${suites.join('\n')}\n</testsuites>\n`;
}

/**
 * @param {number} suite
 * @param {number} at
 */
function testcase(suite, at) {
  const id = 2 * FILES + ((suite * 67 + Math.floor(at / 3)) % (TESTS - 2 * FILES));
  const names = [`test_TC_${id}_is_refused`, `mapped limit ${at} of a dose`, `a value of ${at} is refused`];
  return `<testcase classname="suite ${suite}" name="${names[at % 3]}" file="test/file-${suite}.test.ts" time="0.012"/>`;
}

function sarif() {
  const rules = Array.from({ length: 300 }, (_, at) => ({
    id: `rule-${at}`,
    defaultConfiguration: { level: 'warning' },
    properties: { tags: [`external/cwe/cwe-${at + 1}`] },
  }));
  const results = Array.from({ length: FINDINGS }, (_, at) => ({
    ruleId: `rule-${at % 300}`,
    ruleIndex: at % 300,
    message: { text: `The value number ${at} is never used.` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: `src/part-${at % 50}/file-${at % 977}.ts` },
          region: { startLine: (at % 1000) + 1, startColumn: 5, endColumn: 30 },
        },
      },
    ],
    partialFingerprints: { 'primaryLocationLineHash/v1': `${(at * 7919).toString(16)}:1` },
  }));
  return JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'bench', rules } }, results }] });
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
