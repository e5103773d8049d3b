/** Tells that something happens in the folders of a project, by the means of the system. */
import { lstatSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Systems give each user only some thousand watches; past this the project is looked at from time to time alone. */
const MAX_FOLDERS = 4_000;

/**
 * One watch for each folder: a recursive one would follow what is ignored too, and on Linux Node makes one for each file.
 * Whatever the system does not tell (too many, a network, a folder above) is found by looking from time to time.
 */
export class FolderWatch {
  readonly #root: string;
  readonly #happened: () => void;
  readonly #watches = new Map<string, { readonly watcher: FSWatcher; readonly node: string }>();
  /** Whether the system tells of every folder. */
  isWhole = false;

  constructor(root: string, happened: () => void) {
    this.#root = root;
    this.#happened = happened;
  }

  /** @param folders relative to the root, empty or ending in `/`; others are not followed any more */
  follow(folders: readonly string[]): void {
    const wanted = new Set(folders.slice(0, MAX_FOLDERS));
    for (const folder of this.#watches.keys()) if (!wanted.has(folder)) this.#drop(folder);
    this.isWhole = wanted.size === folders.length;
    for (const folder of wanted) this.#followOne(folder);
  }

  close(): void {
    for (const folder of this.#watches.keys()) this.#drop(folder);
  }

  #followOne(folder: string): void {
    const path = join(this.#root, folder);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    const node = stats ? `${stats.dev} ${stats.ino}` : '';
    const known = this.#watches.get(folder);
    // A folder that was deleted and made again has the name, but its watch died with the old one.
    if (known?.node === node) return;
    this.#drop(folder);
    try {
      const watcher = watch(path, { persistent: false }, this.#happened);
      watcher.on('error', () => {
        this.#drop(folder);
        this.#happened();
      });
      this.#watches.set(folder, { watcher, node });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      this.isWhole = false;
    }
  }

  #drop(folder: string): void {
    this.#watches.get(folder)?.watcher.close();
    this.#watches.delete(folder);
  }
}
