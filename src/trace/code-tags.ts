/** Finds tags such as `@implements` with the id of a requirement in comments of source code, in any language. */
import type { Source, Spot } from '../shapes/index.js';

export interface CodeTag {
  readonly field: 'implements' | 'verifies';
  readonly id: string;
  readonly file: string;
  readonly spot: Spot;
}

const TAG = /@(implements|verifies)[ \t]+([A-Za-z][\w.]*-[\w.-]*\w(?:[ \t]*,[ \t]*[A-Za-z][\w.]*-[\w.-]*\w)*)/g;
const COMMENT = /\/\/|\/\*|#|--|;|%|<!--|"""|'''|^\s*\*/g;
const QUOTES = ['"', "'", '`'];
const MAX_LINE = 2_000;

// @implements SRS-204
/**
 * A tag counts on a line that holds a comment mark before it, or inside a block whose lines begin with `*`, unless the mark
 * is part of a quoted text; several ids are parted by commas. `medward:off` and `medward:on` on lines of their own leave
 * out what stands between.
 */
export function readCodeTags(source: Source): readonly CodeTag[] {
  if (!source.text.includes('@implements') && !source.text.includes('@verifies')) return [];
  const tags: CodeTag[] = [];
  const ids = new Map<string, string>();
  let off = false;
  let at = 0;
  for (const line of source.text.split('\n')) {
    if (line.includes('medward:off')) off = true;
    else if (line.includes('medward:on')) off = false;
    else if (!off && line.length <= MAX_LINE && line.includes('@')) tags.push(...tagsIn(line, at, source, ids));
    at += line.length + 1;
  }
  return tags;
}

/** @param ids of the file so far: a million tags mostly name the same ten thousand, and each is kept once */
function tagsIn(line: string, lineAt: number, source: Source, ids: Map<string, string>): readonly CodeTag[] {
  const tags = [...line.matchAll(TAG)];
  if (tags.length === 0) return [];
  const marks = marksIn(line);
  return tags.flatMap((match) => {
    if (!isInComment(match.index, match.index + match[0].length, line, marks)) return [];
    const field = match[1] as CodeTag['field'];
    const idsAt = match.index + match[0].indexOf(match[2] ?? '');
    return [...(match[2] ?? '').matchAll(/[A-Za-z][\w.-]*/g)].map((id) => ({
      field,
      id: known(id[0], ids),
      file: source.path,
      spot: { source, offset: lineAt + idsAt + id.index },
    }));
  });
}

function known(id: string, ids: Map<string, string>): string {
  const same = ids.get(id);
  if (same === undefined) ids.set(id, id);
  return same ?? id;
}

/** The first mark of a comment for each set of quotes that are open there, so that a line costs no more than its length. */
function marksIn(line: string): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  const open = new Set<string>();
  let at = 0;
  for (const { index } of line.matchAll(COMMENT)) {
    for (; at < index; at++) {
      const quote = line.charAt(at);
      if (QUOTES.includes(quote) && !open.delete(quote)) open.add(quote);
    }
    const quotes = QUOTES.filter((quote) => open.has(quote)).join('');
    if (!marks.has(quotes)) marks.set(quotes, index);
  }
  return marks;
}

/**
 * A mark in a text that opens before it and ends behind the tag on the same line is none: a test that holds code as text
 * implements and verifies nothing. A quote that is not closed there, such as an apostrophe, opens no text.
 */
function isInComment(from: number, to: number, line: string, marks: ReadonlyMap<string, number>): boolean {
  const isClosed = (quote: string): boolean => line.includes(quote, to);
  return [...marks].some(([quotes, at]) => at < from && !quotes.split('').some(isClosed));
}
