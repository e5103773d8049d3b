/** Files that were committed once and do not lie there any more: what only grows must never lose one. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { runGit } from './run-git.js';
import { realFolder } from './work-tree.js';

/**
 * @param under folder below the project's
 * @returns paths below the project's folder, in order; of a clone without history only what was taken away since its commit
 */
export function removedFiles(folder: string, under: string): readonly string[] {
  const real = realFolder(folder);
  const log = ['log', '--diff-filter=D', '--no-renames', '--name-only', '--relative', '--format=', '-z', '--', under];
  const taken = pathsOf(runGit(real, log));
  const tracked = pathsOf(runGit(real, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', under]));
  return [...new Set([...taken, ...tracked])].filter((path) => !isThere(join(real, path))).toSorted();
}

function pathsOf(answer: ReturnType<typeof runGit>): readonly string[] {
  return answer.ok
    ? answer.bytes
        .toString('utf8')
        .split('\0')
        .filter((path) => path !== '')
    : [];
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return false;
    throw cause;
  }
}
