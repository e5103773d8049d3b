/** What is in a folder on disk, and what the file system says of it. */
import { lstatSync, readdirSync, readlinkSync, type Stats } from 'node:fs';
import type { LeftOutReason } from './file-tree.js';
import type { Found } from './listing.js';
import { isSameStamp, reasonOf, type Stamp } from './read-file.js';

/** Another file, or another state of it, differs in one of these, unless two changes fall into one tick of a clock. */
export type Seen = Stamp & Pick<Stats, 'ctimeMs'>;

export type Look = Found & {
  /** Of files. */
  readonly seen?: Seen;
  /** A file that has other names too: the system tells only of the one by which it was changed. */
  readonly hasNames?: true;
};

/** `join` of `node:path` would look at each letter; `/` does on Windows too. */
export function inRoot(root: string, path: string): string {
  return `${root}/${path}`;
}

/** @param folder relative to the root, empty or ending in `/` */
export function lookInto(root: string, folder: string): readonly Look[] | LeftOutReason {
  const names = namesIn(root, folder);
  return typeof names === 'string' ? names : names.map((name) => lookAt(root, folder, name));
}

export function namesIn(root: string, folder: string): readonly string[] | LeftOutReason {
  try {
    return readdirSync(inRoot(root, folder));
  } catch (cause) {
    return reasonOf(cause);
  }
}

export function lookAt(root: string, folder: string, name: string): Look {
  if (name.includes('\uFFFD')) return { name, is: 'left-out', reason: 'name-not-utf-8' };
  const path = inRoot(root, folder + name);
  try {
    const stats = lstatSync(path);
    if (stats.isDirectory()) return { name, is: 'folder' };
    if (stats.isSymbolicLink()) return { name, is: 'link', target: readlinkSync(path) };
    if (!stats.isFile()) return { name, is: 'left-out', reason: 'not-a-file' };
    const { dev, ino, size, mtimeMs, ctimeMs, nlink } = stats;
    const seen = { dev, ino, size, mtimeMs, ctimeMs };
    return nlink > 1 ? { name, is: 'file', size, seen, hasNames: true } : { name, is: 'file', size, seen };
  } catch (cause) {
    return { name, is: 'left-out', reason: reasonOf(cause) };
  }
}

export function isSameState(a: Seen, b: Seen): boolean {
  return a === b || (isSameStamp(a, b) && a.ctimeMs === b.ctimeMs);
}

/**
 * Names the folder itself, whatever it is called: a file system gives the number of one that was deleted to the next.
 * @returns `undefined` where there is none
 */
export function folderNode(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats && `${stats.dev} ${stats.ino} ${stats.birthtimeMs}`;
}
