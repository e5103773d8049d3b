/** When a commit was made, as Git tells it: nothing can have run on it before. */
import { runGit } from './run-git.js';

/**
 * @param commit hash in full
 * @returns with the time zone of whoever made it, as `2026-11-24T10:00:00+01:00`; `undefined` if Git cannot tell
 */
export function readCommitTime(folder: string, commit: string): string | undefined {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return undefined;
  const answer = runGit(folder, ['show', '--no-patch', '--no-show-signature', '--format=%cI', `${commit}^{commit}`]);
  const time = answer.ok ? answer.bytes.toString('latin1').trim() : '';
  return Number.isNaN(Date.parse(time)) ? undefined : time;
}
