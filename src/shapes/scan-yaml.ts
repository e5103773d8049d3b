/** Reads the plain part of YAML that records are written in, more than ten times as fast as the library; gives up at all else. */
import type { YamlEntry, YamlList, YamlMap, YamlScalar, YamlTree } from './yaml-tree.js';

// @implements SRS-115
/**
 * Knows block mappings and lists, one-line keys, plain and quoted scalars, `[ ]` and `{ }`, `|` and `>`, comments, lines
 * that end as on Windows. It must give what the library gives, with the same offsets, or give up: anchors, tags, merge
 * keys, tabs, odd indentation and every mistake are the library's, which also has the words for them. `npm run fuzz`
 * compares the two.
 * @param base offset of `text` in its file, added to every place
 * @param limits deepest level and number of nodes; past them the library tells what is too much
 * @returns `undefined` where the library has to read
 */
export function scanYaml(
  text: string,
  base: number,
  limits: { readonly depth: number; readonly nodes: number },
): YamlTree | undefined {
  const places = new Places(text, base);
  if (SPECIAL.test(places.text)) return undefined;
  try {
    return new Scanner(places, limits).scan();
  } catch (error) {
    if (error === BEYOND) return undefined;
    throw error;
  }
}

/** The text with every line ended alike, and where each of its letters stands in the file. */
class Places {
  readonly text: string;
  readonly #base: number;
  /** Offsets in `text` of the line ends before which a carriage return was taken out. */
  readonly #returns: readonly number[];
  /** How many of them stand before the place that was asked for last: places are asked for in order, nearly. */
  #passed = 0;

  constructor(text: string, base: number) {
    const lines = text.includes('\r\n') ? text.split('\r\n') : undefined;
    this.text = lines ? lines.join('\n') : text;
    this.#base = base;
    let at = -1;
    this.#returns = lines ? lines.slice(1).map((_, index) => (at += (lines[index]?.length ?? 0) + 1)) : NONE;
  }

  of(at: number): number {
    const returns = this.#returns;
    while ((returns[this.#passed] ?? at) < at) this.#passed++;
    while (this.#passed > 0 && (returns[this.#passed - 1] ?? 0) >= at) this.#passed--;
    return this.#base + at + this.#passed;
  }
}

const NONE: readonly number[] = [];

/** Thrown to leave at any depth; one for all, because a stack trace would cost more than the scan. */
const BEYOND = new Error('Beyond the plain part of YAML.');

function giveUp(): never {
  throw BEYOND;
}

/** Tabs, carriage returns inside a line, control characters, marks of byte order and separators of lines. */
const SPECIAL = /[^\n\x20-\x7e\u00a0-\u2027\u202a-\ufefe\uff00-\uffff]/;
const KEY = /[A-Za-z0-9_][\w.-]{0,60}(?: [\w.-]{1,60}){0,5}:(?=[ \n]|$)/y;
/** `|` or `>` with `-`; other headers are rare. */
const BLOCK_HEADER = /[|>]-?(?= *(?:\n|$))/y;
/** What a plain scalar cannot begin with here; a dash is looked at more closely. */
const NOT_PLAIN = new Set(Array.from('?:,[]{}#&*!|>\'"%@`', (mark) => mark.charCodeAt(0)));

const NEWLINE = 10;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;
const PIPE = 124;
const GREATER = 62;

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', n: '\n', t: '\t' };

class Scanner {
  readonly #text: string;
  readonly #places: Places;
  readonly #maxDepth: number;
  #nodesLeft: number;
  #at = 0;
  /** Column of the word at `#at` if it begins a node, -1 at the end. */
  #indent = -1;
  /** Whether the plain line that was read last ended with a comment. */
  #isCommented = false;

  constructor(places: Places, limits: { readonly depth: number; readonly nodes: number }) {
    this.#text = places.text;
    this.#places = places;
    this.#maxDepth = limits.depth;
    this.#nodesLeft = limits.nodes;
  }

  scan(): YamlTree {
    this.#toContent();
    if (this.#indent < 0) giveUp();
    const tree = this.#collection(0);
    // What stands further in, or less far, than any open mapping or list fits nowhere and is left over.
    if (this.#indent >= 0) giveUp();
    return tree;
  }

  /** From the start of a line over blank lines and comments to the next word. */
  #toContent(): void {
    const text = this.#text;
    for (let lineStart = this.#at; ;) {
      let at = lineStart;
      while (text.charCodeAt(at) === SPACE) at++;
      const char = text.charCodeAt(at);
      if (char !== NEWLINE && char !== HASH) {
        this.#at = at;
        this.#indent = at >= text.length ? -1 : at - lineStart;
        return;
      }
      lineStart = this.#afterLine(at);
    }
  }

  /** Offset of the next line, or of the end. */
  #afterLine(at: number): number {
    const newline = this.#text.indexOf('\n', at);
    return newline === -1 ? this.#text.length : newline + 1;
  }

  /** The rest of the line holds at most a comment; goes to the next word. */
  #endLine(): void {
    const start = this.#at;
    this.#skipSpaces();
    const char = this.#text.charCodeAt(this.#at);
    if (char === HASH ? this.#at === start : char !== NEWLINE && this.#at < this.#text.length) giveUp();
    this.#at = this.#afterLine(this.#at);
    this.#toContent();
  }

  #skipSpaces(): void {
    while (this.#text.charCodeAt(this.#at) === SPACE) this.#at++;
  }

  #isDash(): boolean {
    if (this.#text.charCodeAt(this.#at) !== DASH) return false;
    const next = this.#text.charCodeAt(this.#at + 1);
    return next === SPACE || next === NEWLINE || this.#at + 1 === this.#text.length;
  }

  #count(depth: number): void {
    if (depth > this.#maxDepth || --this.#nodesLeft < 0) giveUp();
  }

  /** A block mapping or list whose first word is here. */
  #collection(depth: number): YamlTree {
    return this.#isDash() ? this.#list(this.#indent, depth) : this.#map(this.#indent, depth);
  }

  #map(indent: number, depth: number): YamlMap {
    this.#count(depth);
    const at = this.#places.of(this.#at);
    const entries: YamlEntry[] = [];
    while (this.#indent === indent) {
      const key = this.#key() ?? giveUp();
      const keyAt = this.#places.of(this.#at);
      this.#at += key.length + 1;
      entries.push({ key, keyAt, value: this.#value(indent, depth + 1, 'of a key') });
    }
    return mapOf(entries, at);
  }

  #key(): string | undefined {
    KEY.lastIndex = this.#at;
    // A list of groups for each key would cost more than looking for it.
    return KEY.test(this.#text) ? this.#text.slice(this.#at, KEY.lastIndex - 1) : undefined;
  }

  #list(indent: number, depth: number): YamlList {
    this.#count(depth);
    const at = this.#places.of(this.#at);
    const items: YamlTree[] = [];
    while (this.#indent === indent && this.#isDash()) {
      const dash = this.#at;
      this.#at++;
      this.#skipSpaces();
      if (this.#isDash() || this.#key() !== undefined) {
        this.#indent = indent + this.#at - dash;
        items.push(this.#collection(depth + 1));
      } else items.push(this.#value(indent, depth + 1, 'of a dash'));
    }
    return { is: 'list', items, at };
  }

  /** What stands after `key:` or `-`, on this line or below it. */
  #value(parent: number, depth: number, what: 'of a key' | 'of a dash'): YamlTree {
    this.#skipSpaces();
    const at = this.#at;
    const char = this.#text.charCodeAt(at);
    if (at < this.#text.length && char !== NEWLINE && char !== HASH) return this.#inline(parent, depth);
    this.#endLineAfterSpace();
    if (this.#indent > parent) return this.#below(parent, depth);
    if (this.#indent === parent && what === 'of a key' && this.#isDash()) return this.#list(parent, depth);
    this.#count(depth);
    return { is: 'scalar', text: '', plain: true, at: this.#places.of(at) };
  }

  #endLineAfterSpace(): void {
    this.#at = this.#afterLine(this.#at);
    this.#toContent();
  }

  #below(parent: number, depth: number): YamlTree {
    const char = this.#text.charCodeAt(this.#at);
    if (char !== OPEN_LIST && char !== OPEN_MAP) return this.#collection(depth);
    const tree = this.#flow(parent, depth);
    this.#endLine();
    return tree;
  }

  #inline(parent: number, depth: number): YamlTree {
    const char = this.#text.charCodeAt(this.#at);
    if (char === PIPE || char === GREATER) return this.#block(parent, depth);
    if (char === OPEN_LIST || char === OPEN_MAP || char === DOUBLE_QUOTE || char === SINGLE_QUOTE) {
      const tree = this.#flow(parent, depth);
      this.#endLine();
      return tree;
    }
    return this.#plain(parent, depth);
  }

  #plain(parent: number, depth: number): YamlScalar {
    this.#count(depth);
    this.#checkPlainStart();
    const at = this.#places.of(this.#at);
    let text = this.#plainLine();
    let blank = 0;
    while (!this.#isCommented && this.#at < this.#text.length) {
      const lineStart = this.#at;
      this.#skipSpaces();
      const indent = this.#at - lineStart;
      if (this.#text.charCodeAt(this.#at) === NEWLINE) {
        blank++;
        this.#at++;
        continue;
      }
      if (this.#at === this.#text.length) break;
      if (indent <= parent || this.#text.charCodeAt(this.#at) === HASH) {
        this.#at = lineStart;
        break;
      }
      const line = this.#plainLine();
      text += (blank === 0 ? ' ' : '\n'.repeat(blank)) + line;
      blank = 0;
    }
    this.#toContent();
    return { is: 'scalar', text, plain: true, at };
  }

  #checkPlainStart(): void {
    const char = this.#text.charCodeAt(this.#at);
    if (NOT_PLAIN.has(char) || (char === DASH && this.#isDash())) giveUp();
  }

  /** The rest of the line as text, without a comment, which is remembered; goes to the next line. */
  #plainLine(): string {
    const next = this.#afterLine(this.#at);
    const line = trimmed(this.#text, this.#at, next);
    this.#at = next;
    const hash = line.indexOf(' #');
    this.#isCommented = hash !== -1;
    const text = hash === -1 ? line : trimmed(line, 0, hash);
    if (text.endsWith(':') || text.includes(': ')) giveUp();
    return text;
  }

  /** `[ ]`, `{ }` or a quoted scalar; stops right after it. */
  #flow(parent: number, depth: number): YamlTree {
    const char = this.#text.charCodeAt(this.#at);
    if (char === OPEN_LIST) return this.#flowList(parent, depth);
    if (char === OPEN_MAP) return this.#flowMap(parent, depth);
    this.#count(depth);
    if (char === DOUBLE_QUOTE) return this.#doubleQuoted();
    if (char === SINGLE_QUOTE) return this.#singleQuoted();
    const at = this.#places.of(this.#at);
    return { is: 'scalar', text: this.#flowPlain(), plain: true, at };
  }

  #flowList(parent: number, depth: number): YamlList {
    this.#count(depth);
    const at = this.#places.of(this.#at);
    const items: YamlTree[] = [];
    this.#at++;
    this.#flowGap(parent);
    while (this.#text.charCodeAt(this.#at) !== CLOSE_LIST) {
      items.push(this.#flow(parent, depth + 1));
      this.#flowNext(parent, CLOSE_LIST);
    }
    this.#at++;
    return { is: 'list', items, at };
  }

  #flowMap(parent: number, depth: number): YamlMap {
    this.#count(depth);
    const at = this.#places.of(this.#at);
    const entries: YamlEntry[] = [];
    this.#at++;
    this.#flowGap(parent);
    while (this.#text.charCodeAt(this.#at) !== CLOSE_MAP) {
      const keyAt = this.#places.of(this.#at);
      const key = this.#flowPlain();
      if (this.#text.charCodeAt(this.#at) !== COLON || this.#text.charCodeAt(this.#at + 1) !== SPACE) giveUp();
      this.#at++;
      this.#skipSpaces();
      entries.push({ key, keyAt, value: this.#flow(parent, depth + 1) });
      this.#flowNext(parent, CLOSE_MAP);
    }
    this.#at++;
    return mapOf(entries, at);
  }

  /** Over a comma to the next item, or to the closing mark. */
  #flowNext(parent: number, close: number): void {
    this.#flowGap(parent);
    if (this.#text.charCodeAt(this.#at) === COMMA) {
      this.#at++;
      this.#flowGap(parent);
    } else if (this.#text.charCodeAt(this.#at) !== close) giveUp();
  }

  /** Spaces and lines between items; each new line stands further in than what holds the collection. */
  #flowGap(parent: number): void {
    this.#skipSpaces();
    while (this.#text.charCodeAt(this.#at) === NEWLINE) {
      const lineStart = ++this.#at;
      this.#skipSpaces();
      if (this.#text.charCodeAt(this.#at) !== NEWLINE && this.#at - lineStart <= parent) giveUp();
    }
  }

  #flowPlain(): string {
    const text = this.#text;
    const start = this.#at;
    this.#checkPlainStart();
    let at = start;
    for (; at < text.length; at++) {
      const char = text.charCodeAt(at);
      if (char === COMMA || char === CLOSE_LIST || char === CLOSE_MAP || char === NEWLINE) break;
      if (char === COLON && endsPlain(text.charCodeAt(at + 1))) break;
      if (char === OPEN_LIST || char === OPEN_MAP) giveUp();
      if (char === HASH && text.charCodeAt(at - 1) === SPACE) giveUp();
    }
    this.#at = at;
    const plain = trimmed(text, start, at);
    if (plain === '-' || plain === '') giveUp();
    return plain;
  }

  #doubleQuoted(): YamlScalar {
    const start = this.#at;
    let end = this.#text.indexOf('"', start + 1);
    while (end !== -1 && backslashesBefore(this.#text, end) % 2 === 1) end = this.#text.indexOf('"', end + 1);
    const raw = this.#quoted(start, end);
    const text = raw.includes('\\') ? raw.replaceAll(/\\([^])/g, (_, mark: string) => ESCAPES[mark] ?? giveUp()) : raw;
    return { is: 'scalar', text, plain: false, at: this.#places.of(start) };
  }

  #singleQuoted(): YamlScalar {
    const start = this.#at;
    let end = this.#text.indexOf("'", start + 1);
    while (end !== -1 && this.#text.charCodeAt(end + 1) === SINGLE_QUOTE) end = this.#text.indexOf("'", end + 2);
    const text = this.#quoted(start, end).replaceAll("''", "'");
    return { is: 'scalar', text, plain: false, at: this.#places.of(start) };
  }

  #quoted(start: number, end: number): string {
    if (end === -1) giveUp();
    const raw = this.#text.slice(start + 1, end);
    if (raw.includes('\n')) giveUp();
    this.#at = end + 1;
    return raw;
  }

  /** A text below `|` or `>`, as long as lines stand as far in as its first one. */
  #block(parent: number, depth: number): YamlScalar {
    this.#count(depth);
    const at = this.#places.of(this.#at);
    BLOCK_HEADER.lastIndex = this.#at;
    const header = BLOCK_HEADER.exec(this.#text)?.[0] ?? giveUp();
    this.#at = this.#afterLine(this.#at);
    const lines = this.#blockLines(parent);
    const text = header.startsWith('|') ? lines.join('\n') : folded(lines);
    return { is: 'scalar', text: header.endsWith('-') ? text : `${text}\n`, plain: false, at };
  }

  /** @returns lines without their common indentation, blank ones empty, none of them at the end */
  #blockLines(parent: number): readonly string[] {
    const text = this.#text;
    const lines: string[] = [];
    let indent = -1;
    let kept = 0;
    while (this.#at < text.length) {
      const lineStart = this.#at;
      this.#skipSpaces();
      const column = this.#at - lineStart;
      const next = this.#afterLine(this.#at);
      const isBlank = this.#at === text.length || text.charCodeAt(this.#at) === NEWLINE;
      if (isBlank) {
        // Blank lines that reach into the text, or stand before it with spaces, are rare and have rules of their own.
        if (indent === -1 ? column > 0 : column > indent) giveUp();
        lines.push('');
      } else if (indent === -1 ? column <= parent : column < indent) {
        if (column > parent || indent === -1) giveUp();
        this.#at = lineStart;
        break;
      } else {
        if (indent === -1) indent = column;
        lines.push(text.slice(lineStart + indent, text.charCodeAt(next - 1) === NEWLINE ? next - 1 : next));
        kept = lines.length;
      }
      this.#at = next;
    }
    if (indent === -1) giveUp();
    this.#toContent();
    return lines.slice(0, kept);
  }
}

function mapOf(entries: readonly YamlEntry[], at: number): YamlMap {
  // Twice the same key, and keys that merge, are the library's.
  if (hasTwice(entries) || entries.some(({ key }) => key === '<<')) giveUp();
  return { is: 'map', entries, at };
}

/** As many keys as a record has fields are compared one by one: there is a map for each record. */
const FEW_KEYS = 16;

function hasTwice(entries: readonly YamlEntry[]): boolean {
  if (entries.length > FEW_KEYS) return new Set(entries.map(({ key }) => key)).size < entries.length;
  return entries.some(({ key }, at) => entries.findIndex((other) => other.key === key) < at);
}

/** Whether a colon before this character ends a plain scalar inside `[ ]` or `{ }`. */
function endsPlain(next: number): boolean {
  return (
    Number.isNaN(next) ||
    next === SPACE ||
    next === NEWLINE ||
    next === COMMA ||
    next === OPEN_LIST ||
    next === CLOSE_LIST ||
    next === OPEN_MAP ||
    next === CLOSE_MAP
  );
}

/** Without spaces and line ends behind it; other white space is text in YAML. */
function trimmed(text: string, start: number, next: number): string {
  let end = next;
  while (end > start && (text.charCodeAt(end - 1) === SPACE || text.charCodeAt(end - 1) === NEWLINE)) end--;
  return text.slice(start, end);
}

function backslashesBefore(text: string, at: number): number {
  let count = 0;
  while (text[at - 1 - count] === '\\') count++;
  return count;
}

/** Lines of one paragraph become one line; blank lines and lines that stand further in keep their breaks. */
function folded(lines: readonly string[]): string {
  let text = '';
  let gap = '';
  let wasFurtherIn = false;
  for (const line of lines) {
    if (line.startsWith(' ')) {
      if (gap === ' ') gap = '\n';
      else if (!wasFurtherIn && gap === '\n') gap = '\n\n';
      text += gap + line;
      gap = '\n';
      wasFurtherIn = true;
    } else if (line === '') {
      if (gap === '\n') text += '\n';
      else gap = '\n';
    } else {
      text += gap + line;
      gap = ' ';
      wasFurtherIn = false;
    }
  }
  return text;
}
