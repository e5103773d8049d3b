/** A file tree for whoever looks at the same project again and again: files that nobody touched are not read again. */
import { decodeText } from '../decode-text.js';
import type { BytesRead, FileRead, FileTree } from '../file-tree.js';
import { isSameState, type Seen } from '../look-into.js';
import { realFolder, WorkTree } from '../work-tree.js';
import { FolderLooks, type HappenedIn } from './folder-looks.js';

interface KnownRead {
  /** Absent where the file may change again in the same tick. */
  readonly seen?: Seen;
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
  readonly #looks: FolderLooks;
  readonly #tree: WorkTree;
  readonly #before: ReadonlyMap<string, KnownRead>;
  readonly #known = new Map<string, KnownRead>();
  readonly #now: () => number;

  /**
   * @param before the tree of the look before; absent: every file is read
   * @param happened since then; absent: nobody knows
   */
  constructor(folder: string, before?: LiveTree, now: () => number = Date.now, happened?: HappenedIn) {
    const root = realFolder(folder);
    this.#looks = new FolderLooks(root, before && happened && { looks: before.#looks, happened });
    this.#tree = new WorkTree(root, (inside) => this.#looks.into(inside));
    this.#looks.keepOnly(this.#tree.folders());
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

  /** Whether another look has seen the same files in the same state, as far as the file system tells. */
  isLike(other: LiveTree): boolean {
    return (
      isSameList(
        this.list(),
        other.list(),
        ({ path }, { path: before }) => path === before && this.#isAsIn(other, path),
      ) && isSameList(this.leftOut(), other.leftOut(), (a, b) => a.path === b.path && a.reason === b.reason)
    );
  }

  #isAsIn(other: LiveTree, path: string): boolean {
    const [seen, before] = [this.#tree.seenOf(path), other.#tree.seenOf(path)];
    return seen !== undefined && before !== undefined && isSameState(seen, before);
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
    const seen = this.#tree.seenOf(path);
    const before = this.#before.get(path);
    if (seen && before?.seen && isSameState(seen, before.seen)) return this.#keep(path, before);
    const bytes = this.#tree.readBytes(path);
    return this.#keep(path, seen && this.#isSettled(seen) ? { seen, bytes } : { bytes });
  }

  #isSettled({ mtimeMs, ctimeMs }: Seen): boolean {
    return this.#now() - Math.max(mtimeMs, ctimeMs) > SETTLED_MS;
  }

  #keep(path: string, read: KnownRead): KnownRead {
    this.#known.set(path, read);
    return read;
  }
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((one, at) => isSame(one, b[at] as T));
}
