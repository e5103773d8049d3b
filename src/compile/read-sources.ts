/** Reads texts of the project; a file that cannot be read is told, and the others are read. */
import { problemOfUnread, type FileEntry, type FileTree, type Problem } from '../project/index.js';
import type { Source } from '../shapes/index.js';

export type SourceRead =
  { readonly ok: true; readonly source: Source } | { readonly ok: false; readonly problem: Problem };

export function readSource(tree: FileTree, path: string): SourceRead {
  const read = tree.read(path);
  return read.ok
    ? { ok: true, source: { path, text: read.text } }
    : { ok: false, problem: problemOfUnread(path, read) };
}

export interface AllRead<T> {
  readonly sources: readonly Source[];
  readonly made: readonly T[];
  readonly problems: readonly Problem[];
}

/** @param make of each text as soon as it is read, while the next ones may be read beside us */
export function readAll<T>(tree: FileTree, entries: readonly FileEntry[], make: (source: Source) => T): AllRead<T> {
  const sources: Source[] = [];
  const made: T[] = [];
  const problems: Problem[] = [];
  for (const { path } of entries) {
    const read = readSource(tree, path);
    if (read.ok) {
      sources.push(read.source);
      made.push(make(read.source));
    } else {
      problems.push(read.problem);
    }
  }
  return { sources, made, problems };
}
