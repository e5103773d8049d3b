/** Calls Git: without a shell, without locks, without network, and bounded in time and output. */
import type * as ChildProcess from 'node:child_process';
import { createRequire } from 'node:module';
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

const load = createRequire(import.meta.url);

/** Loaded where there is a repository to ask about, and not before: it takes as long as reading a thousand records. */
function programs(): typeof ChildProcess {
  return load('node:child_process') as typeof ChildProcess;
}

// @implements SRS-904
export function runGit(folder: string, args: readonly string[], input: string = ''): GitAnswer {
  const { error, status, signal, stdout, stderr } = programs().spawnSync('git', withSettings(args), {
    ...optionsIn(folder),
    input,
  });
  if (error) return { ok: false, reason: reasonOf(error), cause: error };
  if (status === 0) return { ok: true, bytes: stdout };
  return failed(args, status ?? signal, stderr);
}

/** The same beside our own work; for what is asked of Git in every run. */
export function startGit(folder: string, args: readonly string[]): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const done = (error: ChildProcess.ExecFileException | null, stdout: Buffer, stderr: Buffer): void => {
      if (!error) resolve({ ok: true, bytes: stdout });
      else if (typeof error.code === 'number') resolve(failed(args, error.code, stderr));
      else if (error.killed) resolve({ ok: false, reason: 'too-slow', cause: error });
      else resolve({ ok: false, reason: reasonOf(error), cause: error });
    };
    const git = programs().execFile('git', withSettings(args), { ...optionsIn(folder), encoding: 'buffer' }, done);
    git.stdin?.end();
  });
}

function withSettings(args: readonly string[]): string[] {
  return [...SETTINGS.flatMap((setting) => ['-c', setting]), ...args];
}

function optionsIn(folder: string): {
  cwd: string;
  env: NodeJS.ProcessEnv;
  maxBuffer: number;
  timeout: number;
  windowsHide: true;
} {
  return {
    cwd: folder,
    env: gitEnvironment(),
    maxBuffer: LIMITS.gitBytes,
    timeout: LIMITS.gitSeconds * 1000,
    windowsHide: true,
  };
}

function failed(args: readonly string[], ended: number | string | null, stderr: Buffer): GitAnswer {
  const said = stderr.toString('utf8').trim().slice(0, 1000);
  return { ok: false, reason: 'failed', cause: new Error(`git ${args[0]} ended with ${ended}: ${said}`) };
}

function reasonOf(error: Error): 'not-installed' | 'failed' | 'too-slow' | 'too-large' {
  switch ('code' in error ? error.code : undefined) {
    case 'ENOENT':
    case 'EACCES':
      return 'not-installed';
    case 'ETIMEDOUT':
      return 'too-slow';
    case 'ENOBUFS':
    case 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER':
      return 'too-large';
    default:
      return 'killed' in error && error.killed === true ? 'too-slow' : 'failed';
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
