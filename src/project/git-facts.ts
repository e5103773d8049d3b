/** Asks Git which commit a project stands at and whether its files differ from it. */
import { realpathSync } from 'node:fs';

import { runGit, startGit, type GitAnswer } from './run-git.js';
import { repositoryOf } from './work-tree.js';

export interface GitFacts {
  /** Hash of the commit in full, or `null` if there is none. */
  readonly commit: string | null;
  /**
   * Whether files in the project's folder differ from the commit, or are new and not ignored by the repository's own
   * rules. True also where nobody knows: only a known commit can be clean.
   */
  readonly dirty: boolean;
  /** Why there is no commit. */
  readonly reason: null | 'no-git' | 'no-repository' | 'no-commit' | 'git-failed';
}

const NOTHING_KNOWN = { commit: null, dirty: true } as const;
const NO_REPOSITORY: GitFacts = { ...NOTHING_KNOWN, reason: 'no-repository' };

// `.` limits it to the project; submodules count, because their files may be meant as records.
const STATUS = ['status', '--porcelain=v2', '--branch', '-z', '--untracked-files=normal', '--', '.'];

// @implements SRS-113
/** One call of Git; never throws, whatever the state of Git. */
export function readGitFacts(folder: string): GitFacts {
  return isInRepository(folder) ? factsIn(runGit(folder, STATUS)) : NO_REPOSITORY;
}

/** The same beside our own work. */
export async function startGitFacts(folder: string): Promise<GitFacts> {
  return isInRepository(folder) ? factsIn(await startGit(folder, STATUS)) : NO_REPOSITORY;
}

function factsIn(answer: GitAnswer): GitFacts {
  if (!answer.ok) {
    return { ...NOTHING_KNOWN, reason: answer.reason === 'not-installed' ? 'no-git' : 'git-failed' };
  }
  const lines = answer.bytes.toString('utf8').split('\0');
  const commit = lines.map((line) => /^# branch\.oid ([0-9a-f]{40,64})$/.exec(line)?.[1]).find(Boolean);
  if (commit === undefined) return { ...NOTHING_KNOWN, reason: 'no-commit' };
  return { commit, dirty: lines.some((line) => line !== '' && !line.startsWith('# ')), reason: null };
}

/** Also where the repository begins further up, or lies elsewhere. */
export function isInRepository(folder: string): boolean {
  try {
    return repositoryOf(realpathSync(folder)) !== undefined;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return false;
    throw cause;
  }
}
