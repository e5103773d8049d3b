import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commitAll, git, testFolder, writeFiles } from '../folder.test-support.js';
import { readVersions, type Versions } from '../versions.js';
import { SeenVersions } from './seen-versions.js';

const look = (folder: string): SeenVersions => new SeenVersions(folder, readVersions(folder));

/** @returns whether a later run that asks the same would be told the same, before and after something happened */
function tells(folder: string, ask: (versions: Versions) => unknown, happens: () => void): readonly boolean[] {
  const first = look(folder);
  ask(first);
  const seen = first.seen();
  const before = look(folder).tellsLike(seen);
  happens();
  return [before, look(folder).tellsLike(seen)];
}

function repository(): { folder: string; other: string } {
  const folder = testFolder({ 'a.ts': 'a', 'b.ts': 'b' });
  commitAll(folder);
  git(folder, 'switch', '--quiet', '--create', 'other');
  writeFiles(folder, { 'a.ts': 'other' });
  const other = commitAll(folder);
  git(folder, 'switch', '--quiet', 'main');
  return { folder, other };
}

function prune(folder: string): void {
  git(folder, 'branch', '--quiet', '-D', 'other');
  git(folder, 'reflog', 'expire', '--expire=now', '--all');
  git(folder, 'gc', '--quiet', '--prune=now');
}

test.each<[string, (versions: Versions, commit: string) => unknown]>([
  ['its files', (versions, commit) => versions.at(commit)],
  ['its files, by a short name', (versions, commit) => versions.at(commit.slice(0, 9))],
  ['the state before it', (versions, commit) => versions.before(commit)],
  ['whether it is there', (versions, commit) => versions.knows(commit)],
  ['a text of it', (versions, commit) => versions.textAt(commit, 'a.ts')],
])('a commit is taken out of the repository: %s', (_, ask) => {
  const { folder, other } = repository();
  expect(
    tells(
      folder,
      (versions) => ask(versions, other),
      () => prune(folder),
    ),
  ).toEqual([true, false]);
});

test('a commit comes in that was not there', () => {
  const { folder, other } = repository();
  const clone = join(testFolder(), 'clone');
  git(folder, 'clone', '--quiet', '--single-branch', '--branch=main', `file://${folder}`, clone);
  const fetch = (): unknown => git(clone, 'fetch', '--quiet', 'origin', 'other');
  expect(tells(clone, (versions) => versions.at(other), fetch)).toEqual([true, false]);
});

test('a shallow clone becomes a whole one', () => {
  const { folder, other } = repository();
  const clone = join(testFolder(), 'clone');
  git(folder, 'clone', '--quiet', '--depth=1', '--branch=other', `file://${folder}`, clone);
  const deepen = (): unknown => git(clone, 'fetch', '--quiet', '--unshallow');
  expect(tells(clone, (versions) => versions.before(other), deepen)).toEqual([true, false]);
});

test('files as they are now: changed, and new', () => {
  const { folder } = repository();
  const change = (): void => writeFileSync(join(folder, 'a.ts'), 'x');
  expect(tells(folder, (versions) => versions.present(), change)).toEqual([true, false]);
  expect(tells(folder, (versions) => versions.present(), change)).toEqual([true, true]);
  const create = (): void => writeFileSync(join(folder, 'new.ts'), 'x');
  expect(tells(folder, (versions) => versions.untracked(), create)).toEqual([true, false]);
});

test('what nobody asked may change', () => {
  const { folder, other } = repository();
  expect(
    tells(
      folder,
      () => {},
      () => prune(folder),
    ),
  ).toEqual([true, true]);
  expect(
    tells(
      folder,
      (versions) => versions.at('no commit'),
      () => writeFileSync(join(folder, 'a.ts'), 'x'),
    ),
  ).toEqual([true, true]);
  expect(look(folder).at(other)).toBeUndefined();
});
