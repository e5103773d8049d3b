/** The lists of files are up to date, and what goes into such a list. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { outdatedRegistries, REGISTRIES, registryText } from './write-registries.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const rules = { folder: 'src/rules', opens: 'Every rule.' };
let house = '';

beforeEach(() => {
  house = mkdtempSync(path.join(os.tmpdir(), 'medward-registries-'));
  mkdirSync(path.join(house, 'src/rules'), { recursive: true });
});

afterEach(() => rmSync(house, { recursive: true, force: true }));

function put(name: string, text: string): void {
  writeFileSync(path.join(house, 'src/rules', name), text);
}

it('lists every file in the repository', async () => {
  // Run `npm run registries` when this fails.
  expect((await outdatedRegistries(ROOT)).map(({ file }) => file)).toEqual([]);
});

it('takes files that are one thing, sorted, and nothing else', async () => {
  put('b-rule.ts', 'export default defineRule({});\n');
  put('a.ts', 'export default defineRule({});\n');
  put('interface.ts', 'export default defineLinkRule({});\n');
  put('define.ts', 'export function defineRule() {}\n');
  put('b-rule.test.ts', 'export default defineRule({});\n');
  expect(await registryText(house, rules)).toBe(
    [
      '/** Every rule. */',
      `import a from './a.js';`,
      `import bRule from './b-rule.js';`,
      `import interface_ from './interface.js';`,
      '',
      'export const all = [a, bRule, interface_] as const;',
      '',
    ].join('\n'),
  );
});

it('says which list is out of date', async () => {
  put('a.ts', 'export default defineRule({});\n');
  expect((await outdatedRegistries(house)).map(({ file }) => file)).toEqual([path.join('src/rules', 'all.ts')]);
});

it('knows the folders', () => {
  expect(REGISTRIES.map(({ folder }) => folder)).toEqual([
    'src/records/kinds',
    'src/rules',
    'src/evidence/formats',
    'src/exchange/formats',
    'src/publish/tags',
    'src/cli/commands',
  ]);
});
