import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileTree } from '../file-tree.js';
import { memoryTree } from '../memory-tree.js';
import { SeenTree } from './seen-tree.js';

const PATHS = ['a.md', 'b.md', 'c/d.md', 'c/e.md', 'f.bin', '.gitignore'];
const folders = fc.dictionary(fc.constantFrom(...PATHS), fc.constantFrom('', 'one', 'two', 'c/', '\0'));
const reads = fc.array(fc.constantFrom(...PATHS, 'not/there.md'), { maxLength: 8 });

const tree = (files: Readonly<Record<string, string>>): FileTree => memoryTree(new Map(Object.entries(files)));

test('another run sees the same if the list and each file that was read are the same', () => {
  fc.assert(
    fc.property(folders, folders, reads, (before, after, paths) => {
      const first = new SeenTree(tree(before));
      const told = paths.map((path) => first.read(path));
      const seen = first.seen()!;
      const later = tree(after);
      const isSame =
        JSON.stringify([later.list(), later.leftOut(), paths.map((path) => later.read(path))]) ===
        JSON.stringify([first.list(), first.leftOut(), told]);
      const second = new SeenTree(later);
      expect(second.looksLike(seen)).toBe(isSame);
      // What was read while comparing is given to whoever reads it then, and counts as seen only then.
      expect(paths.map((path) => second.read(path))).toEqual(paths.map((path) => later.read(path)));
      if (isSame) expect(second.seen()).toEqual(seen);
    }),
  );
});

test('the order in which files are read makes no difference', () => {
  fc.assert(
    fc.property(folders, reads, (files, paths) => {
      const [one, other] = [new SeenTree(tree(files)), new SeenTree(tree(files))];
      for (const path of paths) one.readBytes(path);
      for (const path of paths.toReversed()) other.read(path);
      expect(one.seen()).toEqual(other.seen());
    }),
  );
});

test('a file that gives two contents in one run leaves nothing to compare with', () => {
  let content = 'one';
  const files = tree({ 'a.md': 'one' });
  const changing: FileTree = {
    kind: 'memory',
    list: () => files.list(),
    leftOut: () => files.leftOut(),
    read: (path) => files.read(path),
    readBytes: () => ({ ok: true, bytes: Buffer.from(content) }),
  };
  const seen = new SeenTree(changing);
  seen.read('a.md');
  expect(seen.seen()).toBeDefined();
  content = 'two';
  seen.read('a.md');
  expect(seen.seen()).toBeUndefined();
});
