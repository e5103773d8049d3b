/**
 * `npm run sbom`: the components of Medward as it is installed, as CycloneDX, from the lock file alone. The same lock file
 * gives the same bytes: no time, no number drawn by lot. Goes to dist/, and with the package.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './install.mjs';

/** @typedef {{ name: string, version: string, licenses?: unknown[] }} Component */
/** @typedef {{ serialNumber?: string, metadata: { timestamp?: string, component: Component }, components: Component[] }} Bom */

// What a package tells in its files and not in its description.
/** @type {Readonly<Record<string, string>>} */
const TOLD_ELSEWHERE = { 'dejavu-fonts-ttf': 'Bitstream-Vera' };

/** @returns {Bom} */
export function bomOf() {
  const args = ['sbom', '--package-lock-only', '--omit', 'dev', '--sbom-format', 'cyclonedx'];
  /** @type {Bom} */
  const bom = JSON.parse(execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }));
  delete bom.serialNumber;
  delete bom.metadata.timestamp;
  bom.metadata.component.name = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).name;
  for (const component of bom.components) {
    const id = TOLD_ELSEWHERE[component.name];
    if (id !== undefined && !component.licenses) component.licenses = [{ license: { id } }];
  }
  return bom;
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
  const target = path.join(ROOT, 'dist/sbom.cdx.json');
  writeFileSync(target, `${JSON.stringify(bomOf(), null, 2)}\n`);
  console.log(`${bomOf().components.length} components in dist/sbom.cdx.json`);
}
