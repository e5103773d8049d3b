import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Parts } from '../src/cli/parts.js';
import { bundleCommand } from './bundle-command.mjs';

let folder = '';

/** A command that says what a table beside another module says, with a package, and loads a third module and one of Node late. */
const FILES = {
  'package.json': '{ "type": "module" }',
  'cli/start.js': `
import { table } from '../packs/table.js';
import { shout } from 'shout';
let starts = 0;
export async function start() {
  starts += 1;
  const { late } = await import('./late.js');
  const { basename } = await import('node:path');
  return [table(), late(), shout('é → 漢 😀'), /[×–]/.test('–'), basename(import.meta.url), starts].join(' ');
}`,
  'cli/late.js': `import { table } from '../packs/table.js'; export const late = () => table().toUpperCase();`,
  'packs/table.js': `import { readFileSync } from 'node:fs';
export const table = () => readFileSync(new URL('./table.txt', import.meta.url), 'utf8');`,
  'packs/table.txt': 'told',
  'node_modules/shout/package.json':
    '{ "name": "shout", "version": "1.2.3", "license": "MIT", "type": "module", "exports": "./index.js" }',
  'node_modules/shout/index.js': 'export const shout = (text) => `${text}!`;',
  'node_modules/shout/LICENSE': 'Whoever shouts may shout.',
};
const SAID = 'told TOLD é → 漢 😀! true start.js 1';

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'medward-bundle-'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(inFolder(name)), { recursive: true });
    writeFileSync(inFolder(name), text);
  }
  await bundleCommand(inFolder('cli/start.js'), inFolder('cli/parts'));
  for (const gone of ['cli/start.js', 'cli/late.js', 'packs/table.js', 'node_modules']) {
    rmSync(inFolder(gone), { recursive: true });
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a command in few parts says what its modules said, and finds the tables beside them', async () => {
  expect(await start(open())).toBe(SAID);
});

test('each part is a file, in ASCII alone; what is loaded late is one of them', () => {
  const parts = filesEnding('.cjs');
  expect(parts.length).toBe(3);
  for (const part of parts) expect(readFileSync(inFolder(`cli/parts/${part}`), 'latin1')).toMatch(/^[\0-\x7f]*$/);
});

test('no part imports by itself: to a script Node grants that as an experiment only, and says so on the terminal', () => {
  const parts = filesEnding('.cjs').map((part) => readFileSync(inFolder(`cli/parts/${part}`), 'latin1'));
  expect(parts.join('\n')).toContain('__import("node:path")');
  expect(parts.join('\n')).not.toMatch(/\bimport\(/);
});

test('a part runs once, and what is loaded late is not loaded before', async () => {
  const parts = open();
  const { start: begin } = parts.load('start.cjs') as { start: () => Promise<string> };
  parts.keepCompiled();
  expect(filesEnding('.compiled').length).toBe(2);
  expect(await begin()).toBe(SAID);
  expect(await start(parts)).toBe(SAID.replace('1', '2'));
  parts.keepCompiled();
  expect(filesEnding('.compiled').length).toBe(3);
});

test('compiled code is taken up, and changes nothing', () => {
  expect(startAnew('keep').anew.length).toBe(3);
  expect(filesEnding('.compiled').length).toBe(3);
  expect(startAnew()).toEqual({ said: SAID, anew: [] });
});

test('compiled code that is cut short, of another part or none at all is refused, and changes nothing', () => {
  startAnew('keep');
  const [one = '', two = '', three = ''] = filesEnding('.compiled').map((name) => inFolder(`cli/parts/${name}`));
  truncateSync(one, 200);
  writeFileSync(two, readFileSync(three));
  writeFileSync(three, '');
  const { said, anew } = startAnew();
  expect(said).toBe(SAID);
  expect(anew.length).toBe(3);
});

test('compiled code for an engine that is set in another way is refused, and changes nothing', () => {
  startAnew('keep');
  const { said, anew } = startAnew('set in another way');
  expect(said).toBe(SAID);
  expect(anew.length).toBe(3);
});

test.each([
  ['another version', (made: string) => made.replace(process.version, 'v20.0.0')],
  ['another build of the version', (made: string) => made.replace(/"bytes":\d+/, '"bytes":1')],
  ['nobody knows which', () => ''],
])('compiled code that another Node made (%s) is given to no engine: it might take it, and crash', (_, changed) => {
  startAnew('keep');
  const made = inFolder('cli/parts/compiled-by.json');
  const before = readFileSync(made, 'utf8');
  writeFileSync(made, changed(before));
  expect(readFileSync(made, 'utf8')).not.toBe(before);
  expect(startAnew().anew.length).toBe(3);
});

test('the licences of packages whose code is in the parts lie beside them', () => {
  const texts = readFileSync(inFolder('cli/parts/LICENCES.txt'), 'utf8');
  expect(texts).toContain('shout 1.2.3 (MIT)\n\nWhoever shouts may shout.\n');
});

test('a package without a text of its licence is not bundled', async () => {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(inFolder(name)), { recursive: true });
    if (!name.endsWith('LICENSE')) writeFileSync(inFolder(name), text);
  }
  await expect(bundleCommand(inFolder('cli/start.js'), inFolder('cli/parts'))).rejects.toThrow(
    /shout has no text of its licence \(MIT\)/,
  );
});

function open(): Parts {
  return new Parts(inFolder('cli/parts'));
}

function start(parts: Parts): Promise<string> {
  return (parts.load('start.cjs') as { start: () => Promise<string> }).start();
}

/** In a process of its own: within one the engine remembers what it compiled, and asks no file. */
function startAnew(how: 'keep' | 'set in another way' | '' = ''): { said: string; anew: readonly string[] } {
  const script = `
    import { setFlagsFromString } from 'node:v8';
    import { Parts } from ${JSON.stringify(pathToFileURL(path.resolve('src/cli/parts.ts')).href)};
    if (${how === 'set in another way'}) setFlagsFromString('--max-inlined-bytecode-size-cumulative=151');
    const parts = new Parts(${JSON.stringify(inFolder('cli/parts'))});
    const said = await parts.load('start.cjs').start();
    if (${how === 'keep'}) parts.keepCompiled();
    console.log(JSON.stringify({ said, anew: parts.compiledAnew }));`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as ReturnType<typeof startAnew>;
}

function filesEnding(ending: string): string[] {
  return readdirSync(inFolder('cli/parts')).filter((name) => name.endsWith(ending));
}

function inFolder(name: string): string {
  return path.join(folder, name);
}
