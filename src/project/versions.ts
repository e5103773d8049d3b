/** Which content each tracked file has, now and at a commit: Git's own ids, so that two states compare without history. */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { once } from '../shapes/index.js';
import { decodeText } from './decode-text.js';
import { blobsIn } from './git-blobs.js';
import { throughLinks, type Tracked } from './linked-content.js';
import { LIMITS } from './limits.js';
import { runGit } from './run-git.js';
import { realFolder } from './work-tree.js';

/**
 * Path below the project's folder → id that Git gives to the content, of a link an id of what it leads to; `null` where nobody
 * can tell the content.
 */
export type FileIds = ReadonlyMap<string, string | null>;

/** The states of a project's files that Git can tell. Nothing is asked of Git before somebody asks here. */
export interface Versions {
  /** Tracked files as they are now, changes that nobody committed included; `undefined` if Git cannot tell. */
  present(): FileIds | undefined;
  /** Files that Git neither tracks nor ignores. */
  untracked(): readonly string[];
  /** @returns `undefined` for what is no commit or is not in this clone */
  at(commit: string): FileIds | undefined;
  /** The state before a commit, by its first parent; empty before the first commit. */
  before(commit: string): FileIds | undefined;
  /** Whether the repository holds a commit; `unknown` where it may lie beyond what this clone has. */
  knows(commit: string): boolean | 'unknown';
  textAt(commit: string, path: string): string | undefined;
}

/** Git says what it knows, and `undefined` for all else: outside a repository nothing is known. */
export function readVersions(folder: string, commit?: string): Versions {
  return new GitVersions(realFolder(folder), commit);
}

/** Paths below the project's folder that are not as the commit has them. */
export interface Uncommitted {
  readonly changed: readonly string[];
  /** Neither tracked nor ignored. */
  readonly untracked: readonly string[];
}

/** @returns `undefined` where Git cannot tell */
export function readUncommitted(folder: string): Uncommitted | undefined {
  const { isKnown, changed, untracked } = readStatus(realFolder(folder));
  return isKnown ? { changed, untracked } : undefined;
}

const HASH = /^[0-9a-f]{7,64}$/;

class GitVersions implements Versions {
  readonly #folder: string;
  /** The commit that is looked at instead of the folder. */
  readonly #fixed: string | undefined;
  readonly #known = new Map<string, Listing>();
  #status: Status | undefined;
  #present: { readonly ids: FileIds | undefined } | undefined;

  constructor(folder: string, fixed: string | undefined) {
    this.#folder = folder;
    this.#fixed = fixed;
  }

  present(): FileIds | undefined {
    this.#present ??= { ids: this.#fixed === undefined ? this.#presentIds() : this.at(this.#fixed) };
    return this.#present.ids;
  }

  untracked(): readonly string[] {
    return this.#fixed === undefined ? this.#read().untracked : [];
  }

  at(commit: string): FileIds | undefined {
    return HASH.test(commit) ? this.#ids(`${commit}^{commit}`) : undefined;
  }

  before(commit: string): FileIds | undefined {
    if (!HASH.test(commit) || this.#ids(`${commit}^{commit}`) === undefined) return undefined;
    const parents = runGit(this.#folder, ['rev-list', '--parents', '--max-count=1', commit, '--']);
    if (!parents.ok) return undefined;
    const [, parent] = parents.bytes.toString('latin1').trim().split(' ');
    // A shallow clone shows its oldest commits without parents: what was before is then unknown, not empty.
    if (parent === undefined) return this.#isShallow() ? undefined : new Map();
    return this.#ids(parent);
  }

  knows(commit: string): boolean | 'unknown' {
    if (!HASH.test(commit)) return 'unknown';
    if (runGit(this.#folder, ['cat-file', '-e', `${commit}^{commit}`]).ok) return true;
    return this.#isShallow() ? 'unknown' : false;
  }

  textAt(commit: string, path: string): string | undefined {
    if (!HASH.test(commit)) return undefined;
    const id = this.at(commit)?.get(path);
    if (typeof id !== 'string') return undefined;
    const size = runGit(this.#folder, ['cat-file', '-s', id]);
    if (!size.ok || Number(size.bytes.toString('latin1')) > LIMITS.fileBytes) return undefined;
    const blob = runGit(this.#folder, ['cat-file', 'blob', id]);
    const read = blob.ok ? decodeText(blob.bytes) : undefined;
    return read?.ok ? read.text : undefined;
  }

  #isShallow(): boolean {
    const answer = runGit(this.#folder, ['rev-parse', '--is-shallow-repository']);
    return !answer.ok || answer.bytes.toString('latin1').trim() !== 'false';
  }

  #presentIds(): FileIds | undefined {
    const head = this.#listing('HEAD');
    const status = this.#read();
    if (!head.tracked || !status.isKnown) return undefined;
    const hidden = hiddenChanges(this.#folder);
    if (!hidden) return undefined;
    if (status.changed.length + hidden.length === 0) return head.ids();
    const tracked = new Map(head.tracked);
    // Ids of one repository are all made by one algorithm.
    const algorithm = [...tracked.values()].some(({ id }) => id?.length === 64) ? 'sha256' : 'sha1';
    for (const path of [...status.changed, ...hidden]) {
      const found = contentOf(join(this.#folder, path), algorithm);
      if (found === undefined) tracked.delete(path);
      else tracked.set(path, found);
    }
    return this.#throughLinks(tracked, true);
  }

  #ids(revision: string): FileIds | undefined {
    return this.#listing(revision).ids();
  }

  #listing(revision: string): Listing {
    const known = this.#known.get(revision);
    if (known) return known;
    const answer = runGit(this.#folder, ['ls-tree', '-r', '-z', revision, '--', '.']);
    const tracked = answer.ok ? new Map(answer.bytes.toString('utf8').split('\0').flatMap(readEntry)) : undefined;
    const listing = { tracked, ids: once(() => tracked && this.#throughLinks(tracked, false)) };
    this.#known.set(revision, listing);
    return listing;
  }

  /** @param isFolder the links are those in the folder, of which some may be in no commit */
  #throughLinks(tracked: ReadonlyMap<string, Tracked>, isFolder: boolean): FileIds {
    const links = [...tracked].flatMap(([path, { id, isLink }]) =>
      isLink && id !== null ? [[path, id] as const] : [],
    );
    const words = once(() =>
      linkWords(this.#folder, [...new Set(links.slice(0, LIMITS.trackedLinks).map(([, id]) => id))]),
    );
    const byPath = new Map(links);
    return throughLinks(tracked, (path) => {
      const kept = words().get(byPath.get(path) ?? '');
      return kept ?? (isFolder ? wordsIn(join(this.#folder, path)) : undefined);
    });
  }

  #read(): Status {
    return (this.#status ??= readStatus(this.#folder));
  }
}

interface Listing {
  readonly tracked: ReadonlyMap<string, Tracked> | undefined;
  readonly ids: () => FileIds | undefined;
}

/** As Git prints it: `100644 blob <id>\t<path>`, 120000 for a link; a submodule stands with the id of its commit. */
function readEntry(line: string): readonly (readonly [string, Tracked])[] {
  const tab = line.indexOf('\t');
  const id = line.slice(line.lastIndexOf(' ', tab) + 1, tab);
  return tab < 0 ? [] : [[line.slice(tab + 1), { id, isLink: line.startsWith('120000 ') }]];
}

/** Where links lead, by their ids: one call for all of them. */
function linkWords(folder: string, ids: readonly string[]): ReadonlyMap<string, string> {
  if (ids.length === 0) return new Map();
  const answer = runGit(folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  const contents = answer.ok ? [...blobsIn(answer.bytes)] : [];
  return new Map(contents.map(([id, bytes]) => [id, bytes.toString('utf8')]));
}

function wordsIn(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return undefined;
    throw cause;
  }
}

interface Status {
  readonly isKnown: boolean;
  readonly changed: readonly string[];
  readonly untracked: readonly string[];
}

function readStatus(folder: string): Status {
  const prefix = runGit(folder, ['rev-parse', '--show-prefix']);
  const answer = runGit(folder, [
    'status',
    '--porcelain=v2',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--ignore-submodules=none',
    '--',
    '.',
  ]);
  if (!prefix.ok || !answer.ok) return { isKnown: false, changed: [], untracked: [] };
  const above = prefix.bytes.toString('utf8').replace(/\n$/, '');
  const lines = answer.bytes.toString('utf8').split('\0');
  const inside = (path: string | undefined): readonly string[] =>
    path?.startsWith(above) ? [path.slice(above.length)] : [];
  return {
    isKnown: true,
    changed: lines.flatMap((line) => inside(/^(?:1(?: \S+){7}|u(?: \S+){9}) (.*)$/s.exec(line)?.[1])),
    untracked: lines.flatMap((line) => inside(/^\? (.*)$/s.exec(line)?.[1])),
  };
}

/**
 * Files that Git was told not to look at (`assume-unchanged`, `skip-worktree`) and that lie there all the same; those that a
 * sparse checkout leaves out are as they were committed.
 */
function hiddenChanges(folder: string): readonly string[] | undefined {
  const answer = runGit(folder, ['ls-files', '-v', '-z', '--', '.']);
  if (!answer.ok) return undefined;
  return answer.bytes
    .toString('utf8')
    .split('\0')
    .filter((line) => /^(?:[a-z]|S) /.test(line))
    .map((line) => ({ path: line.slice(2), isSparse: /^s/i.test(line) }))
    .filter(({ path, isSparse }) => !isSparse || existsSync(join(folder, path)))
    .map(({ path }) => path);
}

/** @returns `undefined` if there is no such file; the id `null` if its content cannot be told */
function contentOf(path: string, algorithm: 'sha1' | 'sha256'): Tracked | undefined {
  const untold = { id: null, isLink: false };
  try {
    const stats = lstatSync(path);
    if (stats.isSymbolicLink()) return { id: blobId(Buffer.from(readlinkSync(path)), algorithm), isLink: true };
    if (!stats.isFile() || stats.size > LIMITS.versionBytes) return untold;
    return { id: blobId(readFileSync(path), algorithm), isLink: false };
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    return cause.code === 'ENOENT' || cause.code === 'ENOTDIR' ? undefined : untold;
  }
}

function blobId(content: Uint8Array, algorithm: 'sha1' | 'sha256'): string {
  return createHash(algorithm).update(`blob ${content.length}\0`).update(content).digest('hex');
}
