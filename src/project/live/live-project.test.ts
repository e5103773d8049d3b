import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { testFolder } from '../folder.test-support.js';
import { openWorkTree } from '../work-tree.js';
import type { FileTree } from '../file-tree.js';
import { LiveProject } from './live-project.js';

const FILES = { 'medward.yaml': 'medward: 1\n', 'a.md': 'a', 'b/c.md': 'c', 'b/d/e.md': 'e' };
const stop = new AbortController().signal;
let project: LiveProject | undefined;

afterEach(() => project?.close());

const texts = (tree: FileTree): readonly unknown[] => tree.list().map(({ path }) => [path, tree.read(path)]);

async function opened(folder: string): Promise<LiveProject> {
  project = new LiveProject(folder);
  await project.look('whole');
  return project;
}

test('a project without Git is told of as a whole', async () => {
  expect((await opened(testFolder(FILES))).isToldOfAll).toBe(true);
});

test.each<[string, (folder: string) => void]>([
  ['an edit', (folder) => writeFileSync(join(folder, 'b/c.md'), 'other')],
  ['a new file', (folder) => writeFileSync(join(folder, 'b/d/new.md'), 'new')],
  [
    'a new folder with files',
    (folder) => {
      mkdirSync(join(folder, 'n/m'), { recursive: true });
      writeFileSync(join(folder, 'n/m/o.md'), 'o');
    },
  ],
  [
    'a file that is replaced by another, as editors do',
    (folder) => {
      writeFileSync(join(folder, 'b/.c.md.tmp'), 'other');
      renameSync(join(folder, 'b/.c.md.tmp'), join(folder, 'b/c.md'));
    },
  ],
  ['a folder that goes', (folder) => rmSync(join(folder, 'b'), { recursive: true })],
  ['a folder that moves', (folder) => renameSync(join(folder, 'b/d'), join(folder, 'd'))],
  [
    'a folder that goes and comes again',
    (folder) => {
      rmSync(join(folder, 'b/d'), { recursive: true });
      mkdirSync(join(folder, 'b/d'));
      writeFileSync(join(folder, 'b/d/again.md'), 'again');
    },
  ],
  [
    'a file that has another name too',
    (folder) => {
      linkSync(join(folder, 'b/c.md'), join(folder, 'linked.md'));
      writeFileSync(join(folder, 'b/c.md'), 'by one name');
    },
  ],
  ['rules of what is ignored', (folder) => writeFileSync(join(folder, '.gitignore'), 'b/d\n')],
])('%s is seen at a quick look, and what happens there afterwards too', async (_, happens) => {
  const folder = testFolder(FILES);
  const live = await opened(folder);
  const later = (): void => {
    writeFileSync(join(folder, 'a.md'), 'later');
    if (existsSync(join(folder, 'linked.md'))) writeFileSync(join(folder, 'linked.md'), 'by the other');
    if (existsSync(join(folder, 'b/d'))) writeFileSync(join(folder, 'b/d/later.md'), 'later');
  };
  for (const change of [happens, later]) {
    change(folder);
    expect(await live.wait(5_000, stop)).toBe('something happened');
    const inputs = await live.look('quick');
    expect(inputs && texts(inputs.tree)).toEqual(texts(openWorkTree(folder)));
  }
});

test('what happens in a new folder right after the look that found it is seen at the next one', async () => {
  const folder = testFolder(FILES);
  const live = await opened(folder);
  mkdirSync(join(folder, 'n'));
  await live.wait(5_000, stop);
  await live.look('quick');
  writeFileSync(join(folder, 'n/o.md'), 'o');
  expect(await live.wait(5_000, stop)).toBe('something happened');
  const inputs = await live.look('quick');
  expect(inputs && texts(inputs.tree)).toEqual(texts(openWorkTree(folder)));
});

test('of many events told at once all are heard before the look', async () => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`m/${at}.md`, 'before']));
  const folder = testFolder({ ...FILES, ...files });
  const live = await opened(folder);
  for (const path of Object.keys(files)) writeFileSync(join(folder, path), 'after');
  await live.wait(5_000, stop);
  const inputs = await live.look('quick');
  expect(inputs && texts(inputs.tree)).toEqual(texts(openWorkTree(folder)));
  expect(await live.wait(50, stop)).toBe('nothing happened');
});

test('where the system forgot to tell, because there was too much, everything is looked at', async () => {
  const folder = testFolder(FILES);
  const live = await opened(folder);
  const logs = ['x.log', 'y.log'].map((name) => openSync(join(folder, name), 'w'));
  for (let line = 0; line < 20_000; line++) writeSync(logs[line % 2] ?? 0, '1', 0);
  for (const log of logs) closeSync(log);
  writeFileSync(join(folder, 'b/c.md'), 'what Linux forgets');
  await live.wait(5_000, stop);
  const inputs = await live.look('quick');
  expect(inputs && texts(inputs.tree)).toEqual(texts(openWorkTree(folder)));
});

test('a look for which nobody told anything looks at everything', async () => {
  const folder = testFolder(FILES);
  const live = await opened(folder);
  // As over a network: nobody listens any more.
  live.close();
  writeFileSync(join(folder, 'b/c.md'), 'other');
  expect(await live.wait(50, stop)).toBe('nothing happened');
  const inputs = await live.look('quick');
  expect(inputs && texts(inputs.tree)).toEqual(texts(openWorkTree(folder)));
});

test('a quick look at what did not change gives nothing', async () => {
  const live = await opened(testFolder(FILES));
  await live.wait(50, stop);
  expect(await live.look('quick')).toBeUndefined();
});

test('a repository inside that ends is seen at the next look, though nobody listens there', async () => {
  const folder = testFolder({ ...FILES, 'sub/.git/HEAD': 'ref', 'sub/x.md': 'x' });
  const live = await opened(folder);
  rmSync(join(folder, 'sub/.git'), { recursive: true });
  writeFileSync(join(folder, 'a.md'), 'other');
  await live.wait(5_000, stop);
  const inputs = await live.look('quick');
  expect(inputs && texts(inputs.tree)).toEqual(texts(openWorkTree(folder)));
  expect(inputs?.tree.list().map(({ path }) => path)).toContain('sub/x.md');
});

test.each([
  ['further up', { '.git/HEAD': 'ref', 'p/medward.yaml': 'medward: 1\n' }],
  ['elsewhere, as that of a work tree', { 'p/.git': 'gitdir: /elsewhere\n', 'p/medward.yaml': 'medward: 1\n' }],
])('where Git is %s, nobody tells of commits', async (_, files) => {
  const live = await opened(join(testFolder(files), 'p'));
  expect(live.isToldOfAll).toBe(false);
  expect(await live.look('whole')).toBeDefined();
});
