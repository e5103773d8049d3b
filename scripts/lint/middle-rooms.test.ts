/** Plants what a middle room may not do and expects the linter to answer: a check that cannot fail is worse than none. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
let house = '';

beforeAll(() => {
  house = mkdtempSync(path.join(os.tmpdir(), 'medward-lint-'));
  for (const part of ['.oxlintrc.json', 'tsconfig.json', 'scripts/lint']) {
    cpSync(path.join(ROOT, part), path.join(house, part), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(house, 'node_modules'), 'junction');
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

function lint(file: string, source: string): { readonly said: string; readonly status: number | null } {
  const target = path.join(house, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, source);
  const bin = path.join(ROOT, 'node_modules/oxlint/bin/oxlint');
  const args = ['--type-aware', '--deny-warnings', '--format=unix', file];
  const run = spawnSync(process.execPath, [bin, ...args], { cwd: house, encoding: 'utf8' });
  return { said: run.stdout + run.stderr, status: run.status };
}

// @verifies TC-905
it.each([
  ['the clock by Date.now', 'export const now = Date.now();', 'has no clock'],
  ['the clock by new Date', 'export const now = new Date();', 'has no clock'],
  ['the clock by Date as a function', 'export const now = Date();', 'has no clock'],
  ['the environment', `export const home = process.env['HOME'];`, 'has no environment'],
  ['the console', `console.log('x');`, "room cli's"],
  ['the network', `void fetch('https://example.org');`, 'has no network'],
  ['chance', 'export const some = Math.random();', 'Math.random'],
])('refuses %s in a middle room', (_what, source, reason) => {
  expect(lint('src/rules/planted.ts', source).said).toContain(reason);
});

it('leaves arithmetic with given dates alone', () => {
  expect(lint('src/rules/planted.ts', `export const day = new Date('2026-11-23').getTime();`).status).toBe(0);
});

it('leaves the clock to the rooms at the edge', () => {
  expect(lint('src/cli/planted.ts', 'export const now = new Date();').status).toBe(0);
});

it('knows types: a promise that nobody waits for is found', () => {
  const source = 'async function read(): Promise<number> { return await Promise.resolve(1); }\nread();\n';
  expect(lint('src/cli/planted.ts', source).said).toContain('no-floating-promises');
});
