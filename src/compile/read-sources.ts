/** Reads texts of the project; a file that cannot be read is told, and the others are read. */
import { problemOfUnread, type FileTree, type Problem } from '../project/index.js';
import type { Source } from '../shapes/index.js';

export type SourceRead =
  { readonly ok: true; readonly source: Source } | { readonly ok: false; readonly problem: Problem };

export function readSource(tree: FileTree, path: string): SourceRead {
  const read = tree.read(path);
  return read.ok
    ? { ok: true, source: { path, text: read.text } }
    : { ok: false, problem: problemOfUnread(path, read) };
}

export function readAll(
  tree: FileTree,
  paths: readonly string[],
): { sources: readonly Source[]; problems: readonly Problem[] } {
  const reads = paths.map((path) => readSource(tree, path));
  return {
    sources: reads.flatMap((read) => (read.ok ? [read.source] : [])),
    problems: reads.flatMap((read) => (read.ok ? [] : [read.problem])),
  };
}
