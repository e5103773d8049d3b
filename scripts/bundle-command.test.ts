import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { bundleCommand } from './bundle-command.mjs';

let folder = '';

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A command that prints what a table beside another module says, and loads a third module late. */
const FILES = {
  'package.json': '{ "type": "module" }',
  'cli/main.js': `#!/usr/bin/env node
import { table } from '../packs/table.js';
const { late } = await import('./late.js');
console.log(table(), late(), import.meta.url.endsWith('/main.js'));`,
  'cli/late.js': `import { table } from '../packs/table.js'; export const late = () => table().toUpperCase();`,
  'packs/table.js': `import { readFileSync } from 'node:fs';
export const table = () => readFileSync(new URL('./table.txt', import.meta.url), 'utf8');`,
  'packs/table.txt': 'told',
};

test('a command in few files prints what it printed in many, and finds the tables beside its modules', async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'medward-bundle-'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const main = path.join(folder, 'cli/main.js');
  const run = (): string => execFileSync(process.execPath, [main], { encoding: 'utf8', cwd: tmpdir() });
  const before = run();
  await bundleCommand(main);
  rmSync(path.join(folder, 'packs/table.js'));
  rmSync(path.join(folder, 'cli/late.js'));
  expect(run()).toBe(before);
  expect(before).toBe('told TOLD true\n');
  expect(readdirSync(path.join(folder, 'cli')).length).toBe(3);
});
