/**
 * `npm run sbom`: the components of Medward as it is installed, as CycloneDX, from the lock file alone. The same lock file
 * gives the same bytes: no time, no number drawn by lot. Goes to dist/, and with the package.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './install.mjs';

/** @typedef {{ name: string, version: string, licenses?: unknown[] }} Component */
/** @typedef {{ serialNumber?: string, metadata: { timestamp?: string, component: Component }, components: Component[] }} Bom */

// What a package tells in its files and not in its description.
/** @type {Readonly<Record<string, string>>} */
const TOLD_ELSEWHERE = { 'dejavu-fonts-ttf': 'Bitstream-Vera' };

/**
 * `npm sbom --omit dev` leaves out what we and a tool of ours both use (npm 11.19: yaml, picomatch), so the tools are taken
 * out of the lock file first.
 * @returns {Bom}
 */
export function bomOf() {
  const folder = mkdtempSync(path.join(tmpdir(), 'medward-sbom-'));
  try {
    writeJson(path.join(folder, 'package.json'), withoutTools(readJson('package.json')));
    writeJson(path.join(folder, 'package-lock.json'), lockedWithoutTools(readJson('package-lock.json')));
    const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
    return settled(
      JSON.parse(execFileSync('npm', args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Record<string, unknown>} manifest */
function withoutTools(manifest) {
  return Object.fromEntries(Object.entries(manifest).filter(([name]) => name !== 'devDependencies'));
}

/** @param {{ packages: Record<string, Record<string, unknown>> }} lock */
function lockedWithoutTools(lock) {
  const kept = Object.entries(lock.packages).filter(([, one]) => one.dev !== true && one.devOptional !== true);
  const packages = kept.map(([where, one]) => [where, where === '' ? withoutTools(one) : one]);
  return { ...lock, packages: Object.fromEntries(packages) };
}

/**
 * @param {Bom} bom
 * @returns {Bom} without what differs from run to run
 */
function settled(bom) {
  delete bom.serialNumber;
  delete bom.metadata.timestamp;
  bom.metadata.component.name = readJson('package.json').name;
  for (const component of bom.components) {
    const id = TOLD_ELSEWHERE[component.name];
    if (id !== undefined && !component.licenses) component.licenses = [{ license: { id } }];
  }
  return bom;
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}

/**
 * @param {string} file
 * @param {unknown} value
 */
function writeJson(file, value) {
  writeFileSync(file, JSON.stringify(value));
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
  const target = path.join(ROOT, 'dist/sbom.cdx.json');
  writeFileSync(target, `${JSON.stringify(bomOf(), null, 2)}\n`);
  console.log(`${bomOf().components.length} components in dist/sbom.cdx.json`);
}
