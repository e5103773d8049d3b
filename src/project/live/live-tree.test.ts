import { renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import type * as Files from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { testFolder } from '../folder.test-support.js';
import { openWorkTree } from '../work-tree.js';
import { LiveTree } from './live-tree.js';

/** Paths of files that were opened. */
const opened = vi.hoisted(() => ({ paths: [] as string[] }));

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof Files>();
  const openSync: typeof real.openSync = (path, ...more) => {
    opened.paths.push(String(path).split('/').at(-1) ?? '');
    return real.openSync(path, ...more);
  };
  return { ...real, openSync };
});

afterEach(() => void (opened.paths = []));

const LONG_AFTER = (): number => Date.now() + 60_000;
const texts = (tree: LiveTree): readonly unknown[] => tree.list().map(({ path }) => [path, tree.read(path)]);

/** What a look after the first one reads, and that it sees what is there. */
function readAgain(folder: string, happens: () => void, now = LONG_AFTER): readonly string[] {
  const first = new LiveTree(folder, undefined, now);
  texts(first);
  happens();
  opened.paths = [];
  const second = new LiveTree(folder, first, now);
  const seen = texts(second);
  const read = [...opened.paths];
  const fresh = openWorkTree(folder);
  expect(seen).toEqual(fresh.list().map(({ path }) => [path, fresh.read(path)]));
  expect(second.leftOut()).toEqual(fresh.leftOut());
  return read;
}

const FILES = { 'medward.yaml': 'medward: 1\n', 'a.md': 'a', 'b/c.md': 'c' };

test('what nobody touched is not read again', () => {
  expect(readAgain(testFolder(FILES), () => {})).toEqual([]);
});

test('what was touched is, also where size and times look as before', () => {
  const folder = testFolder(FILES);
  const path = join(folder, 'b/c.md');
  const { atime, mtime } = statSync(path);
  const change = (): void => {
    writeFileSync(path, 'd');
    utimesSync(path, atime, mtime);
  };
  expect(readAgain(folder, change)).toEqual(['c.md']);
});

test('another file under the name, or behind a link, is read', () => {
  const folder = testFolder(FILES);
  writeFileSync(join(folder, 'other.md'), 'o');
  symlinkSync('a.md', join(folder, 'link.md'));
  expect(readAgain(folder, () => renameSync(join(folder, 'other.md'), join(folder, 'a.md')))).toEqual(['a.md', 'a.md']);
  const turn = (): void => {
    rmSync(join(folder, 'link.md'));
    symlinkSync('b/c.md', join(folder, 'link.md'));
  };
  expect(readAgain(folder, turn)).toEqual(['c.md']);
});

test('what changed a moment before it was read may change again in the same tick, and is read again', () => {
  expect(readAgain(testFolder(FILES), () => {}, Date.now)).toEqual(['a.md', 'c.md', 'medward.yaml']);
});

test('two looks are alike while nothing changes', () => {
  const folder = testFolder({ ...FILES, '.gitignore': 'x.md\n', 'x.md': 'x' });
  const look = new LiveTree(folder);
  const isAsBefore = (): boolean => new LiveTree(folder).isLike(look);
  expect(isAsBefore()).toBe(true);
  writeFileSync(join(folder, 'a.md'), 'x');
  expect(isAsBefore()).toBe(false);
});

test.each([
  ['a new file', (folder: string) => writeFileSync(join(folder, 'new.md'), 'n')],
  ['a file less', (folder: string) => rmSync(join(folder, 'a.md'))],
  ['another name', (folder: string) => renameSync(join(folder, 'a.md'), join(folder, 'z.md'))],
  ['other rules', (folder: string) => writeFileSync(join(folder, '.gitignore'), 'b\n')],
])('%s makes two looks differ', (_, happens) => {
  const folder = testFolder(FILES);
  const look = new LiveTree(folder);
  happens(folder);
  expect(new LiveTree(folder).isLike(look)).toBe(false);
});
