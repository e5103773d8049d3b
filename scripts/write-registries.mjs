/** Writes the list of files of each registry (all.ts); with `--check` it only says which list is out of date. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ folder: string, opens: string }} Registry */

/** @type {readonly Registry[]} */
export const REGISTRIES = [
  {
    folder: 'src/records/kinds',
    opens: 'Every kind of record: the list of files in this folder, written by a script.',
  },
  { folder: 'src/rules', opens: 'Every rule: the list of files in this folder, written by a script.' },
  {
    folder: 'src/evidence/formats',
    opens: 'Every format of reports: the list of files in this folder, written by a script.',
  },
  {
    folder: 'src/exchange/formats',
    opens: 'Every foreign format: the list of files in this folder, written by a script.',
  },
  {
    folder: 'src/publish/tags',
    opens: 'Every tag of templates: the list of files in this folder, written by a script.',
  },
  { folder: 'src/cli/commands', opens: 'Every command: the list of files in this folder, written by a script.' },
];

// Names of files that are no names of values in TypeScript, such as the kind `interface`.
const RESERVED = new Set(
  (
    'await break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'function if implements import in instanceof interface let new null package private protected public return static ' +
    'super switch this throw true try typeof var void while with yield arguments eval'
  ).split(' '),
);

/**
 * @param {string} root
 * @param {Registry} registry
 * @returns {Promise<string>} the text of its all.ts
 */
export async function registryText(root, { folder, opens }) {
  const names = entriesOf(path.join(root, folder));
  const imports = names.map((name) => `import ${valueName(name)} from './${name}.js';`).join('\n');
  const text = `/** ${opens} */\n${imports}\n\nexport const all = [${names.map(valueName).join(', ')}] as const;\n`;
  const config = await resolveConfig(path.join(ROOT, 'package.json'));
  return await format(text, { ...config, parser: 'typescript' });
}

/**
 * A file belongs to the list if it is one thing: a default export made by `define…`.
 * @param {string} folder
 */
function entriesOf(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'all.ts')
    .filter((name) => /^export default define/m.test(readFileSync(path.join(folder, name), 'utf8')))
    .map((name) => name.slice(0, -'.ts'.length))
    .toSorted();
}

/** @param {string} name `control-without-defeat-test` */
function valueName(name) {
  const camel = name.replace(/-+(.)/g, (_, letter) => letter.toUpperCase());
  return RESERVED.has(camel) ? `${camel}_` : camel;
}

/**
 * @param {string} root
 * @returns {Promise<readonly { file: string, text: string }[]>} what is out of date, with the right text
 */
export async function outdatedRegistries(root) {
  const outdated = [];
  for (const registry of REGISTRIES.filter(({ folder }) => existsSync(path.join(root, folder)))) {
    const file = path.join(registry.folder, 'all.ts');
    const text = await registryText(root, registry);
    const present = existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : '';
    if (present !== text) outdated.push({ file, text });
  }
  return outdated;
}

/** @param {string} root */
export async function writeRegistries(root) {
  for (const { file, text } of await outdatedRegistries(root)) {
    writeFileSync(path.join(root, file), text);
    console.log(`${file} written.`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--check')) {
    const outdated = await outdatedRegistries(ROOT);
    for (const { file } of outdated) console.error(`${file} is out of date: run \`npm run registries\`.`);
    if (outdated.length > 0) process.exitCode = 1;
  } else {
    await writeRegistries(ROOT);
  }
}
