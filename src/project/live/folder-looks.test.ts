import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type * as Files from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { testFolder } from '../folder.test-support.js';
import { openWorkTree, WorkTree } from '../work-tree.js';
import { FolderLooks, type HappenedIn } from './folder-looks.js';

/** Names that were looked at. */
const asked = vi.hoisted(() => ({ names: [] as string[] }));

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof Files>();
  const lstatSync = ((path: string, ...more: never[]) => {
    asked.names.push(path.split('/').at(-1) ?? '');
    return real.lstatSync(path, ...more);
  }) as typeof real.lstatSync;
  return { ...real, lstatSync };
});

const FILES = { 'medward.yaml': 'medward: 1\n', 'a.md': 'a', 'b/c.md': 'c', 'b/d/e.md': 'e', 'f/g.md': 'g' };

function listed(tree: WorkTree): unknown {
  return [
    tree.list().map((entry) => [entry, tree.seenOf(entry.path), tree.read(entry.path)]),
    tree.leftOut(),
    tree.folders(),
  ];
}

/** @returns names that the second look looked at; it sees what a fresh one sees */
function lookAgain(folder: string, happens: () => void, happened: HappenedIn): readonly string[] {
  const first = new FolderLooks(folder);
  listed(new WorkTree(folder, (inside) => first.into(inside)));
  happens();
  asked.names = [];
  const looks = new FolderLooks(folder, { looks: first, happened });
  const tree = new WorkTree(folder, (inside) => looks.into(inside));
  const names = asked.names.filter((name) => name !== '.git' && name !== folder.split('/').at(-1));
  expect(listed(tree)).toEqual(listed(openWorkTree(folder)));
  return names;
}

const at = (folder: string, ...names: readonly string[]): HappenedIn => new Map([[folder, new Set(names)]]);

test('where nothing happened nothing is looked at', () => {
  expect(lookAgain(testFolder(FILES), () => {}, new Map())).toEqual([]);
});

test('of a folder in which something happened, only that', () => {
  const folder = testFolder(FILES);
  expect(lookAgain(folder, () => writeFileSync(join(folder, 'b/c.md'), 'other'), at('b/', 'c.md'))).toEqual(['c.md']);
  expect(lookAgain(folder, () => writeFileSync(join(folder, 'b/new.md'), 'n'), at('b/', 'new.md'))).toEqual(['new.md']);
  expect(lookAgain(folder, () => rmSync(join(folder, 'b/new.md')), at('b/', 'new.md'))).toEqual([]);
});

test('where anything may have happened, all that is in it', () => {
  const folder = testFolder(FILES);
  const change = (): void => writeFileSync(join(folder, 'b/c.md'), 'other');
  expect(lookAgain(folder, change, new Map([['b/', 'anything']]))).toEqual(['c.md', 'd', 'e.md']);
});

test('another folder under the name of one is looked at with all that is in it', () => {
  const folder = testFolder({ ...FILES, 'other/d/x.md': 'x', 'other/d/e.md': 'other' });
  const swap = (): void => {
    renameSync(join(folder, 'b'), join(folder, 'gone'));
    renameSync(join(folder, 'other'), join(folder, 'b'));
  };
  const looked = lookAgain(folder, swap, at('', 'b', 'gone', 'other'));
  expect(looked.toSorted()).toEqual(['b', 'c.md', 'd', 'd', 'e.md', 'e.md', 'gone', 'x.md']);
});

test('another project under the name of the root is looked at as a whole', () => {
  const around = testFolder({ 'one/a.md': 'a', 'two/a.md': 'b', 'two/b.md': 'b' });
  const folder = join(around, 'one');
  const swap = (): void => {
    renameSync(folder, join(around, 'gone'));
    renameSync(join(around, 'two'), folder);
  };
  expect(lookAgain(folder, swap, new Map())).toEqual(['a.md', 'b.md']);
});

test('links and rules of a folder are seen as they are', () => {
  const folder = testFolder(FILES);
  const link = (): void => symlinkSync('../a.md', join(folder, 'b/link.md'));
  expect(lookAgain(folder, link, at('b/', 'link.md'))).toEqual(['link.md']);
  const hide = (): void => writeFileSync(join(folder, '.gitignore'), 'e.md\n');
  expect(lookAgain(folder, hide, at('', '.gitignore'))).toEqual(['.gitignore']);
  expect(lookAgain(folder, () => rmSync(join(folder, 'f'), { recursive: true }), at('', 'f'))).toEqual([]);
});

test('whatever happens, if all of it is told, the look sees what a fresh one sees', () => {
  let seed = 7;
  const chance = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  const folder = testFolder(FILES);
  let looks = new FolderLooks(folder);
  listed(new WorkTree(folder, (inside) => looks.into(inside)));
  for (let round = 0; round < 300; round++) {
    const happened = new Map<string, Set<string>>();
    for (let change = chance(4); change > 0; change--) {
      for (const path of somethingIn(folder, chance)) {
        const around = dirname(path) === '.' ? '' : `${dirname(path)}/`;
        happened.set(around, (happened.get(around) ?? new Set()).add(path.slice(around.length)));
      }
    }
    looks = new FolderLooks(folder, { looks, happened });
    const tree = new WorkTree(folder, (inside) => looks.into(inside));
    expect(listed(tree), `round ${round}`).toEqual(listed(openWorkTree(folder)));
  }
});

const NAMES = [
  'a.md',
  'b',
  'b/c.md',
  'b/d',
  'b/d/e.md',
  'b/d/h',
  'b/d/h/i.md',
  'f',
  'f/g.md',
  '.gitignore',
  'f/.gitignore',
];

/** @returns paths to which the system would tell that something happened */
function somethingIn(folder: string, chance: (below: number) => number): readonly string[] {
  const one = NAMES[chance(NAMES.length)] ?? '';
  const other = NAMES[chance(NAMES.length)] ?? '';
  try {
    switch (chance(4)) {
      case 0:
        rmSync(join(folder, one), { recursive: true });
        return [one];
      case 1:
        renameSync(join(folder, one), join(folder, other));
        return [one, other];
      case 2:
        mkdirSync(join(folder, one));
        return [one];
      default:
        writeFileSync(join(folder, one), one.endsWith('.gitignore') ? (NAMES[chance(8)] ?? '') : String(chance(1000)));
        return [one];
    }
  } catch {
    return [];
  }
}
