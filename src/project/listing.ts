/** Walks a folder of any origin and settles which files belong to the project: the same rules for all file trees. */
import { compareText } from '../shapes/index.js';
import type { FileEntry, LeftOut, LeftOutReason } from './file-tree.js';
import { NO_RULES, withRules, type IgnoreRules } from './ignore-rules.js';
import { LIMITS } from './limits.js';
import { endOfLink } from './links.js';

/** The settings file; a folder with one is a project. */
export const SETTINGS_FILE = 'medward.yaml';

/** Where the walk looks: real folders, a list from Git, or a map. Folders are empty or end in `/`. */
export interface Ground {
  readonly namesIn: (folder: string) => readonly Found[] | LeftOutReason;
  /** `undefined` if it is too large or no text. */
  readonly ignoreFile: (path: string) => string | undefined;
  /** Rules of `.gitignore` files above the project. */
  readonly above?: RulesAbove;
}

export interface RulesAbove {
  /** Path of the project's folder seen from where the rules look; empty or ending in `/`. */
  readonly folder: string;
  readonly rules: IgnoreRules;
}

export type Found = { readonly name: string } & (
  | { readonly is: 'file'; readonly size: number }
  | { readonly is: 'folder' }
  | { readonly is: 'link'; readonly target: string }
  | { readonly is: 'left-out'; readonly reason: LeftOutReason }
);

export interface Listing {
  readonly entries: readonly FileEntry[];
  readonly leftOut: readonly LeftOut[];
  /** Path of an entry that is a link → path of the file that it means. */
  readonly links: ReadonlyMap<string, string>;
  /** Folders that were walked: the project's own is empty, the others end in `/`. */
  readonly folders: readonly string[];
}

// @implements SRS-111, SRS-903
export function listProject(ground: Ground): Listing {
  const walk = new Walk(ground);
  walk.run();
  return walk.settled();
}

interface Pending {
  readonly folder: string;
  readonly depth: number;
  readonly rules: IgnoreRules;
}

class Walk {
  readonly #ground: Ground;
  readonly #above: string;
  readonly #files = new Map<string, FileEntry>();
  readonly #folders = new Set<string>(['/']);
  readonly #targets = new Map<string, string>();
  readonly #leftOut: LeftOut[] = [];
  #looked = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#above = ground.above?.folder ?? '';
  }

  run(): void {
    const pending: Pending[] = [{ folder: '', depth: 0, rules: this.#ground.above?.rules ?? NO_RULES }];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const folders = this.#folder(next);
      if (folders === 'full') return;
      pending.push(...folders.toReversed());
    }
  }

  settled(): Listing {
    const entries = [...this.#files.values()];
    const links = new Map<string, string>();
    for (const path of this.#targets.keys()) {
      const file = this.#meantBy(path);
      if (typeof file === 'string') {
        this.#leaveOut(path, file);
        continue;
      }
      entries.push({ path, size: file.size });
      links.set(path, file.path);
    }
    entries.sort((a, b) => compareText(a.path, b.path));
    this.#leftOut.sort((a, b) => compareText(a.path, b.path) || compareText(a.reason, b.reason));
    return { entries, leftOut: this.#leftOut, links, folders: [...this.#folders].filter((folder) => folder !== '/') };
  }

  #meantBy(link: string): FileEntry | LeftOutReason {
    const end = endOfLink(link, this.#targets);
    if (end === 'leads-out') return 'link-leads-out';
    if (end === 'leads-nowhere') return 'link-leads-nowhere';
    if (this.#folders.has(`${end.path}/`)) return 'link-to-folder';
    return this.#files.get(end.path) ?? 'link-leads-nowhere';
  }

  #folder({ folder, depth, rules: outer }: Pending): readonly Pending[] | 'full' {
    const found = this.#ground.namesIn(folder);
    if (typeof found === 'string') return this.#leaveOut(folder.replace(/\/$/, '') || '.', found);
    if (folder !== '' && found.some(({ name }) => name === '.git')) {
      return this.#leaveOut(folder.slice(0, -1), 'other-repository');
    }
    this.#folders.add(folder);
    const rules = this.#rulesOf(folder, found, outer);
    const hidden = (item: Found): boolean =>
      rules.hides(this.#above + folder + item.name + (item.is === 'folder' ? '/' : ''));
    const isProject = found.some((item) => item.name === SETTINGS_FILE && item.is !== 'folder' && !hidden(item));
    if (folder !== '' && isProject) return this.#leaveOut(folder.slice(0, -1), 'other-project');
    const folders: Pending[] = [];
    for (const item of found.toSorted((a, b) => compareText(a.name, b.name))) {
      if (item.name === '.git') continue;
      const path = folder + item.name;
      if (++this.#looked > LIMITS.entries) {
        this.#leaveOut(path, 'too-many');
        return 'full';
      }
      if (hidden(item)) this.#leaveOut(path, 'ignored');
      else if (path.length > LIMITS.pathLength) this.#leaveOut(path, 'path-too-long');
      else if (item.is !== 'folder') this.#take(path, item);
      else if (depth >= LIMITS.folderDepth) this.#leaveOut(path, 'too-deep');
      else folders.push({ folder: `${path}/`, depth: depth + 1, rules });
    }
    return folders;
  }

  #rulesOf(folder: string, found: readonly Found[], outer: IgnoreRules): IgnoreRules {
    if (!found.some(({ name, is }) => name === '.gitignore' && is === 'file')) return outer;
    const path = `${folder}.gitignore`;
    const { rules, unusable } = withRules(outer, this.#above + folder, this.#ground.ignoreFile(path));
    if (unusable) this.#leaveOut(path, 'ignore-rules-unusable');
    return rules;
  }

  #take(path: string, item: Exclude<Found, { is: 'folder' }>): void {
    if (item.is === 'file') this.#files.set(path, { path, size: item.size });
    else if (item.is === 'link') this.#targets.set(path, item.target);
    else this.#leaveOut(path, item.reason);
  }

  #leaveOut(path: string, reason: LeftOutReason): readonly never[] {
    this.#leftOut.push({ path, reason });
    return [];
  }
}

/** Rules of the `.gitignore` files from the top of the repository down to the folder above the project. */
export function rulesAbove(folder: string, ignoreFile: (path: string) => string | undefined): RulesAbove {
  let rules = NO_RULES;
  const names = folder.split('/').slice(0, -1);
  for (let depth = 0; depth < names.length; depth++) {
    const at = names
      .slice(0, depth)
      .map((name) => `${name}/`)
      .join('');
    const text = ignoreFile(`${at}.gitignore`);
    if (text !== 'none') rules = withRules(rules, at, text).rules;
  }
  // Somebody who opens a project in a hidden folder means it; else it would look empty.
  return { folder, rules: folder !== '' && rules.hides(folder) ? NO_RULES : rules };
}
