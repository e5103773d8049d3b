/** The licences of packages whose code stands in a bundle: who passes it on passes them on with it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * @param {readonly string[]} files paths of bundled modules, with `/`
 * @returns {string} for each package its name, its version and the text of its licence
 * @throws {Error} where a package has none
 */
export function licenceTexts(files) {
  const folders = new Set(files.map((file) => PACKAGE.exec(file)?.[1]).filter((folder) => folder !== undefined));
  return [...folders].toSorted().map(licenceOf).join('\n');
}

/** @param {string} folder */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)/i.test(one));
  if (file === undefined) throw new Error(`${folder} has no text of its licence (${license}); it cannot be bundled.`);
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
}
