import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { commitAll, git, testFolder, writeFiles } from './folder.test-support.js';
import { readVersions } from './versions.js';

const idOf = (text: string): string =>
  createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');

test('a clean folder has the ids that its commit has', () => {
  const folder = testFolder({ 'src/a.ts': 'a', 'b.md': 'b' });
  const commit = commitAll(folder);
  const versions = readVersions(folder);
  expect([...(versions.present() ?? [])]).toEqual([
    ['b.md', idOf('b')],
    ['src/a.ts', idOf('a')],
  ]);
  expect(versions.at(commit)).toEqual(versions.present());
});

test('what nobody committed counts as it lies there; new files are told apart', () => {
  const folder = testFolder({ 'a.ts': 'a', 'b.ts': 'b', 'c.ts': 'c', '.gitignore': '*.log\n' });
  commitAll(folder);
  writeFiles(folder, { 'a.ts': 'other', 'new.ts': 'n', 'x.log': '' });
  rmSync(join(folder, 'b.ts'));
  const versions = readVersions(folder);
  expect(versions.present()?.get('a.ts')).toBe(idOf('other'));
  expect(versions.present()?.has('b.ts')).toBe(false);
  expect(versions.present()?.get('c.ts')).toBe(idOf('c'));
  expect(versions.untracked()).toEqual(['new.ts']);
});

test('a file put back is as it was, also when the index still holds the change', () => {
  const folder = testFolder({ 'a.ts': 'a' });
  commitAll(folder);
  writeFiles(folder, { 'a.ts': 'other' });
  git(folder, 'add', 'a.ts');
  writeFiles(folder, { 'a.ts': 'a' });
  expect(readVersions(folder).present()?.get('a.ts')).toBe(idOf('a'));
});

test('paths count from the folder of the project, with blanks, newlines and other letters', () => {
  const names = ['a b.ts', 'new\nline.ts', 'größe.ts'];
  const folder = testFolder({ 'other/x.ts': 'x', ...Object.fromEntries(names.map((name) => [`pump/${name}`, 'p'])) });
  commitAll(folder);
  writeFiles(folder, { 'pump/a b.ts': 'changed', 'other/x.ts': 'changed' });
  const present = readVersions(join(folder, 'pump')).present();
  expect(new Set(present?.keys())).toEqual(new Set(names));
  expect(present?.get('a b.ts')).toBe(idOf('changed'));
});

describe('a link is told by what it leads to', () => {
  function linked(target: string, files: Record<string, string> = {}): string {
    const folder = testFolder({ 'src/a.ts': 'a', 'lib/deep/x.ts': 'x', 'lib/y.ts': 'y', ...files });
    symlinkSync(target, join(folder, 'src/link'));
    commitAll(folder);
    return folder;
  }
  const idNow = (folder: string): string | null | undefined => readVersions(folder).present()?.get('src/link');

  test.each([
    ['a file', '../lib/y.ts', 'lib/y.ts'],
    ['a folder', '../lib', 'lib/deep/x.ts'],
  ])('%s that changes, before a commit and after it', (_, target, changed) => {
    const folder = linked(target);
    const before = idNow(folder);
    expect(before).toMatch(/^link:[0-9a-f]{64}$/);
    writeFiles(folder, { 'src/a.ts': 'other' });
    expect(idNow(folder)).toBe(before);
    writeFiles(folder, { [changed]: 'other' });
    const after = idNow(folder);
    expect(after).toMatch(/^link:/);
    expect(after).not.toBe(before);
    const commit = commitAll(folder);
    expect(readVersions(folder).at(commit)?.get('src/link')).toBe(after);
    expect(idNow(folder)).toBe(after);
  });

  test('another file of the same content, and a link over a link', () => {
    const folder = linked('../lib/y.ts', { 'lib/z.ts': 'y' });
    const before = idNow(folder);
    rmSync(join(folder, 'src/link'));
    symlinkSync('../lib/z.ts', join(folder, 'src/link'));
    expect(idNow(folder)).not.toBe(before);
    symlinkSync('link', join(folder, 'src/second'));
    const commit = commitAll(folder);
    expect(readVersions(folder).at(commit)?.get('src/second')).toMatch(/^link:/);
  });

  test.each([
    ['out of the project', '../../elsewhere.ts'],
    ['to an address of the machine', '/etc/hostname'],
    ['to nothing', '../lib/gone.ts'],
    ['to itself', 'link'],
    ['in a circle', './link'],
  ])('%s: nobody can tell', (_, target) => {
    const folder = linked(target);
    expect(idNow(folder)).toBeNull();
    expect(
      readVersions(folder)
        .at(git(folder, 'rev-parse', 'HEAD').trim())
        ?.get('src/link'),
    ).toBeNull();
  });

  test('that became a folder is told by nothing', () => {
    const folder = linked('../lib/y.ts');
    rmSync(join(folder, 'src/link'));
    mkdirSync(join(folder, 'src/link'));
    expect(idNow(folder) ?? null).toBeNull();
  });
});

test('the state before a commit is that of its first parent, and empty before the first', () => {
  const folder = testFolder({ 'a.ts': 'a' });
  const first = commitAll(folder);
  renameSync(join(folder, 'a.ts'), join(folder, 'b.ts'));
  const second = commitAll(folder);
  const versions = readVersions(folder);
  expect(versions.before(second)).toEqual(versions.at(first));
  expect(versions.before(first)).toEqual(new Map());
});

test('what a shallow clone does not hold is unknown', () => {
  const folder = testFolder({ 'a.ts': 'a' });
  const first = commitAll(folder);
  writeFiles(folder, { 'a.ts': 'b' });
  const second = commitAll(folder);
  const clone = join(testFolder(), 'clone');
  git(folder, 'clone', '--quiet', '--depth=1', `file://${folder}`, clone);
  const versions = readVersions(clone);
  expect(versions.present()?.get('a.ts')).toBe(idOf('b'));
  expect(versions.at(first)).toBeUndefined();
  expect(versions.before(second)).toBeUndefined();
});

test('without Git, and for what is no commit, nothing is known', () => {
  const folder = testFolder({ 'a.ts': 'a' });
  expect(readVersions(folder).present()).toBeUndefined();
  commitAll(folder);
  const versions = readVersions(folder);
  for (const name of ['HEAD', '--all', 'main', '', '0'.repeat(40)]) expect(versions.at(name)).toBeUndefined();
});

test('text of a file at a commit, and nothing for a path that was not there', () => {
  const folder = testFolder({ 'a.ts': 'first' });
  const first = commitAll(folder);
  writeFiles(folder, { 'a.ts': 'second' });
  const versions = readVersions(folder);
  expect(versions.textAt(first, 'a.ts')).toBe('first');
  expect(versions.textAt(first, '../a.ts')).toBeUndefined();
});

test('a commit is known, not there, or beyond what a clone without history can tell', () => {
  const folder = testFolder({ 'a.ts': 'a' });
  const first = commitAll(folder);
  writeFiles(folder, { 'a.ts': 'b' });
  const second = commitAll(folder);
  const versions = readVersions(folder);
  expect([first, first.slice(0, 10), second].map((commit) => versions.knows(commit))).toEqual([true, true, true]);
  expect(versions.knows('f'.repeat(40))).toBe(false);
  // A blob is no commit, and a name that can move says nothing for good.
  expect(versions.knows(idOf('a'))).toBe(false);
  expect(versions.knows('main')).toBe('unknown');
  const clone = join(testFolder(), 'clone');
  git(folder, 'clone', '--quiet', '--depth=1', `file://${folder}`, clone);
  expect([second, first].map((commit) => readVersions(clone).knows(commit))).toEqual([true, 'unknown']);
  rmSync(join(folder, '.git'), { recursive: true });
  expect(readVersions(folder).knows(first)).toBe('unknown');
});
