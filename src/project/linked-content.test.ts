import { expect, test } from 'vitest';
import { throughLinks, type Tracked } from './linked-content.js';

/** Path → where the link leads, or `undefined` for a file. */
function idsOf(files: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string | null> {
  const tracked = Object.entries(files).map(([path, words]): [string, Tracked] => [
    path,
    { id: `id of ${words ?? path}`, isLink: words !== undefined },
  ]);
  return throughLinks(new Map(tracked), (path) => files[path]);
}

/** Each folder holds two links to the next one. */
function doubling(folders: number): Record<string, string | undefined> {
  const links = Array.from({ length: folders }, (_, at) => [
    [`d${at}/a`, `../d${at + 1}`],
    [`d${at}/b`, `../d${at + 1}`],
  ]).flat();
  return { ...Object.fromEntries(links), [`d${folders}/file`]: undefined };
}

test('a link to a folder has the id of all that lies in it, and of nothing beside it', () => {
  const ids = (more: Record<string, undefined>) => idsOf({ link: 'lib', 'lib/a': undefined, ...more }).get('link');
  const one = ids({});
  expect(one).toMatch(/^link:[0-9a-f]{64}$/);
  expect(ids({ 'lib.ts': undefined, 'lib-b/c': undefined, 'a/b': undefined })).toBe(one);
  expect(ids({ 'lib/b': undefined })).not.toBe(one);
});

test('folders of links to folders of links are followed in bounded time', { timeout: 2_000 }, () => {
  expect(idsOf(doubling(35)).get('d0/a')).toMatch(/^link:/);
});

test.each([
  ['longer than a system follows', doubling(60), 'd0/a'],
  ['in a circle of several links', { a: 'b', b: 'c', c: 'a' }, 'b'],
  ['to a folder in which another one leads nowhere', { a: 'lib', 'lib/x': undefined, 'lib/y': '../gone' }, 'a'],
])('a way %s: nobody can tell', (_, files, path) => {
  expect(idsOf(files).get(path)).toBeNull();
});

test('what lies behind all links together is bounded', { timeout: 10_000 }, () => {
  const many = Array.from({ length: 2_000 }, (_, at) => [`lib/${at}`, undefined] as const);
  const links = Array.from({ length: 2_000 }, (_, at) => [`link-${at}`, 'lib'] as const);
  const ids = idsOf(Object.fromEntries([...many, ...links]));
  expect(ids.get('link-0')).toMatch(/^link:/);
  expect(ids.get('link-1999')).toBeNull();
});
