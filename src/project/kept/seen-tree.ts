/** A file tree that remembers what was read of it, so that a later run can tell whether it would read the same. */
import { hash } from 'node:crypto';
import { decodeText } from '../decode-text.js';
import type { BytesRead, FileRead, FileTree } from '../file-tree.js';

/** What was listed and read of a project, in so few words that it can be kept. */
export interface SeenFiles {
  /** Digest of the list and of what was left out. */
  readonly listing: string;
  /** Positions in the list of the files that were read, as pairs of first and last. */
  readonly read: readonly (readonly [first: number, last: number])[];
  /** Digest over their contents, in this order. */
  readonly contents: string;
}

/**
 * Everything that a command learns of a project's files goes through a tree; whoever is given this one cannot look at a
 * file without it being remembered.
 */
export class SeenTree implements FileTree {
  readonly kind: FileTree['kind'];
  readonly #tree: FileTree;
  /** Path → digest of what was read. */
  readonly #digests = new Map<string, string>();
  /** What was read while comparing, until the run itself reads it. */
  readonly #ahead = new Map<string, DigestedRead>();
  #hasChanged = false;

  constructor(tree: FileTree) {
    this.kind = tree.kind;
    this.#tree = tree;
  }

  list(): ReturnType<FileTree['list']> {
    return this.#tree.list();
  }

  leftOut(): ReturnType<FileTree['leftOut']> {
    return this.#tree.leftOut();
  }

  read(path: string): FileRead {
    const read = this.readBytes(path);
    return read.ok ? decodeText(read.bytes) : read;
  }

  readBytes(path: string): BytesRead {
    const { read, digest } = this.#ahead.get(path) ?? digested(this.#tree.readBytes(path));
    this.#ahead.delete(path);
    // What is not in the list is never there, so the list tells that already.
    if (!read.ok && read.reason === 'not-there') return read;
    // The same file gave two contents: no later run can see both.
    this.#hasChanged ||= (this.#digests.get(path) ?? digest) !== digest;
    this.#digests.set(path, digest);
    return read;
  }

  /** @returns `undefined` if a file changed under the run */
  seen(): SeenFiles | undefined {
    if (this.#hasChanged) return undefined;
    const entries = this.#tree.list();
    const positions = entries.flatMap(({ path }, position) => (this.#digests.has(path) ? [position] : []));
    const digests = entries.flatMap(({ path }) => this.#digests.get(path) ?? []);
    return { listing: listingDigest(this.#tree), read: rangesOf(positions), contents: digestOfAll(digests) };
  }

  /** Whether a run would see the same; what is read for that is not read twice. */
  looksLike(seen: SeenFiles): boolean {
    if (seen.listing !== listingDigest(this.#tree)) return false;
    const entries = this.#tree.list();
    const paths = seen.read.flatMap(([first, last]) => entries.slice(first, last + 1).map(({ path }) => path));
    for (const path of paths) this.#ahead.set(path, digested(this.#tree.readBytes(path)));
    return digestOfAll(paths.map((path) => this.#ahead.get(path)?.digest ?? '')) === seen.contents;
  }
}

interface DigestedRead {
  readonly read: BytesRead;
  readonly digest: string;
}

function digested(read: BytesRead): DigestedRead {
  return { read, digest: read.ok ? sha256(read.bytes) : `${read.reason} ${read.line} ${read.column}` };
}

function listingDigest(tree: FileTree): string {
  const listed = tree.list().map(({ path, size }) => `${path}\0${size}\0`);
  const leftOut = tree.leftOut().map(({ path, reason }) => `${path}\0${reason}\0`);
  return digestOfAll([listed.join(''), leftOut.join('')]);
}

/** Each with its length, so that no two lists look alike. */
export function digestOfAll(parts: readonly string[]): string {
  return sha256(parts.map((part) => `${part.length}:${part}`).join(''));
}

export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

function rangesOf(positions: readonly number[]): SeenFiles['read'] {
  const ranges: [number, number][] = [];
  for (const position of positions) {
    const last = ranges.at(-1);
    if (last && last[1] === position - 1) last[1] = position;
    else ranges.push([position, position]);
  }
  return ranges;
}
