/**
 * Makes the pictures of `docs/gallery.md` again from GlucoLoop: `npm run gallery`. Pages are found by what stands on them.
 * Needs pdftoppm and chromium (`node scripts/debian-packages.mjs` installs them as root). The project becomes a commit of
 * its own, of a fixed person and day, so that the same records give the same pictures.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const TSX = path.join(ROOT, 'node_modules/tsx/dist/loader.mjs');
const GALLERY = path.join(ROOT, 'docs/gallery');
/** The day that the examples are looked at. */
const DATE = '2026-11-24';

/**
 * File in the gallery → document, and words of the page that is shown: the first page that holds all of them.
 * @type {Readonly<Record<string, readonly [document: string, words: readonly string[]]>>}
 */
const PAGES = {
  'title-page': ['threat-model', ['Approvals', 'Revisions', 'Draft, not for release.']],
  'threat-model': ['threat-model', ['Updates', 'Figure 3']],
  requirements: ['software-requirements-specification-sw-1', ['SRS-104', 'Acceptance:', 'Verified by:']],
  'risk-register': [
    'security-risk-assessment',
    ['Security risk before and after control', 'Threats with their ratings'],
  ],
  traceability: ['traceability', ['Trace from requirement to test', 'SRS-104']],
  'soup-list': ['soup-list-sw-1', ['Manufacturer', 'SOUP-02']],
  overhead: ['overhead-report', ['Figure 1 ', 'What the class asks and what security adds, in hours']],
  gaps: ['release-record-sw-1', ['Open gaps', 'alike.']],
};

/** File in the gallery → page of the site, and theme. */
const SITE = { 'site-overview': 'index.html', 'site-record': 'records/TH-11.html' };

const SCREEN = [900, 640];
const PER_INCH = 58;

function main() {
  const folder = mkdtempSync(path.join(tmpdir(), 'medward-gallery-'));
  try {
    publish(folder);
    for (const [name, [document, words]] of Object.entries(PAGES)) drawPage(folder, name, document, words);
    for (const [name, page] of Object.entries(SITE)) drawSite(folder, name, page);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string} folder */
function publish(folder) {
  cpSync(path.join(ROOT, 'examples/glucoloop'), path.join(folder, 'project'), { recursive: true });
  commit(path.join(folder, 'project'));
  const args = ['publish', '--project', 'project', '--date', DATE, '--format', 'pdf,site', '-o', 'out'];
  execFileSync(process.execPath, ['--import', TSX, path.join(ROOT, 'src/cli/main.ts'), ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** @param {string} project */
function commit(project) {
  const [person, mail, day] = ['Gallery', 'gallery@example.org', `${DATE}T12:00:00Z`];
  const names = {
    GIT_AUTHOR_NAME: person,
    GIT_AUTHOR_EMAIL: mail,
    GIT_COMMITTER_NAME: person,
    GIT_COMMITTER_EMAIL: mail,
  };
  const days = { GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day };
  const none = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const env = { ...process.env, ...names, ...days, ...none };
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all'],
    ['commit', '--quiet', '--message=GlucoLoop 2.4.0'],
  ]) {
    execFileSync('git', args, { cwd: project, env, stdio: 'ignore' });
  }
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} document
 * @param {readonly string[]} words
 */
function drawPage(folder, name, document, words) {
  const pdf = path.join(folder, `out/${document}.pdf`);
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', stdio: QUIET }).split('\f');
  const at = pages.findIndex((page) => {
    const text = page.replaceAll(/ +/g, ' ');
    return !/^ ?Contents$/m.test(text) && words.every((word) => text.includes(word));
  });
  if (at === -1) throw new Error(`No page of ${document} holds ${words.join(', ')}.`);
  const number = String(at + 1);
  const target = path.join(folder, name);
  execFileSync('pdftoppm', ['-r', String(PER_INCH), '-f', number, '-l', number, '-singlefile', '-png', pdf, target], {
    stdio: QUIET,
  });
  keep(name, readFileSync(`${target}.png`));
}

/** Poppler tells of each PDF that it does not know one of its newest parts. */
const QUIET = /** @type {import('node:child_process').StdioOptions} */ (['ignore', 'pipe', 'ignore']);

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} page
 */
function drawSite(folder, name, page) {
  const target = path.join(folder, `${name}.png`);
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-color-profile=srgb'];
  const address = `file://${folder}/out/site/${page}`;
  const own = [`--user-data-dir=${folder}/profile`, `--window-size=${SCREEN.join(',')}`, `--screenshot=${target}`];
  execFileSync('chromium', [...flags, ...own, address], { stdio: 'ignore' });
  keep(name, readFileSync(target));
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 */
function keep(name, bytes) {
  const file = path.join(GALLERY, `${name}.png`);
  writeFileSync(file, bytes);
  process.stdout.write(`${path.relative(ROOT, file)}  ${statSync(file).size.toLocaleString('en-GB')} bytes\n`);
}

main();
