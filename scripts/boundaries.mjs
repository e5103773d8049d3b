/** Checks the directions of the rooms, and that the checker has really seen them: without modules it reports green. */
// @implements SRS-905, SRS-912
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ROOMS = createRequire(import.meta.url)('./rooms.cjs');
/** Never fewer than these, however empty the folder looks. */
const FEWEST_MODULES = 45;
const FEWEST_IMPORTS = 100;

const src = path.resolve(process.argv[2] ?? path.join(ROOT, 'src'));
const seen = cruise();
const faults = [...violations(seen), ...roomsWithoutDirections(), ...unseen(seen)];
for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  process.exitCode = 1;
} else {
  const { totalCruised, totalDependenciesCruised } = seen.summary;
  console.log(`${totalCruised} modules, ${totalDependenciesCruised} imports: every room keeps its direction.`);
}

/** @returns {import('dependency-cruiser').ICruiseResult} */
function cruise() {
  const bin = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.join(path.dirname(src), '.dependency-cruiser.cjs');
  const run = spawnSync(process.execPath, [bin, '--config', config, '--output-type', 'json', path.basename(src)], {
    cwd: path.dirname(src),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no result:\n${run.stdout}${run.stderr}`);
  return JSON.parse(run.stdout);
}

/** @param {import('dependency-cruiser').ICruiseResult} result */
function violations(result) {
  return result.summary.violations.map(
    ({ from, to, rule }) => `${from} → ${to}\n  ${rule.name}: ${reasonOf(result, rule.name)}\n`,
  );
}

/**
 * @param {import('dependency-cruiser').ICruiseResult} result
 * @param {string} name
 */
function reasonOf(result, name) {
  const rule = result.summary.ruleSetUsed?.forbidden?.find((candidate) => candidate.name === name);
  return rule?.comment ?? 'no reason given';
}

function roomsWithoutDirections() {
  return readdirSync(src, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !Object.hasOwn(ROOMS, entry.name))
    .map((entry) => `src/${entry.name} is no room yet: say in scripts/rooms.cjs what it may use, and why.`);
}

/** @param {import('dependency-cruiser').ICruiseResult} result */
function unseen(result) {
  const names = new Set(result.modules.map((module) => module.source));
  const missing = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => path.posix.join('src', name.replaceAll(path.sep, '/')))
    .filter((name) => !names.has(name))
    .map((name) => `${name} was not seen by dependency-cruiser: its imports are unchecked.`);
  const { totalCruised, totalDependenciesCruised = 0 } = result.summary;
  if (totalCruised < FEWEST_MODULES || totalDependenciesCruised < FEWEST_IMPORTS) {
    missing.push(
      `Only ${totalCruised} modules and ${totalDependenciesCruised} imports were seen, expected at least ` +
        `${FEWEST_MODULES} and ${FEWEST_IMPORTS}: is a TypeScript with a compiler API (6.x) installed?`,
    );
  }
  return missing;
}
