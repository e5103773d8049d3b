/** A file tree for whoever looks at the same project again and again: files that nobody touched are not read again. */
import { decodeText } from '../decode-text.js';
import type { BytesRead, FileRead, FileTree } from '../file-tree.js';
import { openWorkTree, type FileStamp, type WorkTree } from '../work-tree.js';

interface KnownRead {
  readonly stamp: string;
  readonly bytes: BytesRead;
  text?: FileRead;
}

/**
 * Two changes may fall into one tick of the file system's clock, and the second would look like the first. What changed
 * less than this before it was read is therefore read again; file systems with coarser clocks count in seconds.
 */
const SETTLED_MS = 3_000;

export class LiveTree implements FileTree {
  readonly kind = 'work-tree';
  readonly #tree: WorkTree;
  readonly #before: ReadonlyMap<string, KnownRead>;
  readonly #known = new Map<string, KnownRead>();
  readonly #now: () => number;

  /** @param before the tree of the look before; absent: every file is read */
  constructor(folder: string, before?: LiveTree, now: () => number = Date.now) {
    this.#tree = openWorkTree(folder);
    this.#before = before ? before.#known : new Map();
    this.#now = now;
  }

  list(): ReturnType<FileTree['list']> {
    return this.#tree.list();
  }

  leftOut(): ReturnType<FileTree['leftOut']> {
    return this.#tree.leftOut();
  }

  folders(): readonly string[] {
    return this.#tree.folders();
  }

  /** Two looks with the same words have seen the same files, as far as the file system tells. */
  words(): string {
    const listed = this.list().map(({ path }) => `${path}\0${this.#tree.stampOf(path)?.words ?? ''}\0`);
    const leftOut = this.leftOut().map(({ path, reason }) => `${path}\0${reason}\0`);
    return `${listed.join('')}\0${leftOut.join('')}`;
  }

  read(path: string): FileRead {
    const known = this.#read(path);
    return (known.text ??= known.bytes.ok ? decodeText(known.bytes.bytes) : known.bytes);
  }

  readBytes(path: string): BytesRead {
    return this.#read(path).bytes;
  }

  #read(path: string): KnownRead {
    const known = this.#known.get(path);
    if (known) return known;
    const stamp = this.#tree.stampOf(path);
    const before = this.#before.get(path);
    if (stamp && before?.stamp === stamp.words) return this.#keep(path, before);
    const read = { stamp: '', bytes: this.#tree.readBytes(path) };
    return this.#keep(path, stamp && this.#isSettled(stamp) ? { ...read, stamp: stamp.words } : read);
  }

  #isSettled({ changedAt }: FileStamp): boolean {
    return this.#now() - changedAt > SETTLED_MS;
  }

  #keep(path: string, read: KnownRead): KnownRead {
    this.#known.set(path, read);
    return read;
  }
}
