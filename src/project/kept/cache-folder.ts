/** Where answers are kept: the user's own cache folder, never the project, and only where nobody else can write. */
import { lstatSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** @returns `undefined` where the environment names no place */
export function cacheFolder(): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME !== undefined && isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'medward');
  if (process.platform === 'win32') return LOCALAPPDATA ? join(LOCALAPPDATA, 'medward', 'cache') : undefined;
  const home = homedir();
  if (!isAbsolute(home)) return undefined;
  return process.platform === 'darwin' ? join(home, 'Library', 'Caches', 'medward') : join(home, '.cache', 'medward');
}

/**
 * Makes the folder for the user alone where it is not there.
 * @returns whether what lies in it can only come from the user; a link, or a folder that others may write, is not used
 */
export function isOwnFolder(folder: string): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stats = lstatSync(folder);
  if (!stats.isDirectory()) return false;
  // Windows has other rights than these; the folder lies in the user's profile there.
  if (process.getuid === undefined) return true;
  return stats.uid === process.getuid() && (stats.mode & 0o022) === 0;
}
