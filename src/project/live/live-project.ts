/** A project that is looked at again whenever something happens in it. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { isInRepository, startGitFacts } from '../git-facts.js';
import type { ProjectInputs } from '../project-inputs.js';
import { readVersions } from '../versions.js';
import { FolderWatch } from './folder-watch.js';
import { LiveTree } from './live-tree.js';

/** Several events belong to one change: an editor writes beside the file, renames, and sets times. */
const QUIET_MS = 8;
const LONGEST_QUIET_MS = 200;
/** The system may forget to tell of something, also while it goes on telling of other things; whoever waits looks sooner than that. */
const LONGEST_TRUST_MS = 12_000;

// @implements SRS-721
export class LiveProject {
  readonly #folder: string;
  readonly #watch: FolderWatch;
  #tree: LiveTree | undefined;
  #git = '';
  #events = 0;
  /** When everything was looked at, and not only what the system told of. */
  #listedAt = -Infinity;
  /** Whether the system told of something before this look; if not, whoever looks wants to see for himself. */
  #isTold = false;
  #wake: (() => void) | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    this.#watch = new FolderWatch(folder, () => {
      this.#events++;
      this.#wake?.();
    });
  }

  /** Whether anything happened that nobody waited for yet. */
  get hasChanged(): boolean {
    return this.#events > 0;
  }

  /** Whether the system tells of every change; else somebody has to look from time to time. */
  get isToldOfAll(): boolean {
    return this.#tree !== undefined && this.#watch.isWhole;
  }

  /**
   * @param how `quick` trusts times and sizes of files that nobody touched for a while, and after an event the system to tell
   *   of all; `whole` reads every file
   * @returns `undefined` if a quick look finds nothing changed
   * @throws MedwardError `not-a-folder` while the folder is gone
   */
  async look(how: 'quick' | 'whole'): Promise<ProjectInputs | undefined> {
    const git = startGitFacts(this.#folder);
    const tree = this.#open(how);
    this.#follow(tree);
    const facts = JSON.stringify(await git);
    const isSame = how === 'quick' && facts === this.#git && this.#tree !== undefined && tree.isLike(this.#tree);
    this.#tree = tree;
    this.#git = facts;
    if (isSame) return undefined;
    return { folder: this.#folder, tree, git: await git, versions: readVersions(this.#folder) };
  }

  /** Commits change what is current; they show in the folder of Git itself, if that lies here. */
  #follow(tree: LiveTree): void {
    const git = lstatSync(join(this.#folder, '.git'), { throwIfNoEntry: false });
    if (git?.isDirectory()) this.#watch.follow([...tree.folders(), '.git/'], true);
    else this.#watch.follow(tree.folders(), !isInRepository(this.#folder));
  }

  #open(how: 'quick' | 'whole'): LiveTree {
    const happened = this.#watch.takeHappened();
    const isTrusted = this.#isTold && performance.now() - this.#listedAt < LONGEST_TRUST_MS;
    const [before, since] = how === 'quick' ? [this.#tree, isTrusted ? happened : undefined] : [];
    if (!since) this.#listedAt = performance.now();
    try {
      return new LiveTree(this.#folder, before, Date.now, since);
    } catch (error) {
      // Whatever comes in its place is another folder.
      this.#tree = undefined;
      this.#watch.follow([], false);
      throw error;
    }
  }

  /** @returns when something happened and it is quiet again, or when the time is over */
  async wait(milliseconds: number, stop: AbortSignal): Promise<'something happened' | 'nothing happened'> {
    if (this.#events === 0) await this.#sleep(milliseconds, stop, true);
    const happened = this.#events > 0;
    const start = performance.now();
    while (this.#events > 0 && performance.now() - start < LONGEST_QUIET_MS) {
      this.#events = 0;
      // Not woken by the next event: the system has many to tell at once, and tells them one by one.
      await this.#sleep(QUIET_MS, stop, false);
    }
    this.#events = 0;
    this.#isTold = happened;
    return happened ? 'something happened' : 'nothing happened';
  }

  async #sleep(milliseconds: number, stop: AbortSignal, isWoken: boolean): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        stop.removeEventListener('abort', wake);
        this.#wake = undefined;
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      if (isWoken) this.#wake = wake;
      stop.addEventListener('abort', wake);
      if (stop.aborted) wake();
    });
  }

  close(): void {
    this.#watch.close();
  }
}
