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

/** Lines by their number. Their words are cut out where somebody looks at them: most are prose. */
class Lines {
  readonly whole: string;
  /** Offsets of the lines, and of the end of the text. */
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts: number[] = [];
    for (let at = 0; at < text.length;) {
      starts.push(at);
      const newline = text.indexOf('\n', at);
      at = newline === -1 ? text.length : newline + 1;
    }
    starts.push(text.length);
    this.whole = text;
    this.#starts = starts;
  }

  get count(): number {
    return this.#starts.length - 1;
  }

  /** Offset of a line; of one behind the last, the end of the text. */
  at(line: number): number {
    return this.#starts[line] ?? this.whole.length;
  }

  /** Without its end; of a line that is not there nothing. */
  text(line: number): string {
    const start = this.at(line);
    let end = this.at(line + 1);
    if (end > start && this.whole[end - 1] === '\n') end--;
    if (end > start && this.whole[end - 1] === '\r') end--;
    return this.whole.slice(start, end);
  }

  isBlank(line: number): boolean {
    return line >= 0 && line < this.count && this.text(line).trim() === '';
  }

  /** Behind at most three blanks; of an empty line that which ends it. */
  firstSign(line: number): string | undefined {
    const at = this.at(line);
    return this.whole[at + blanksBefore(this.whole, at)];
  }
}

export function cutMarkdown(text: string): MarkdownCut {
  const lines = new Lines(text);
  const front = frontMatter(lines);
  if (front === 'unclosed') return { ...NOTHING, unclosed: { at: 0, what: 'front matter' } };
  const headings: Heading[] = [];
  let unclosed: MarkdownCut['unclosed'];
  let index = front ? front.lines : 0;
  while (index < lines.count) {
    if (isProse(lines, index)) {
      index++;
      continue;
    }
    const skipped = endOfFence(lines, index) ?? endOfComment(lines, index);
    if (skipped) {
      if (skipped.next === undefined) unclosed = { at: lines.at(index), what: skipped.what };
      index = skipped.next ?? lines.count;
      continue;
    }
    const line = lines.text(index);
    const heading = headingIn(line) ?? underlined(lines, index);
    const after = index + (heading?.lines ?? 1);
    if (!heading) index = after;
    else {
      const under = yamlUnder(lines, after);
      const at = lines.at(index);
      headings.push({
        at,
        textAt: at + line.indexOf(heading.text),
        text: heading.text,
        level: heading.level,
        isIndented: line.startsWith(' '),
        end: lines.at(after),
        yaml: under?.block,
      });
      index = under?.next ?? after;
    }
  }
  return { front: front?.block, bodyAt: front?.block.end ?? 0, headings, unclosed };
}

/** By its first sign, and whether a line of dashes may stand under it: most lines are, and need no closer look. */
function isProse(lines: Lines, index: number): boolean {
  const first = lines.firstSign(index);
  if (first === '#' || first === '`' || first === '~' || first === '<') return false;
  const below = lines.firstSign(index + 1);
  return below !== '=' && below !== '-';
}

const NOTHING = { front: undefined, bodyAt: 0, headings: [] } as const;

interface HeadingWords {
  readonly text: string;
  readonly level: number;
  readonly lines: number;
}

/** Closing marks are taken off by hand: a pattern for them needs time by the square of the blanks in the line. */
function headingIn(line: string): HeadingWords | undefined {
  const start = blanksBefore(line);
  const level = countOf('#', line, start);
  const behind = line[start + level];
  if (level === 0 || level > 6 || (behind !== undefined && behind !== ' ' && behind !== '\t')) return undefined;
  const words = line.slice(start + level).trim();
  const marks = words.length - withoutEnd(words, '#').length;
  const rest = words.slice(0, words.length - marks);
  const text = marks > 0 && (rest === '' || /\s/.test(rest.at(-1) ?? '')) ? rest.trimEnd() : words;
  return { text, level, lines: 1 };
}

/** At most three, as Markdown has it: behind more stands code. */
function blanksBefore(text: string, start = 0): number {
  let blanks = 0;
  while (blanks < 3 && text[start + blanks] === ' ') blanks++;
  return blanks;
}

function countOf(mark: string, line: string, start: number): number {
  let end = start;
  while (line[end] === mark) end++;
  return end - start;
}

function withoutEnd(text: string, mark: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === mark) end--;
  return text.slice(0, end);
}

/** A heading of the other sort: one line of words, and a line of `=` or `-` under it. */
function underlined(lines: Lines, index: number): HeadingWords | undefined {
  const text = lines.text(index);
  const isAlone = index === 0 || lines.isBlank(index - 1);
  if (!isAlone || !/^ {0,3}[A-Za-z]/.test(text)) return undefined;
  const [, mark] = /^ {0,3}(=|-)\1*[ \t]*$/.exec(lines.text(index + 1)) ?? [];
  return mark === undefined ? undefined : { text: text.trim(), level: mark === '=' ? 1 : 2, lines: 2 };
}

/** A first line of dashes may also be a rule across the page: only where a field follows is it front matter. */
function frontMatter(lines: Lines): { block: Block; lines: number } | 'unclosed' | undefined {
  if (lines.text(0).trimEnd() !== '---') return undefined;
  for (let close = 1; close < lines.count; close++) {
    if (/^(---|\.\.\.)\s*$/.test(lines.text(close))) return { block: blockBetween(lines, 0, close), lines: close + 1 };
  }
  return /^[A-Za-z][\w-]*:(?:\s|$)/.test(lines.text(1)) ? 'unclosed' : undefined;
}

/** What stands between two lines. */
function blockBetween(lines: Lines, open: number, close: number): Block {
  const at = lines.at(open + 1);
  return { text: lines.whole.slice(at, lines.at(close)), at, end: lines.at(close + 1) };
}

interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly info: string;
}

function openFence(line: string): Fence | undefined {
  const start = blanksBefore(line);
  const mark = line[start];
  if (mark !== '`' && mark !== '~') return undefined;
  const length = countOf(mark, line, start);
  const info = line.slice(start + length).trim();
  // Marks of the same sort behind it: code within a line of text.
  if (length < 3 || (mark === '`' && info.includes('`'))) return undefined;
  return { mark, length, info };
}

interface Skipped {
  readonly what: 'fence' | 'comment';
  /** Index of the line behind it; `undefined`: it runs to the end of the file. */
  readonly next: number | undefined;
}

function endOfFence(lines: Lines, open: number): Skipped | undefined {
  const fence = openFence(lines.text(open));
  if (!fence) return undefined;
  const close = closingLine(lines, open, fence);
  return { what: 'fence', next: close === undefined ? undefined : close + 1 };
}

function endOfComment(lines: Lines, open: number): Skipped | undefined {
  const start = /^ {0,3}<!--/.exec(lines.text(open))?.[0].length;
  if (start === undefined) return undefined;
  for (let index = open; index < lines.count; index++) {
    if (lines.text(index).includes('-->', index === open ? start : 0)) return { what: 'comment', next: index + 1 };
  }
  return { what: 'comment', next: undefined };
}

function closingLine(lines: Lines, open: number, fence: Fence): number | undefined {
  for (let index = open + 1; index < lines.count; index++) {
    if (lines.firstSign(index) === fence.mark && closes(lines.text(index), fence)) return index;
  }
  return undefined;
}

/** Marks alone, and no fewer than opened it. */
function closes(line: string, { mark, length }: Fence): boolean {
  const run = line.trim();
  return run.length >= length && withoutEnd(run, mark) === '';
}

function yamlUnder(lines: Lines, from: number): { block: Block; next: number } | undefined {
  let open = from;
  while (lines.isBlank(open)) open++;
  const fence = openFence(lines.text(open));
  if (!fence || !/^ya?ml\b/i.test(fence.info)) return undefined;
  const close = closingLine(lines, open, fence);
  return close === undefined ? undefined : { block: blockBetween(lines, open, close), next: close + 1 };
}
