/** `npm run new -- rule|kind|command|adr <id>`: makes the file and a failing test from the templates in scripts/new/. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeRegistries } from './write-registries.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TEMPLATES = fileURLToPath(new URL('new', import.meta.url));
const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** @typedef {{ template: string, to: (id: string, root: string) => string }} Made */
/** @typedef {{ makes: readonly Made[], next: string }} Recipe */

/** @type {Readonly<Record<string, Recipe>>} */
const RECIPES = {
  rule: {
    makes: [
      { template: 'rule.ts.template', to: (id) => `src/rules/${id}.ts` },
      { template: 'rule.test.ts.template', to: (id) => `src/rules/${id}.test.ts` },
    ],
    next: 'Fill in the words and the two examples, then the check; `npm test -- src/rules` shows how far you are.',
  },
  kind: {
    makes: [
      { template: 'kind.ts.template', to: (id) => `src/records/kinds/${id}.ts` },
      { template: 'kind.test.ts.template', to: (id) => `src/records/kinds/${id}.test.ts` },
    ],
    next: 'Describe its fields; links to other kinds are rows in src/records/relations.yaml.',
  },
  command: {
    makes: [
      { template: 'command.ts.template', to: (id) => `src/cli/commands/${id}.ts` },
      { template: 'command.test.ts.template', to: (id) => `src/cli/commands/${id}.test.ts` },
    ],
    next: 'Import rooms inside `run` only: `medward --help` loads every command file and must stay under 0.1 s.',
  },
  adr: {
    makes: [{ template: 'adr.md.template', to: (id, root) => `docs/adr/${nextNumber(root)}-${id}.md` }],
    next: 'One page: question, what was tried with numbers, decision, what it costs, what would change our mind.',
  },
};

/**
 * @param {string} root
 * @param {readonly (string | undefined)[]} args
 * @returns {{ made: readonly string[], next: string } | { refused: string }}
 */
export function makeNew(root, [what, id, ...more]) {
  const recipe = what !== undefined && Object.hasOwn(RECIPES, what) ? RECIPES[what] : undefined;
  if (!recipe || id === undefined || more.length > 0) return { refused: usage() };
  if (!KEBAB_CASE.test(id)) return { refused: `\`${id}\` is not in kebab-case, such as \`control-without-test\`.` };
  const files = recipe.makes.map(({ template, to }) => ({ template, file: to(id, root) }));
  const present = files.find(({ file }) => existsSync(path.join(root, file)));
  if (present) return { refused: `${present.file} is there already; nothing was written.` };
  for (const { template, file } of files) write(path.join(root, file), filled(template, id, file));
  return { made: files.map(({ file }) => file), next: recipe.next };
}

function usage() {
  return `Usage: npm run new -- ${Object.keys(RECIPES).join('|')} <id>, the id in kebab-case.`;
}

/**
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  // `wx` fails where somebody was faster: nothing is overwritten that was not seen.
  writeFileSync(file, text, { flag: 'wx' });
}

/**
 * @param {string} template
 * @param {string} id
 * @param {string} file
 */
function filled(template, id, file) {
  const words = id.replaceAll('-', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return readFileSync(path.join(TEMPLATES, template), 'utf8')
    .replaceAll('{{id}}', id)
    .replaceAll('{{title}}', title)
    .replaceAll('{{number}}', path.basename(file).slice(0, 4));
}

/** @param {string} root */
function nextNumber(root) {
  const folder = path.join(root, 'docs/adr');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const numbers = names.map((name) => Number(/^(\d{4})-/.exec(name)?.[1] ?? 0));
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const result = makeNew(ROOT, process.argv.slice(2));
  if ('refused' in result) {
    console.error(result.refused);
    process.exitCode = 2;
  } else {
    for (const file of result.made) console.log(`${file} made.`);
    await writeRegistries(ROOT);
    console.log(result.next);
  }
}
