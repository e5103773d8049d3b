/** The tools that make reports in a checkout of an example: tests, linters, component lists. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const TSX = path.join(ROOT, 'node_modules/tsx/dist/loader.mjs');

/**
 * The device lives in its own calendar, in which its release is signed and its reports are judged on a day: a run of next
 * year would be one of the future there. So the reports say when the run takes place in that calendar.
 */
const TOLD_TIME = '2026-11-24T05:40:00.000Z';
const TOLD = { ...process.env, TOLD_TIME };

export const UNSAVED = ['--no-save', '--no-package-lock', '--ignore-scripts', '--silent'];

const LINTER = [
  'eslint@9.39.5',
  '@microsoft/eslint-formatter-sarif@3.1.0',
  'eslint-plugin-security@3.0.1',
  'eslint-plugin-no-secrets@2.2.1',
  'typescript-eslint@8.46.4',
  'typescript@5.9.3',
];

/**
 * @typedef {object} Run
 * @property {string} commit
 * @property {string} day
 * @property {readonly string[]} told options of `medward evidence add`
 * @property {boolean} [dirty] a file differs while the report is added, so nobody knows what ran
 * @property {(project: string, out: string) => void} make writes reports into `out`
 */

/** @param {string} project */
export function specsIn(project) {
  const files = readdirSync(`${project}/src`, { recursive: true, encoding: 'utf8' });
  return files.flatMap((file) => (file.endsWith('.spec.ts') ? [`src/${file}`] : [])).toSorted();
}

/**
 * @param {string} project
 * @param {readonly string[]} words
 */
export function npm(project, words) {
  execFileSync('npm', words, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
}

/**
 * A test that fails is a result like another.
 * @param {string} project
 * @param {readonly string[]} files
 * @param {string} reporter
 * @param {string} to
 * @param {string} [node]
 */
export function nodeTest(project, files, reporter, to, node = process.execPath) {
  const options = [`--test-reporter=${reporter}`, `--test-reporter-destination=${to}`];
  const coverage = reporter === 'lcov' ? ['--experimental-test-coverage'] : [];
  spawnSync(node, ['--import', TSX, '--test', ...coverage, ...options, ...files], { cwd: project, env: TOLD });
}

/**
 * @param {string} project
 * @param {string} out
 */
export function componentList(project, out) {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const list = JSON.parse(execFileSync('npm', words, { cwd: project, encoding: 'utf8' }));
  list.metadata.timestamp = TOLD_TIME;
  writeFileSync(`${out}/labdesk.cdx.json`, `${JSON.stringify(list, null, 2)}\n`);
}

/**
 * @param {string} project
 * @param {string} unit
 * @param {string} out
 */
export function hostTest(project, unit, out) {
  const cwd = `${project}/src/pump/therapy`;
  const program = `${out}/../${unit}`;
  execFileSync('gcc', ['-std=c17', '-Wall', '-Wextra', '-Werror', `${unit}.c`, `${unit}_test.c`, '-o', program], {
    cwd,
  });
  writeFileSync(`${out}/${unit}.tap`, spawnSync(program, { encoding: 'utf8' }).stdout);
}

/**
 * @param {string} project
 * @param {string} rules
 * @param {string} to
 * @param {string} [formatter]
 */
export function eslint(project, rules, to, formatter = '@microsoft/eslint-formatter-sarif') {
  writeFileSync(`${project}/eslint.config.mjs`, rules);
  npm(project, ['install', ...UNSAVED, ...LINTER]);
  const words = ['eslint', '--format', formatter, '--output-file', to, 'src'];
  spawnSync('npx', words, { cwd: project, env: TOLD });
  rmSync(`${project}/eslint.config.mjs`);
  rmSync(`${project}/node_modules`, { recursive: true, force: true });
}
