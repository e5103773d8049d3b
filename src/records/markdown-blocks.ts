/** Cuts a Markdown text into front matter and headings with the YAML block right under them; nothing in fences and comments counts. */

export interface Block {
  readonly text: string;
  readonly at: number;
  /** Offset after the closing line. */
  readonly end: number;
}

export interface Heading {
  /** Offset of the line. */
  readonly at: number;
  /** Offset of the first character after the marks. */
  readonly textAt: number;
  readonly text: string;
  /** 1 for `#` and for a line of `=` under it, to 6. */
  readonly level: number;
  /** Blanks stand before it, so it may belong to an item of a list. */
  readonly isIndented: boolean;
  /** Offset after the line. */
  readonly end: number;
  readonly yaml: Block | undefined;
}

export interface MarkdownCut {
  readonly front: Block | undefined;
  readonly bodyAt: number;
  readonly headings: readonly Heading[];
  /** What was opened and never closed, so that nothing behind it is read. */
  readonly unclosed: { readonly at: number; readonly what: 'front matter' | 'fence' | 'comment' } | undefined;
}

interface Line {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

export function cutMarkdown(text: string): MarkdownCut {
  const lines = linesOf(text);
  const front = frontMatter(text, lines);
  if (front === 'unclosed') return { ...NOTHING, unclosed: { at: 0, what: 'front matter' } };
  const headings: Heading[] = [];
  let unclosed: MarkdownCut['unclosed'];
  let index = front ? front.lines : 0;
  while (index < lines.length) {
    const line = lines[index];
    if (!line) break;
    if (isProse(lines, index)) {
      index++;
      continue;
    }
    const skipped = endOfFence(lines, index) ?? endOfComment(lines, index);
    if (skipped) {
      if (skipped.next === undefined) unclosed = { at: line.at, what: skipped.what };
      index = skipped.next ?? lines.length;
      continue;
    }
    const heading = headingIn(line.text) ?? underlined(lines, index);
    const after = index + (heading?.lines ?? 1);
    if (!heading) index = after;
    else {
      const under = yamlUnder(text, lines, after);
      headings.push({
        at: line.at,
        textAt: line.at + line.text.indexOf(heading.text),
        text: heading.text,
        level: heading.level,
        isIndented: line.text.startsWith(' '),
        end: lines[after - 1]?.end ?? line.end,
        yaml: under?.block,
      });
      index = under?.next ?? after;
    }
  }
  return { front: front?.block, bodyAt: front?.block.end ?? 0, headings, unclosed };
}

/** By its first sign, and whether a line of dashes may stand under it: most lines are, and need no closer look. */
function isProse(lines: readonly Line[], index: number): boolean {
  const first = firstSign(lines[index]?.text ?? '');
  if (first === '#' || first === '`' || first === '~' || first === '<') return false;
  const below = firstSign(lines[index + 1]?.text ?? '');
  return below !== '=' && below !== '-';
}

function firstSign(line: string): string | undefined {
  let at = 0;
  while (at < 3 && line[at] === ' ') at++;
  return line[at];
}

const NOTHING = { front: undefined, bodyAt: 0, headings: [] } as const;

interface HeadingWords {
  readonly text: string;
  readonly level: number;
  readonly lines: number;
}

/** Closing marks are taken off by hand: a pattern for them needs time by the square of the blanks in the line. */
function headingIn(line: string): HeadingWords | undefined {
  const opening = /^ {0,3}#{1,6}(?=[ \t]|$)/.exec(line);
  if (!opening) return undefined;
  const words = line.slice(opening[0].length).trim();
  const marks = words.length - withoutEnd(words, '#').length;
  const rest = words.slice(0, words.length - marks);
  const text = marks > 0 && (rest === '' || /\s/.test(rest.at(-1) ?? '')) ? rest.trimEnd() : words;
  return { text, level: opening[0].trimStart().length, lines: 1 };
}

function withoutEnd(text: string, mark: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === mark) end--;
  return text.slice(0, end);
}

/** A heading of the other sort: one line of words, and a line of `=` or `-` under it. */
function underlined(lines: readonly Line[], index: number): HeadingWords | undefined {
  const text = lines[index]?.text ?? '';
  const isAlone = index === 0 || lines[index - 1]?.text.trim() === '';
  if (!isAlone || !/^ {0,3}[A-Za-z]/.test(text)) return undefined;
  const [, mark] = /^ {0,3}(=|-)\1*[ \t]*$/.exec(lines[index + 1]?.text ?? '') ?? [];
  return mark === undefined ? undefined : { text: text.trim(), level: mark === '=' ? 1 : 2, lines: 2 };
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline + 1;
    const wordsEnd = newline === -1 ? end : newline;
    lines.push({ at, end, text: text.slice(at, text[wordsEnd - 1] === '\r' ? Math.max(at, wordsEnd - 1) : wordsEnd) });
    at = end;
  }
  return lines;
}

/** A first line of dashes may also be a rule across the page: only where a field follows is it front matter. */
function frontMatter(text: string, lines: readonly Line[]): { block: Block; lines: number } | 'unclosed' | undefined {
  const first = lines[0];
  if (!first || first.text.trimEnd() !== '---') return undefined;
  const close = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line.text));
  const closing = lines[close];
  if (!closing) return /^[A-Za-z][\w-]*:(?:\s|$)/.test(lines[1]?.text ?? '') ? 'unclosed' : undefined;
  return { block: { text: text.slice(first.end, closing.at), at: first.end, end: closing.end }, lines: close + 1 };
}

interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly info: string;
}

function openFence(line: string): Fence | undefined {
  const marks = /^ {0,3}(`{3,}|~{3,})/.exec(line);
  const run = marks?.[1];
  if (!marks || run === undefined) return undefined;
  const info = line.slice(marks[0].length).trim();
  // Marks of the same sort behind it: code within a line of text.
  if (run.startsWith('`') && info.includes('`')) return undefined;
  return { mark: run[0] ?? '`', length: run.length, info };
}

interface Skipped {
  readonly what: 'fence' | 'comment';
  /** Index of the line behind it; `undefined`: it runs to the end of the file. */
  readonly next: number | undefined;
}

function endOfFence(lines: readonly Line[], open: number): Skipped | undefined {
  const fence = openFence(lines[open]?.text ?? '');
  if (!fence) return undefined;
  const close = closingLine(lines, open, fence);
  return { what: 'fence', next: close === undefined ? undefined : close + 1 };
}

function endOfComment(lines: readonly Line[], open: number): Skipped | undefined {
  const start = /^ {0,3}<!--/.exec(lines[open]?.text ?? '')?.[0].length;
  if (start === undefined) return undefined;
  for (let index = open; index < lines.length; index++) {
    if ((lines[index]?.text ?? '').includes('-->', index === open ? start : 0))
      return { what: 'comment', next: index + 1 };
  }
  return { what: 'comment', next: undefined };
}

function closingLine(lines: readonly Line[], open: number, fence: Fence): number | undefined {
  for (let index = open + 1; index < lines.length; index++) {
    if (closes(lines[index]?.text ?? '', fence)) return index;
  }
  return undefined;
}

/** At most three blanks, marks alone, and no fewer than opened it. */
function closes(line: string, { mark, length }: Fence): boolean {
  if (firstSign(line) !== mark) return false;
  const run = line.trim();
  return run.length >= length && withoutEnd(run, mark) === '';
}

function yamlUnder(text: string, lines: readonly Line[], from: number): { block: Block; next: number } | undefined {
  let index = from;
  while (lines[index]?.text.trim() === '') index++;
  const open = lines[index];
  const fence = open && openFence(open.text);
  if (!open || !fence || !/^ya?ml\b/i.test(fence.info)) return undefined;
  const close = closingLine(lines, index, fence);
  const closing = close === undefined ? undefined : lines[close];
  if (!closing || close === undefined) return undefined;
  return { block: { text: text.slice(open.end, closing.at), at: open.end, end: closing.end }, next: close + 1 };
}
