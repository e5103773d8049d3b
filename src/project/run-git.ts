/** Calls Git: without a shell, without locks, without network, and bounded in time and output. */
import { spawnSync } from 'node:child_process';

import { LIMITS } from './limits.js';

export type GitAnswer =
  | { readonly ok: true; readonly bytes: Buffer }
  | {
      readonly ok: false;
      readonly reason: 'not-installed' | 'failed' | 'too-slow' | 'too-large';
      readonly cause: Error;
    };

/** Settings that could run a program, or that differ between machines. */
const SETTINGS = ['core.fsmonitor=false', 'core.excludesFile=', 'safe.bareRepository=explicit', 'core.quotePath=false'];

// @implements SRS-904
export function runGit(folder: string, args: readonly string[], input: string = ''): GitAnswer {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const { error, status, signal, stdout, stderr } = spawnSync('git', [...settings, ...args], {
    cwd: folder,
    env: gitEnvironment(),
    input,
    maxBuffer: LIMITS.gitBytes,
    timeout: LIMITS.gitSeconds * 1000,
    windowsHide: true,
  });
  if (error) return { ok: false, reason: reasonOf(error), cause: error };
  if (status === 0) return { ok: true, bytes: stdout };
  const said = stderr.toString('utf8').trim().slice(0, 1000);
  return { ok: false, reason: 'failed', cause: new Error(`git ${args[0]} ended with ${status ?? signal}: ${said}`) };
}

function reasonOf(error: Error): 'not-installed' | 'failed' | 'too-slow' | 'too-large' {
  switch ('code' in error ? error.code : undefined) {
    case 'ENOENT':
    case 'EACCES':
      return 'not-installed';
    case 'ETIMEDOUT':
      return 'too-slow';
    case 'ENOBUFS':
      return 'too-large';
    default:
      return 'failed';
  }
}

/** Which repository to ask follows from the folder alone, also when a Git hook, which names its own, calls us. */
const POINTS_ELSEWHERE =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|SHALLOW_FILE|GRAFT_FILE|REPLACE_REF_BASE|TRACE\w*|.*PATHSPECS)$/;

function gitEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !POINTS_ELSEWHERE.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_TERMINAL_PROMPT: '0',
    // Else Windows would take a git.exe that lies in the project.
    NoDefaultCurrentDirectoryInExePath: '1',
  };
}
