/** The list of our own components is whole: every package that is installed with us, with its licence, and the same each time. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bomOf } from '../scripts/sbom.mjs';

interface Locked {
  readonly packages: Readonly<
    Record<string, { readonly version: string; readonly dev?: boolean; readonly devOptional?: boolean }>
  >;
}

const lock = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package-lock.json'), 'utf8')) as Locked;

test('holds each package of the lock file that is not for development', () => {
  const wanted = Object.entries(lock.packages)
    // Types are of use to a compiler alone.
    .filter(([where, one]) => where !== '' && !where.includes('@types/') && !one.dev && !one.devOptional)
    .map(([where, { version }]) => `${where.slice(where.lastIndexOf('node_modules/') + 13)}@${version}`);
  const listed = new Set(bomOf().components.map(({ name, version }) => `${name}@${version}`));
  expect(wanted.filter((name) => !listed.has(name))).toEqual([]);
  expect(wanted.length).toBeGreaterThan(5);
});

test('names a licence for each, none that asks for our own source', () => {
  for (const { name, licenses } of bomOf().components) {
    expect(licenses, name).toBeTruthy();
    expect(JSON.stringify(licenses), name).not.toMatch(/"(A?GPL|SSPL|BUSL)/);
  }
});

test('is the same each time, without a clock', () => {
  expect(bomOf()).toEqual(bomOf());
  expect(JSON.stringify(bomOf())).not.toMatch(/timestamp|serialNumber/);
});
