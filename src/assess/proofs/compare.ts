/** Compares the content that a result was made of with that of today, file by file. */
import type { Dependencies } from './dependencies.js';
import type { FileIds } from './evidence.js';

export interface Change {
  readonly path: string;
  /** `untold`: it was there and is there, and nobody can tell with which content. */
  readonly how: 'changed' | 'added' | 'removed' | 'renamed' | 'not-committed' | 'untold';
  /** Where a renamed file lies now. */
  readonly to?: string;
}

/** `empty`: none of the files that it depends on was there, or nobody can tell whether all are, so nothing can be compared. */
export type Compared = 'same' | 'empty' | readonly [Change, ...Change[]];

type FileSet = Pick<Dependencies, 'key' | 'isIn' | 'unknown'>;

/** Remembers which files belong to a set and what was compared: many tests ask the same. */
export class Comparison {
  // Weak, so that lists of old builds do not pile up.
  readonly #members = new Map<string, WeakMap<FileIds, readonly string[]>>();
  readonly #compared = new Map<string, WeakMap<FileIds, WeakMap<FileIds, Compared>>>();

  compare(then: FileIds, now: FileIds, set: FileSet): Compared {
    const byThen = upsert(this.#compared, set.key, () => new WeakMap<FileIds, WeakMap<FileIds, Compared>>());
    const byNow = upsert(byThen, then, () => new WeakMap<FileIds, Compared>());
    return upsert(byNow, now, () => this.#compare(then, now, set));
  }

  #compare(then: FileIds, now: FileIds, set: FileSet): Compared {
    const before = this.#membersOf(then, set);
    const after = this.#membersOf(now, set);
    if (before.length === 0) return 'empty';
    const changed = after.filter((path) => then.has(path) && !isSame(then.get(path), now.get(path)));
    const added = after.filter((path) => !then.has(path));
    const removed = before.filter((path) => !now.has(path));
    const told = changed.filter((path) => isTold(then, now, path));
    const [first, ...others] = [
      ...told.map((path): Change => ({ path, how: 'changed' })),
      ...moves(removed, added, then, now),
      ...changed.filter((path) => !told.includes(path)).map((path): Change => ({ path, how: 'untold' })),
    ];
    if (first) return [first, ...others];
    return set.unknown === undefined ? 'same' : 'empty';
  }

  #membersOf(files: FileIds, set: FileSet): readonly string[] {
    const byFiles = upsert(this.#members, set.key, () => new WeakMap<FileIds, readonly string[]>());
    return upsert(byFiles, files, () => [...files.keys()].filter((path) => set.isIn(path)));
  }
}

function isTold(then: FileIds, now: FileIds, path: string): boolean {
  return typeof then.get(path) === 'string' || typeof now.get(path) === 'string';
}

/** Nothing differs for sure. */
export function isUntold(changes: readonly Change[]): boolean {
  return changes.every(({ how }) => how === 'untold');
}

/** What nobody can tell is never the same, not even as itself. */
function isSame(then: string | null | undefined, now: string | null | undefined): boolean {
  return typeof then === 'string' && then === now;
}

/** A file that lies elsewhere with the same content is told as one move; it is a change all the same. */
function moves(removed: readonly string[], added: readonly string[], then: FileIds, now: FileIds): readonly Change[] {
  const byContent = new Map(added.map((path) => [now.get(path), path]));
  const targets = new Set<string>();
  const gone = removed.map((path): Change => {
    const id = then.get(path);
    const to = typeof id === 'string' ? byContent.get(id) : undefined;
    if (to === undefined || targets.has(to)) return { path, how: 'removed' };
    targets.add(to);
    return { path, how: 'renamed', to };
  });
  const fresh = added
    .filter((path) => !targets.has(path))
    .map((path): Change => ({ path, how: now.get(path) === null ? 'not-committed' : 'added' }));
  return [...gone, ...fresh];
}

interface Lookup<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function upsert<K, V>(map: Lookup<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
