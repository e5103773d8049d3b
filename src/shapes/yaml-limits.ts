/** Looks over a YAML text before it is parsed: the parser spends memory on every mark and stack on every level. */
import type { YamlProblem } from './yaml-tree.js';

export interface TooMuch extends YamlProblem {
  /** Too much in all, not too deep at one place. */
  readonly isTooLarge: boolean;
}

/** Nodes of one text, once aliases are followed: allows some thousand records in one file. */
export const MAX_NODES = 500_000;
/** Characters of all scalars, once aliases are followed; a file itself holds far fewer. */
export const MAX_LETTERS = 20_000_000;
/** Half of what overflows the parser's stack; what a record may hold is checked exactly afterwards. */
const MAX_OPEN = 500;

// @implements SRS-908
/**
 * Counts marks by their looks, also where they are text: a quick look that may count too much, so the limits are far
 * above what people write. About 5 ms for a megabyte.
 * @returns what is too much, at its place; `undefined` if the text may be parsed
 */
export function whyTooMuch(text: string): TooMuch | undefined {
  const indents: number[] = [];
  let lineStart = 0;
  let isLeading = true;
  let brackets = 0;
  let marks = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === NEWLINE) {
      lineStart = at + 1;
      isLeading = true;
      continue;
    }
    if (char === SPACE) continue;
    if (isLeading) {
      openLevel(indents, at - lineStart);
      // After a dash or a question mark the next word opens a level of its own.
      isLeading = (char === DASH || char === QUESTION) && text.charCodeAt(at + 1) === SPACE;
    }
    if (char === 91 || char === 123) brackets++;
    else if ((char === 93 || char === 125) && brackets > 0) brackets--;
    if (isMark(char, text, at, lineStart)) marks++;
    if (brackets + indents.length > MAX_OPEN)
      return { at, message: `Too deeply nested: more than ${MAX_OPEN} levels.`, isTooLarge: false };
    if (marks > MAX_NODES)
      return { at, message: `Too many values: more than ${MAX_NODES}. Split the file.`, isTooLarge: true };
  }
  return undefined;
}

const NEWLINE = 10;
const SPACE = 32;
const DASH = 45;
const QUESTION = 63;
/** Gives the parser a node or an error wherever it stands. */
const ALWAYS = 1;
/** Begins or ends a document, or is a directive. */
const AT_LINE_START = 2;
const BEFORE_BLANK = 4;

/** By the code of the mark: every letter of every file is looked up here. */
const MARKS = new Uint8Array(128);
for (const mark of '[]{},"\'\\&*!`@') MARKS[mark.charCodeAt(0)] = ALWAYS;
for (const mark of '.%') MARKS[mark.charCodeAt(0)] = AT_LINE_START;
for (const mark of '?:') MARKS[mark.charCodeAt(0)] = BEFORE_BLANK;
MARKS[DASH] = AT_LINE_START | BEFORE_BLANK;

function isMark(char: number, text: string, at: number, lineStart: number): boolean {
  const mark = MARKS[char] ?? 0;
  if (mark === 0) return false;
  if (mark & ALWAYS || (mark & AT_LINE_START && at === lineStart)) return true;
  if (!(mark & BEFORE_BLANK)) return false;
  const next = text.charCodeAt(at + 1);
  return Number.isNaN(next) || next <= SPACE;
}

function openLevel(indents: number[], column: number): void {
  while ((indents.at(-1) ?? -1) >= column) indents.pop();
  indents.push(column);
}
