/** All that a command may look at of a project, whoever hands it out. */
import type { FileTree } from './file-tree.js';
import type { GitFacts } from './git-facts.js';
import type { Versions } from './versions.js';

export interface ProjectInputs {
  readonly folder: string;
  readonly tree: FileTree;
  readonly git: Pick<GitFacts, 'commit' | 'dirty'>;
  readonly versions: Versions;
}
