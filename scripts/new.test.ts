/** What `npm run new` makes, and what it refuses to touch. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeNew } from './new.mjs';

let house = '';

beforeEach(() => {
  house = mkdtempSync(path.join(os.tmpdir(), 'medward-new-'));
});

afterEach(() => rmSync(house, { recursive: true, force: true }));

function read(file: string): string {
  return readFileSync(path.join(house, file), 'utf8');
}

it.each([
  ['rule', 'control-without-test', ['src/rules/control-without-test.ts', 'src/rules/control-without-test.test.ts']],
  ['kind', 'site', ['src/records/kinds/site.ts', 'src/records/kinds/site.test.ts']],
  ['command', 'next', ['src/cli/commands/next.ts', 'src/cli/commands/next.test.ts']],
  ['adr', 'one-reader', ['docs/adr/0001-one-reader.md']],
])('makes a %s', (what, id, files) => {
  expect(makeNew(house, [what, id])).toMatchObject({ made: files });
  for (const file of files) expect(read(file)).not.toMatch(/\{\{|\}\}/);
});

it('names a rule by its id in file and words', () => {
  makeNew(house, ['rule', 'control-without-test']);
  expect(read('src/rules/control-without-test.ts')).toContain("id: 'control-without-test'");
  expect(read('src/rules/control-without-test.ts')).toContain("title: 'Control without test'");
});

it('numbers decisions one after the other', () => {
  mkdirSync(path.join(house, 'docs/adr'), { recursive: true });
  writeFileSync(path.join(house, 'docs/adr/0007-older.md'), '');
  expect(makeNew(house, ['adr', 'newer'])).toMatchObject({ made: ['docs/adr/0008-newer.md'] });
  expect(read('docs/adr/0008-newer.md')).toMatch(/^# 0008 Newer\n/);
});

it('never overwrites, and then writes nothing at all', () => {
  mkdirSync(path.join(house, 'src/rules'), { recursive: true });
  writeFileSync(path.join(house, 'src/rules/mine.test.ts'), 'mine');
  expect(makeNew(house, ['rule', 'mine'])).toEqual({
    refused: 'src/rules/mine.test.ts is there already; nothing was written.',
  });
  expect(read('src/rules/mine.test.ts')).toBe('mine');
  expect(() => read('src/rules/mine.ts')).toThrow('ENOENT');
});

it.each(['Upper-Case', 'under_score', '../outside', 'a--b', '-a', '9th', 'a/b', ''])('refuses the id %j', (id) => {
  expect(makeNew(house, ['rule', id])).toHaveProperty('refused');
});

it.each([[[]], [['rule']], [['rules', 'x']], [['constructor', 'x']], [['rule', 'x', 'y']]])('refuses %j', (args) => {
  expect(makeNew(house, args)).toEqual({
    refused: 'Usage: npm run new -- rule|kind|command|adr <id>, the id in kebab-case.',
  });
});
