/** A file tree from a folder on disk, as it is now. */
import { lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

import { decodeText } from './decode-text.js';
import { MedwardError } from './errors.js';
import { unread, type BytesRead, type FileRead, type FileTree, type LeftOutReason } from './file-tree.js';
import { listProject, rulesAbove, type Listing, type RulesAbove } from './listing.js';
import { inRoot, lookInto, type Look, type Seen } from './look-into.js';
import { readFile } from './read-file.js';

/**
 * The list is taken at once; a file that has changed since gives `changed` when it is read. Bytes are given as they
 * lie on disk: filters of Git (line ends, large files) are not applied. Of what is outside the folder, only
 * `.gitignore` files further up in the same repository are looked at, as rules.
 * @throws MedwardError `not-a-folder`
 */
export function openWorkTree(folder: string): WorkTree {
  const root = realFolder(folder);
  return new WorkTree(root, (inside) => lookInto(root, inside));
}

/** The folder without links on the way. */
export function realFolder(folder: string): string {
  try {
    const real = realpathSync(folder);
    if (statSync(real).isDirectory()) return real;
  } catch (cause) {
    throw new MedwardError('not-a-folder', folder, { cause });
  }
  throw new MedwardError('not-a-folder', folder);
}

export class WorkTree implements FileTree {
  readonly kind = 'work-tree';
  readonly #root: string;
  readonly #listing: Listing;
  /** Of listed files; a link means one of them. */
  readonly #seen = new Map<string, Seen>();

  /** @param look what is in a folder, relative to the root and empty or ending in `/` */
  constructor(root: string, look: (folder: string) => readonly Look[] | LeftOutReason) {
    this.#root = root;
    this.#listing = listProject({
      namesIn: (folder) => this.#noted(folder, look(folder)),
      ignoreFile: (path) => textOrNothing(readFile(inRoot(root, path), this.#seen.get(path))),
      above: rulesAboveFolder(root),
    });
    const listed = new Set(this.#listing.entries.map(({ path }) => path));
    for (const path of this.#seen.keys()) if (!listed.has(path)) this.#seen.delete(path);
  }

  list(): Listing['entries'] {
    return this.#listing.entries;
  }

  leftOut(): Listing['leftOut'] {
    return this.#listing.leftOut;
  }

  read(path: string): FileRead {
    const read = this.readBytes(path);
    return read.ok ? decodeText(read.bytes) : read;
  }

  readBytes(path: string): BytesRead {
    const file = this.#listing.links.get(path) ?? path;
    const seen = this.#seen.get(file);
    return seen ? readFile(inRoot(this.#root, file), seen) : unread('not-there');
  }

  /** Folders that were looked into: the project's own is empty, the others end in `/`. */
  folders(): Listing['folders'] {
    return this.#listing.folders;
  }

  /** What the file system said of a file when it was listed; `undefined` for what is not in the list. */
  seenOf(path: string): Seen | undefined {
    return this.#seen.get(this.#listing.links.get(path) ?? path);
  }

  #noted(folder: string, looks: readonly Look[] | LeftOutReason): readonly Look[] | LeftOutReason {
    if (typeof looks !== 'string') for (const { name, seen } of looks) if (seen) this.#seen.set(folder + name, seen);
    return looks;
  }
}

function rulesAboveFolder(root: string): RulesAbove {
  const top = repositoryOf(root);
  if (top === undefined || top === root) return rulesAbove('', () => 'none');
  const folder = `${relative(top, root).split(sep).join('/')}/`;
  return rulesAbove(folder, (path) => {
    const read = readFile(join(top, path));
    return !read.ok && read.reason === 'vanished' ? 'none' : textOrNothing(read);
  });
}

/** The nearest folder upwards that holds a `.git`; `undefined` outside every repository. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (lstatSync(join(at, '.git'), { throwIfNoEntry: false })) return at;
    if (dirname(at) === at) return undefined;
  }
}

function textOrNothing(read: BytesRead): string | undefined {
  const decoded = read.ok ? decodeText(read.bytes) : read;
  return decoded.ok ? decoded.text : undefined;
}
