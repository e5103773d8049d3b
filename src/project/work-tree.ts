/** A file tree from a folder on disk, as it is now. */
import { lstatSync, readdirSync, readlinkSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

import { decodeText } from './decode-text.js';
import { MedwardError } from './errors.js';
import { unread, type BytesRead, type FileRead, type FileTree, type LeftOutReason } from './file-tree.js';
import { readFile, reasonOf, type Stamp } from './read-file.js';
import { listProject, rulesAbove, type Found, type Listing, type RulesAbove } from './listing.js';

/**
 * The list is taken at once; a file that has changed since gives `changed` when it is read. Bytes are given as they
 * lie on disk: filters of Git (line ends, large files) are not applied. Of what is outside the folder, only
 * `.gitignore` files further up in the same repository are looked at, as rules.
 * @throws MedwardError `not-a-folder`
 */
export function openWorkTree(folder: string): WorkTree {
  return new WorkTree(realFolder(folder));
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

type Seen = Stamp & Pick<Stats, 'ctimeMs'>;

export class WorkTree implements FileTree {
  readonly kind = 'work-tree';
  readonly #root: string;
  readonly #listing: Listing;
  readonly #seen = new Map<string, Seen>();
  readonly #listed: ReadonlySet<string>;

  constructor(root: string) {
    this.#root = root;
    this.#listing = listProject({
      namesIn: (folder) => this.#namesIn(folder),
      ignoreFile: (path) => textOrNothing(readFile(join(root, path), this.#seen.get(path))),
      above: rulesAboveFolder(root),
    });
    this.#listed = new Set(this.#listing.entries.map(({ path }) => path));
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
    if (!this.#listed.has(path)) return unread('not-there');
    const file = this.#listing.links.get(path) ?? path;
    return readFile(join(this.#root, file), this.#seen.get(file));
  }

  /** Folders that were looked into: the project's own is empty, the others end in `/`. */
  folders(): Listing['folders'] {
    return this.#listing.folders;
  }

  /** What the file system said of a file when it was listed; `undefined` for what is not in the list. */
  stampOf(path: string): FileStamp | undefined {
    if (!this.#listed.has(path)) return undefined;
    const seen = this.#seen.get(this.#listing.links.get(path) ?? path);
    if (!seen) return undefined;
    const { dev, ino, size, mtimeMs, ctimeMs } = seen;
    return { words: `${dev} ${ino} ${size} ${mtimeMs} ${ctimeMs}`, changedAt: Math.max(mtimeMs, ctimeMs) };
  }

  #namesIn(folder: string): readonly Found[] | LeftOutReason {
    try {
      const names = readdirSync(join(this.#root, folder));
      return names.map((name) => this.#found(folder, name));
    } catch (cause) {
      return reasonOf(cause);
    }
  }

  #found(folder: string, name: string): Found {
    if (name.includes('\uFFFD')) return { name, is: 'left-out', reason: 'name-not-utf-8' };
    const path = join(this.#root, folder, name);
    try {
      const stats = lstatSync(path);
      if (stats.isDirectory()) return { name, is: 'folder' };
      if (stats.isSymbolicLink()) return { name, is: 'link', target: readlinkSync(path) };
      if (!stats.isFile()) return { name, is: 'left-out', reason: 'not-a-file' };
      const { dev, ino, size, mtimeMs, ctimeMs } = stats;
      this.#seen.set(folder + name, { dev, ino, size, mtimeMs, ctimeMs });
      return { name, is: 'file', size };
    } catch (cause) {
      return { name, is: 'left-out', reason: reasonOf(cause) };
    }
  }
}

export interface FileStamp {
  /** Another file, or another state of it, has other words, unless two changes fall into one tick of a clock. */
  readonly words: string;
  /** Milliseconds since 1970 by the clock of the file system. */
  readonly changedAt: number;
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
