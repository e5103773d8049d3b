/** Cuts a Markdown text into front matter and headings with the YAML block right under them; nothing inside fences counts. */

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
  /** Offset after the line. */
  readonly end: number;
  readonly yaml: Block | undefined;
}

export interface MarkdownCut {
  readonly front: Block | undefined;
  readonly bodyAt: number;
  readonly headings: readonly Heading[];
}

interface Line {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

export function cutMarkdown(text: string): MarkdownCut {
  const lines = linesOf(text);
  const front = frontMatter(text, lines);
  const headings: Heading[] = [];
  let index = front ? front.lines : 0;
  while (index < lines.length) {
    const line = lines[index];
    if (!line) break;
    const fence = openFence(line.text);
    const heading = /^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line.text);
    if (fence) index = afterFence(lines, index, fence);
    else if (heading) {
      const under = yamlUnder(text, lines, index + 1);
      const words = heading[1] ?? '';
      headings.push({
        at: line.at,
        textAt: line.at + line.text.indexOf(words),
        text: words,
        end: line.end,
        yaml: under?.block,
      });
      index = under?.next ?? index + 1;
    } else index++;
  }
  return { front: front?.block, bodyAt: front?.block.end ?? 0, headings };
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline + 1;
    lines.push({ at, end, text: text.slice(at, newline === -1 ? end : newline).replace(/\r$/, '') });
    at = end;
  }
  return lines;
}

function frontMatter(text: string, lines: readonly Line[]): { block: Block; lines: number } | undefined {
  const first = lines[0];
  if (!first || first.text.trimEnd() !== '---') return undefined;
  const close = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line.text));
  const closing = lines[close];
  if (!closing) return undefined;
  return { block: { text: text.slice(first.end, closing.at), at: first.end, end: closing.end }, lines: close + 1 };
}

interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly info: string;
}

function openFence(line: string): Fence | undefined {
  const match = /^ {0,3}(`{3,}|~{3,})\s*([^`]*)$/.exec(line);
  if (!match) return undefined;
  const marks = match[1] ?? '';
  return { mark: marks[0] ?? '`', length: marks.length, info: (match[2] ?? '').trim() };
}

/** @returns index of the line after the closing fence, or the end: an open fence runs to the end of the file */
function afterFence(lines: readonly Line[], open: number, fence: Fence): number {
  const close = closingLine(lines, open, fence);
  return close === undefined ? lines.length : close + 1;
}

function closingLine(lines: readonly Line[], open: number, fence: Fence): number | undefined {
  const closes = new RegExp(`^ {0,3}\\${fence.mark}{${fence.length},}\\s*$`);
  for (let index = open + 1; index < lines.length; index++) {
    if (closes.test(lines[index]?.text ?? '')) return index;
  }
  return undefined;
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
