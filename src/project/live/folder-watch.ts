/** Tells that something happens in the folders of a project, by the means of the system. */
import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { folderNode } from '../look-into.js';
import type { HappenedIn } from './folder-looks.js';

/** Systems give each user only some thousand watches; past this the project is looked at from time to time alone. */
const MAX_FOLDERS = 4_000;
/** Linux forgets events past 16,384 that nobody has fetched; so many are no longer told one by one. */
const MAX_EVENTS = 1_000;
/** Elsewhere several events may be told as one, without a name. */
const TELLS_NAMES = process.platform === 'linux';

/**
 * One watch for each folder: a recursive one would follow what is ignored too, and on Linux Node makes one for each file.
 * Whatever the system does not tell (too many, a network, a folder above) is found by looking from time to time.
 */
export class FolderWatch {
  readonly #root: string;
  readonly #happened: () => void;
  readonly #watches = new Map<string, { readonly watcher: FSWatcher; readonly node: string }>();
  #happenedIn = new Map<string, Set<string> | 'anything'>();
  /** Since that was taken. */
  #events = 0;
  /** Whether the system tells of every folder. */
  isWhole = false;

  constructor(root: string, happened: () => void) {
    this.#root = root;
    this.#happened = happened;
  }

  /**
   * @param folders relative to the root, empty or ending in `/`; others are not followed any more
   * @param areAll whether nothing else matters
   */
  follow(folders: readonly string[], areAll: boolean): void {
    const wanted = new Set(folders.slice(0, MAX_FOLDERS));
    for (const folder of this.#watches.keys()) if (!wanted.has(folder)) this.#drop(folder);
    this.isWhole = areAll && wanted.size === folders.length;
    for (const folder of wanted) this.#followOne(folder);
  }

  /**
   * What happened since this was asked before.
   * @returns `undefined` where the system may not have told all: it forgets events when there are too many
   */
  takeHappened(): HappenedIn | undefined {
    const happened = TELLS_NAMES && this.isWhole && this.#events <= MAX_EVENTS ? this.#happenedIn : undefined;
    this.#happenedIn = new Map();
    this.#events = 0;
    return happened;
  }

  close(): void {
    for (const folder of this.#watches.keys()) this.#drop(folder);
  }

  #followOne(folder: string): void {
    const path = join(this.#root, folder);
    const node = folderNode(path);
    if (node === undefined) {
      this.#drop(folder);
      this.isWhole = false;
      return;
    }
    // A folder that was deleted and made again has the name, but its watch died with the old one.
    if (this.#watches.get(folder)?.node === node) return;
    this.#drop(folder);
    try {
      const watcher = watch(path, { persistent: false }, (_, name) => {
        this.#note(folder, name);
        this.#happened();
      });
      watcher.on('error', () => {
        this.#drop(folder);
        this.#note(folder, null);
        this.#happened();
      });
      this.#watches.set(folder, { watcher, node });
      // What happened there between the look and this nobody told.
      this.#note(folder, null);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      this.isWhole = false;
    }
  }

  #note(folder: string, name: string | null): void {
    if (++this.#events > MAX_EVENTS) return;
    const known = this.#happenedIn.get(folder);
    if (name === null) this.#happenedIn.set(folder, 'anything');
    else if (!known) this.#happenedIn.set(folder, new Set([name]));
    else if (known !== 'anything') known.add(name);
  }

  #drop(folder: string): void {
    this.#watches.get(folder)?.watcher.close();
    this.#watches.delete(folder);
  }
}
