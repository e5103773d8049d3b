/** `npm run build`: TypeScript to dist/, the tables that ship as JSON because parsing YAML at each start is slow, and the command in few files. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { bundleCommand, bundleStarters } from './bundle-command.mjs';
import { ROOT, runNode, stop } from './install.mjs';

const TYPESCRIPT = 'node_modules/ts7/bin/tsc';
/** In `dist/cli`: what starts the program, and what makes its parts ready for that. */
const STARTERS = ['main.js', 'practise.js'];
const KEPT = new Set([...STARTERS, 'package.json', 'parts']);
/** Its compiled code is kept. */
const PRACTICE = ['check', '--project', 'examples/labdesk', '--date', '2026-11-24'];

rmSync(inRoot('dist'), { recursive: true, force: true });
runStep('TypeScript', [TYPESCRIPT, '-p', 'tsconfig.build.json']);
writeRelations();
copyBeside('publish/templates', '.md');
copyBeside('publish/typst', '.typ');
runStep('Packs', ['dist/packs/compile-shipped.js']);
await bundleCommand(inRoot('dist/cli/start.js'), inRoot('dist/cli/parts'));
await bundleStarters(inRoot('dist/cli'), STARTERS);
removeBundled();
makeExecutable('dist/cli/main.js');
writeBuildId();
practise('keep');
practise('check');
rmSync(inRoot('dist/cli/practise.js'));

/**
 * @param {string} what
 * @param {readonly [string, ...string[]]} args
 */
function runStep(what, args) {
  if (!existsSync(inRoot(args[0]))) stop(`${what}: ${args[0]} is not there, so this build would lack a part.`, 1);
  const status = runNode(args);
  if (status !== 0) stop(`${what}: ${args.join(' ')} failed (above).`, status);
}

/** `src/records/relations.ts` reads the YAML beside it in the sources and the JSON in the package. */
function writeRelations() {
  const table = parse(readFileSync(inRoot('src/records/relations.yaml'), 'utf8'));
  writeFileSync(inRoot('dist/records/relations.json'), JSON.stringify(table));
}

/**
 * Files that a module reads beside itself: templates of documents, and how their pages are laid out.
 * @param {string} folder
 * @param {string} ending
 */
function copyBeside(folder, ending) {
  const files = readdirSync(inRoot(`src/${folder}`)).filter((file) => file.endsWith(ending));
  if (files.length === 0) stop(`src/${folder} has no ${ending}: the package could write no documents.`, 1);
  mkdirSync(inRoot(`dist/${folder}`), { recursive: true });
  for (const file of files) copyFileSync(inRoot(`src/${folder}/${file}`), inRoot(`dist/${folder}/${file}`));
}

/** @param {string} file */
function makeExecutable(file) {
  if (!existsSync(inRoot(file))) stop(`${file} is not there: the package would have no command.`, 1);
  chmodSync(inRoot(file), 0o755);
}

/** Nothing else loads them. */
function removeBundled() {
  for (const name of readdirSync(inRoot('dist/cli'))) {
    if (!KEPT.has(name)) rmSync(inRoot(path.join('dist/cli', name)), { recursive: true });
  }
}

/**
 * Of what a check does, with an answer that is kept; other commands share most of it.
 * @param {'keep' | 'check'} how
 */
function practise(how) {
  const cache = mkdtempSync(path.join(tmpdir(), 'medward-build-'));
  // As most start it: other settings of the engine ask for other compiled code.
  const env = { ...process.env, XDG_CACHE_HOME: cache, MEDWARD_NO_CACHE: '', NODE_OPTIONS: '' };
  const args = [inRoot('dist/cli/practise.js'), how, ...PRACTICE];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' });
  rmSync(cache, { recursive: true, force: true });
  // 1 says that gaps block.
  if (status !== 0 && status !== 1) stop(`medward ${PRACTICE.join(' ')} failed:\n${stderr}`, 1);
}

/** `src/cli/build-id.ts` reads it: a kept answer of another build is none. Packages count with their exact versions. */
function writeBuildId() {
  const files = readdirSync(inRoot('dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:c?js|json|md|typ)$/.test(file),
  );
  const hash = createHash('sha256').update(readFileSync(inRoot('package.json')));
  for (const file of files.toSorted()) hash.update(`${file}\0`).update(readFileSync(inRoot(path.join('dist', file))));
  writeFileSync(inRoot('dist/build-id'), `${hash.digest('hex')}\n`);
}

/** @param {string} file */
function inRoot(file) {
  return path.join(ROOT, file);
}
