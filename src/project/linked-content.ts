/** What tracked links lead to: Git keeps the words of a link, and a build takes in what lies behind it. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { LIMITS } from './limits.js';

/** As Git keeps it. */
export interface Tracked {
  readonly id: string | null;
  readonly isLink: boolean;
}

/**
 * A link gets an id of its own words and of all that it leads to among the tracked files; `null` where it leads anywhere else,
 * to a file that is not tracked or in a circle, because nobody can tell whether that changed.
 * @param files path → what Git keeps there
 * @param wordsOf where a link leads, as written; `undefined` if nobody can tell
 */
export function throughLinks(
  files: ReadonlyMap<string, Tracked>,
  wordsOf: (path: string) => string | undefined,
): ReadonlyMap<string, string | null> {
  const links = new Links(files, wordsOf);
  return new Map([...files.keys()].map((path) => [path, links.idOf(path)]));
}

class Links {
  readonly #files: ReadonlyMap<string, Tracked>;
  readonly #wordsOf: (path: string) => string | undefined;
  /** Each link is followed once: else two links in each of thirty folders are a thousand million ways. */
  readonly #known = new Map<string, string | null>();
  /** Links that led here. */
  readonly #open = new Set<string>();
  #sorted: readonly string[] | undefined;
  #behind = 0;

  constructor(files: ReadonlyMap<string, Tracked>, wordsOf: (path: string) => string | undefined) {
    this.#files = files;
    this.#wordsOf = wordsOf;
  }

  idOf(path: string): string | null {
    const own = this.#files.get(path);
    if (!own?.isLink) return own?.id ?? null;
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    if (this.#open.has(path) || this.#open.size >= LIMITS.trackedLinkSteps) return null;
    this.#open.add(path);
    const id = this.#idBehind(path, own);
    this.#open.delete(path);
    this.#known.set(path, id);
    return id;
  }

  #idBehind(path: string, own: Tracked): string | null {
    const words = this.#wordsOf(path);
    if (words === undefined) return null;
    const target = posix.join(posix.dirname(path), words);
    if (posix.isAbsolute(words) || target === '..' || target.startsWith('../')) return null;
    const found = this.#files.has(target) ? [target] : this.#below(target);
    this.#behind += found.length;
    if (found.length === 0 || this.#behind > LIMITS.filesBehindLinks) return null;
    const ids: (readonly [string, string])[] = [];
    for (const one of found) {
      const id = this.idOf(one);
      if (id === null) return null;
      ids.push([one, id]);
    }
    return `link:${createHash('sha256')
      .update(JSON.stringify([own.id, ids]))
      .digest('hex')}`;
  }

  /** Where it leads to a folder, all that is tracked in it. */
  #below(folder: string): readonly string[] {
    const start = folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`;
    this.#sorted ??= [...this.#files.keys()].toSorted();
    const found: string[] = [];
    for (let at = firstFrom(start, this.#sorted); ; at += 1) {
      const path = this.#sorted[at];
      if (path === undefined || !path.startsWith(start)) return found;
      found.push(path);
    }
  }
}

/** @returns where the first that is not before the words stands, by halving */
function firstFrom(words: string, sorted: readonly string[]): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? '') < words) from = middle + 1;
    else to = middle;
  }
  return from;
}
