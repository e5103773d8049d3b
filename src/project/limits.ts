/** How much of a project is read at most: the one table of limits, so that no input can exhaust time or memory. */

// @implements SRS-901
/**
 * Each limit is far above what people write by hand. Past one of them the file or folder in question is left out with
 * a problem at its place, and the rest is read.
 */
export const LIMITS = {
  /** Bytes of one file, 5 MiB. */
  fileBytes: 5 * 1024 * 1024,
  /** Bytes of one changed file that is hashed to compare its content, 256 MiB. */
  versionBytes: 256 * 1024 * 1024,
  /** UTF-16 units of one line. */
  lineLength: 200_000,
  /** Files, folders and links looked at in one project. */
  entries: 200_000,
  /** Folders above a file, counted from the project's. */
  folderDepth: 64,
  /** UTF-16 units of a path inside the project. */
  pathLength: 1_024,
  /** Links followed one after the other to reach a file. */
  linkHops: 16,
  /** Tracked links of which is asked what they lead to; of more, nobody can tell whether it changed. */
  trackedLinks: 10_000,
  /** Tracked links one behind the other, as many as an operating system follows. */
  trackedLinkSteps: 40,
  /** Files behind all tracked links together. */
  filesBehindLinks: 1_000_000,
  /** Bytes of one `.gitignore`. */
  ignoreFileBytes: 100_000,
  /** Wildcards in one pattern of `.gitignore` or `code:`, because each multiplies the time that a match may take. */
  wildcards: 6,
  /** Of those, in one name between two `/`. */
  wildcardsInName: 3,
  /** Of those, `**` for any number of folders. */
  wildcardsForFolders: 3,
  /** Seconds that one call of Git may take. */
  gitSeconds: 60,
  /** Bytes that one call of Git may print, 256 MiB. */
  gitBytes: 256 * 1024 * 1024,
  /** Bytes of files fetched from Git at once, 8 MiB. */
  gitBatchBytes: 8 * 1024 * 1024,
} as const;

/** Whether a glob has so many wildcards that hostile names could make it slow. */
export function hasTooManyWildcards(pattern: string): boolean {
  const names = pattern.split('/').map((name) => name.match(/\*+|\{/g)?.length ?? 0);
  const total = names.reduce((sum, count) => sum + count, 0);
  const forFolders = pattern.match(/\*{2,}/g)?.length ?? 0;
  return (
    total > LIMITS.wildcards || Math.max(...names) > LIMITS.wildcardsInName || forFolders > LIMITS.wildcardsForFolders
  );
}
