/** When packages count as installed. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

let house = '';

beforeEach(() => {
  house = mkdtempSync(path.join(os.tmpdir(), 'medward-install-'));
  mkdirSync(path.join(house, 'node_modules'));
});

afterEach(() => rmSync(house, { recursive: true, force: true }));

function put(name: string, changedAt: number): void {
  writeFileSync(path.join(house, name), '{}');
  utimesSync(path.join(house, name), changedAt, changedAt);
}

it('not before npm has finished, which its inner lock file says', () => {
  put('package-lock.json', 1000);
  expect(isInstalled(house)).toBe(false);
});

it('not with packages that are older than the lock file', () => {
  put('package-lock.json', 2000);
  put('node_modules/.package-lock.json', 1000);
  expect(isInstalled(house)).toBe(false);
});

it('with packages that are newer than the lock file', () => {
  put('package-lock.json', 1000);
  put('node_modules/.package-lock.json', 2000);
  expect(isInstalled(house)).toBe(true);
});
