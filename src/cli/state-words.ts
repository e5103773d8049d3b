/** Names a state of a project in a sentence: `REL-1 (commit 1a2b3c4)`, `the folder (commit 5d6e7f8 and changes)`. */
import type { StateOutput } from '../contract/index.js';

export function stateWords({ named, commit, dirty }: StateOutput): string {
  const at = commit === null ? 'no commit' : `commit ${commit.slice(0, 7)}${dirty ? ' and changes' : ''}`;
  return `${named ?? 'the folder'} (${at})`;
}
