/** Which paths the repository's own rules keep out of Git: what is written there is never committed. */
import { runGit } from './run-git.js';

/** @returns those of the paths that are ignored; none where Git cannot tell */
export function ignoredPaths(folder: string, paths: readonly string[]): readonly string[] {
  // Status 1 says that none is. This command takes paths literally, and refuses to be told so.
  const words = ['--no-literal-pathspecs', 'check-ignore', '-z', '--stdin'];
  const answer = runGit(folder, words, paths.join('\0'));
  return answer.ok ? answer.bytes.toString('utf8').split('\0').filter(Boolean) : [];
}
