/**
 * Installs the programs with which some tests look at what we write (a browser, an office, readers of PDF), from the
 * packages of Debian. Without them these tests are left out, and say so.
 */
import { spawnSync } from 'node:child_process';
import { say } from './install.mjs';

/** Program → its packages. Without their recommendations: these bring desktops. */
export const PROGRAMS = {
  chromium: ['chromium'],
  pdftotext: ['poppler-utils'],
  qpdf: ['qpdf'],
  soffice: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
};

const OPTIONS = ['--yes', '--no-install-recommends', '-o', 'Acquire::Retries=3'];

/** A slow mirror must not hold up everything else. */
const MINUTES = 3;

/** @param {string} program */
export function isThere(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/**
 * @param {readonly string[]} missing programs
 * @returns {string | undefined} why they cannot be installed here
 */
export function whyNot(missing, { isRoot = process.getuid?.() === 0, hasApt = isThere('apt-get') } = {}) {
  const packages = packagesOf(missing).join(' ');
  if (!hasApt) return `This is no Debian: install what gives ${missing.join(', ')} in your own way.`;
  return isRoot ? undefined : `Only root installs packages: sudo apt-get install ${packages}`;
}

/** @param {readonly string[]} missing */
export function packagesOf(missing) {
  return Object.entries(PROGRAMS).flatMap(([program, packages]) => (missing.includes(program) ? packages : []));
}

/** @param {readonly string[]} args */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio: ['ignore', process.stderr, process.stderr], env, timeout: MINUTES * 60_000 };
  return (
    spawnSync('apt-get', [...args], /** @type {import('node:child_process').SpawnSyncOptions} */ (options)).status === 0
  );
}

function install() {
  const missing = Object.keys(PROGRAMS).filter((program) => !isThere(program));
  if (missing.length === 0) return say('All programs that tests need are there.');
  const reason = whyNot(missing);
  if (reason === undefined) {
    say(`Installing ${missing.join(', ')} …`);
    const isDone = aptGet(['update', '-qq']) && aptGet(['install', '-qq', ...OPTIONS, ...packagesOf(missing)]);
    if (isDone && missing.every(isThere)) return say('All programs that tests need are there.');
  }
  say(`Not there: ${missing.join(', ')}. ${reason ?? 'apt-get could not install them (above).'}`);
  process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) install();
