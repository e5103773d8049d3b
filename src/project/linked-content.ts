/** What tracked links lead to: Git keeps the words of a link, and a build takes in what lies behind it. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';

/** As Git keeps it. */
export interface Tracked {
  readonly id: string | null;
  readonly isLink: boolean;
}

/**
 * A link gets an id of its own words and of all that it leads to among the tracked files; `null` where it leads anywhere else,
 * to a file that is not tracked or in a circle, because nobody can tell whether that changed.
 * @param files path → what Git keeps there
 * @param wordsOf where a link leads, as written; `undefined` if nobody can tell
 */
export function throughLinks(
  files: ReadonlyMap<string, Tracked>,
  wordsOf: (path: string) => string | undefined,
): ReadonlyMap<string, string | null> {
  const ids = new Map<string, string | null>();
  for (const [path, { id, isLink }] of files) ids.set(path, isLink ? idBehind(path, { files, wordsOf, open: [] }) : id);
  return ids;
}

interface Following {
  readonly files: ReadonlyMap<string, Tracked>;
  readonly wordsOf: (path: string) => string | undefined;
  /** Links that led here. */
  readonly open: readonly string[];
}

/** Links over more steps than an operating system follows. */
const MOST_STEPS = 40;

function idBehind(path: string, { files, wordsOf, open }: Following): string | null {
  const own = files.get(path);
  if (!own?.isLink) return own?.id ?? null;
  const words = wordsOf(path);
  if (words === undefined || open.includes(path) || open.length >= MOST_STEPS) return null;
  const target = posix.join(posix.dirname(path), words);
  if (posix.isAbsolute(words) || target === '..' || target.startsWith('../')) return null;
  const following = { files, wordsOf, open: [...open, path] };
  const found = files.has(target) ? [target] : below(target, files);
  const ids = found.map((one) => [one, idBehind(one, following)] as const);
  if (ids.length === 0 || ids.some(([, id]) => id === null)) return null;
  return `link:${createHash('sha256')
    .update(JSON.stringify([own.id, ids]))
    .digest('hex')}`;
}

/** Where it leads to a folder, all that is tracked in it. */
function below(folder: string, files: ReadonlyMap<string, Tracked>): readonly string[] {
  const start = folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`;
  return [...files.keys()].filter((path) => path.startsWith(start)).toSorted();
}
