/** What folders held at the look before, so that only what something happened to is looked at again. */
import type { LeftOutReason } from '../file-tree.js';
import { folderNode, lookAt, lookInto, namesIn, type Look } from '../look-into.js';

/** Folder → names to which something happened; a folder that is missing is as it was. */
export type HappenedIn = ReadonlyMap<string, ReadonlySet<string> | 'anything'>;

export class FolderLooks {
  readonly #root: string;
  readonly #happened: HappenedIn;
  /** Which folder stood under the name of the root. */
  readonly #node: string | undefined;
  readonly #found = new Map<string, readonly Look[]>();
  #before: ReadonlyMap<string, readonly Look[]>;
  /** Folders that may be others than before under the same name, with all that is in them. */
  readonly #anew = new Set<string>();

  /**
   * @param root a folder without links on the way
   * @param before the look before, and what happened since; absent: everything is looked at
   */
  constructor(root: string, before?: { readonly looks: FolderLooks; readonly happened: HappenedIn }) {
    this.#root = root;
    this.#happened = before?.happened ?? new Map();
    this.#node = folderNode(root);
    const isSame =
      before !== undefined &&
      before.looks.#root === root &&
      this.#node !== undefined &&
      before.looks.#node === this.#node;
    this.#before = isSame ? before.looks.#found : new Map();
    // Else each look would hold all before it.
    if (before) before.looks.#before = new Map();
  }

  /** @param folder relative to the root, empty or ending in `/`; what contains it was asked for before */
  into(folder: string): readonly Look[] | LeftOutReason {
    const looks = this.#lookInto(folder);
    if (typeof looks !== 'string') this.#found.set(folder, looks);
    return looks;
  }

  /** Of what nobody listens to, nothing is known at the next look. */
  keepOnly(followed: readonly string[]): void {
    const kept = new Set(followed);
    for (const folder of this.#found.keys()) if (!kept.has(folder)) this.#found.delete(folder);
  }

  #lookInto(folder: string): readonly Look[] | LeftOutReason {
    const known = this.#before.get(folder);
    const happened = this.#happened.get(folder);
    if (!known || happened === 'anything' || this.#anew.has(folder)) {
      const looks = lookInto(this.#root, folder);
      if (typeof looks !== 'string') for (const look of looks) this.#noteAnew(folder, look);
      return looks;
    }
    const others = known.filter((look) => look.hasNames).map((look) => look.name);
    if (!happened && others.length === 0) return known;
    return this.#lookAgain(folder, known, new Set([...(happened ?? []), ...others]));
  }

  #lookAgain(folder: string, known: readonly Look[], happened: ReadonlySet<string>): readonly Look[] | LeftOutReason {
    const names = namesIn(this.#root, folder);
    if (typeof names === 'string') return names;
    const byName = new Map(known.map((look) => [look.name, look]));
    return names.map((name) => {
      const before = happened.has(name) ? undefined : byName.get(name);
      return before ?? this.#noteAnew(folder, lookAt(this.#root, folder, name));
    });
  }

  #noteAnew(folder: string, look: Look): Look {
    if (look.is === 'folder') this.#anew.add(`${folder}${look.name}/`);
    return look;
  }
}
