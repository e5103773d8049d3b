/** Everything of a project that a run rests on, and whether a later run would rest on the same. */
import { startGitFacts, type GitFacts } from '../git-facts.js';
import type { ProjectInputs } from '../project-inputs.js';
import { readVersions } from '../versions.js';
import { openWorkTree } from '../work-tree.js';
import { SeenTree, type SeenFiles } from './seen-tree.js';
import { SeenVersions, type VersionsSeen } from './seen-versions.js';

export interface Seen {
  /** The day that is judged by; an answer tells it, so that there is no answer without one. */
  readonly date: string;
  readonly files: SeenFiles;
  readonly git: Pick<GitFacts, 'commit' | 'dirty'>;
  readonly versions: VersionsSeen;
}

/** What a command asks of these is remembered. */
export interface SeenProject extends ProjectInputs {
  readonly tree: SeenTree;
  readonly versions: SeenVersions;
}

// @implements SRS-720
/** @returns the project, and whether a run would see of it what another run has seen */
export interface Look {
  isLike(seen: Seen, date: string): Promise<boolean>;
  project(): Promise<SeenProject>;
}

/** Git works beside us meanwhile. */
export function lookAt(folder: string): Look {
  const facts = startGitFacts(folder);
  const tree = new SeenTree(openWorkTree(folder));
  const versions = new SeenVersions(folder, readVersions(folder));
  return {
    async isLike(seen, date) {
      if (seen.date !== date || !tree.looksLike(seen.files)) return false;
      const { commit, dirty } = await facts;
      return seen.git.commit === commit && seen.git.dirty === dirty && versions.tellsLike(seen.versions);
    },
    project: async () => ({ folder, tree, git: await facts, versions }),
  };
}

/** @returns `undefined` if something changed under the run, so that no other run can see the same */
export function seenOf({ tree, git, versions }: SeenProject, date: string): Seen | undefined {
  const files = tree.seen();
  return files && { date, files, git: { commit: git.commit, dirty: git.dirty }, versions: versions.seen() };
}
