/** Finds tags such as `@implements SRS-014` in comments of source code, in any language. */
import type { Source, Spot } from '../shapes/index.js';

export interface CodeTag {
  readonly field: 'implements' | 'verifies';
  readonly id: string;
  readonly file: string;
  readonly spot: Spot;
}

const TAG = /@(implements|verifies)[ \t]+([A-Za-z][\w.]*-[\w.-]*\w(?:[ \t]*,[ \t]*[A-Za-z][\w.]*-[\w.-]*\w)*)/g;
const COMMENT = /\/\/|\/\*|#|--|;|%|<!--|"""|'''|^\s*\*/;
const MAX_LINE = 2_000;

// @implements SRS-204
/**
 * A tag counts on a line that holds a comment mark before it, or inside a block whose lines begin with `*`; several ids
 * are parted by commas. `medward:off` and `medward:on` on lines of their own leave out what stands between.
 */
export function readCodeTags(source: Source): readonly CodeTag[] {
  if (!source.text.includes('@implements') && !source.text.includes('@verifies')) return [];
  const tags: CodeTag[] = [];
  let off = false;
  let at = 0;
  for (const line of source.text.split('\n')) {
    if (line.includes('medward:off')) off = true;
    else if (line.includes('medward:on')) off = false;
    else if (!off && line.length <= MAX_LINE) tags.push(...tagsIn(line, at, source));
    at += line.length + 1;
  }
  return tags;
}

function tagsIn(line: string, lineAt: number, source: Source): readonly CodeTag[] {
  return [...line.matchAll(TAG)].flatMap((match) => {
    if (!COMMENT.test(line.slice(0, match.index))) return [];
    const field = match[1] as CodeTag['field'];
    const idsAt = match.index + match[0].indexOf(match[2] ?? '');
    return [...(match[2] ?? '').matchAll(/[A-Za-z][\w.-]*/g)].map((id) => ({
      field,
      id: id[0],
      file: source.path,
      spot: { source, offset: lineAt + idsAt + id.index },
    }));
  });
}
