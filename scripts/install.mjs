/** Installs the packages if they are missing or older than the lock file; plain Node, because nothing else is there yet. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = [20, 19];

/** Ends the process with a sentence if Node is too old or npm fails. */
export function installIfNeeded() {
  refuseOldNode(process.versions.node);
  if (isInstalled(ROOT)) return;
  say('Installing packages (npm ci); the first time this takes a minute …');
  // Development packages are wanted even where NODE_ENV says production: they build and test.
  const status = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) stop('npm ci failed (above). It needs the npm registry, or a filled npm cache.', status);
}

/**
 * npm writes the inner lock file last, so a half-finished installation counts as none.
 * @param {string} root
 */
export function isInstalled(root) {
  const installed = changedAt(path.join(root, 'node_modules/.package-lock.json'));
  return installed !== undefined && installed >= (changedAt(path.join(root, 'package-lock.json')) ?? 0);
}

/** @param {string} file */
function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

/** @param {string} version */
function refuseOldNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  stop(
    `Medward needs Node ${OLDEST_NODE.join('.')} or newer; this is ${version}. See https://nodejs.org/en/download.`,
    2,
  );
}

/** @param {readonly string[]} args */
function npm(args) {
  const cli = process.env['npm_execpath'];
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: ROOT, stdio: ['ignore', process.stderr, process.stderr] };
  // On Windows npm is a command script, which only a shell can start; the arguments are ours, never a user's.
  const run = cli
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', [...args], { ...options, shell: process.platform === 'win32' });
  return run.status ?? 1;
}

/**
 * Runs a program with this Node and shows what it prints.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {number} its exit status
 */
export function runNode(args, env = process.env) {
  return (
    spawnSync(process.execPath, [...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env }).status ?? 1
  );
}

/** @param {string} sentence progress goes to stderr, so that stdout stays clean for results */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * @param {string} sentence
 * @param {number} status
 * @returns {never}
 */
export function stop(sentence, status) {
  say(sentence);
  process.exit(status);
}
