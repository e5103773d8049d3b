/**
 * Reads JSON (RFC 8259) into the tree that YAML is read into: numbers keep their digits, each value knows where it
 * stands, and a key that stands twice is told, which `JSON.parse` does without a word.
 */
import type { YamlEntry, YamlProblem, YamlRead, YamlTree } from '../shapes/index.js';
import { LIMITS } from './limits.js';

export function readJson(text: string): YamlRead {
  const reader = new JsonReader(text);
  try {
    return { tree: reader.document(), problems: reader.problems };
  } catch (error) {
    if (error instanceof JsonFault) return { tree: undefined, problems: [{ at: error.at, message: error.message }] };
    throw error;
  }
}

/** Ends the reading of one text; never leaves this file. */
class JsonFault extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const BLANK = /[ \t\n\r]*/y;

class JsonReader {
  readonly #text: string;
  #at = 0;
  #values = 0;
  readonly problems: YamlProblem[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  document(): YamlTree {
    const tree = this.#value(0);
    this.#blank();
    if (this.#at < this.#text.length) this.#fail('Something stands behind the end of the JSON document.');
    return tree;
  }

  #value(depth: number): YamlTree {
    this.#blank();
    if (depth > LIMITS.depth) this.#fail(`Too deeply nested: more than ${LIMITS.depth} levels.`);
    if (++this.#values > LIMITS.values) this.#fail(`Too many values: more than ${LIMITS.values}.`);
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#list(depth);
      case '"':
        return { is: 'scalar', at: this.#at, text: this.#string(), plain: false };
      default:
        return this.#word();
    }
  }

  #object(depth: number): YamlTree {
    const at = this.#at++;
    const entries = new Map<string, YamlEntry>();
    for (let isFirst = true; !this.#ends('}', isFirst); isFirst = false) {
      this.#blank();
      const keyAt = this.#at;
      if (this.#text[keyAt] !== '"') this.#fail('A key in quotes is expected here.');
      const key = this.#string();
      this.#blank();
      if (this.#text[this.#at++] !== ':') this.#fail('A `:` is expected behind a key.', this.#at - 1);
      const value = this.#value(depth + 1);
      if (!entries.has(key)) entries.set(key, { key, keyAt, value });
      else this.problems.push({ at: keyAt, message: 'This key stands twice; only the first one is read.' });
    }
    return { is: 'map', entries: [...entries.values()], at };
  }

  #list(depth: number): YamlTree {
    const at = this.#at++;
    const items: YamlTree[] = [];
    for (let isFirst = true; !this.#ends(']', isFirst); isFirst = false) items.push(this.#value(depth + 1));
    return { is: 'list', items, at };
  }

  /** Steps over the end, or over the comma before the next value. */
  #ends(bracket: string, isFirst: boolean): boolean {
    this.#blank();
    const char = this.#text[this.#at];
    if (char === bracket) {
      this.#at++;
      return true;
    }
    if (isFirst) return false;
    if (char !== ',')
      this.#fail(char === undefined ? 'The file ends too early.' : `\`,\` or \`${bracket}\` is expected here.`);
    this.#at++;
    return false;
  }

  #string(): string {
    const start = this.#at;
    let end = start + 1;
    let isPlain = true;
    for (; this.#text[end] !== '"'; end++) {
      if (end >= this.#text.length) this.#fail('A text begins here and does not end.', start);
      if (this.#text[end] === '\\') end++;
      if (this.#text.charCodeAt(end) < 32 || this.#text[end - 1] === '\\') isPlain = false;
    }
    this.#at = end + 1;
    if (isPlain) return this.#text.slice(start + 1, end);
    try {
      return JSON.parse(this.#text.slice(start, end + 1)) as string;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return this.#fail(
        'This text holds a character that JSON wants escaped, or an escape that it does not know.',
        start,
      );
    }
  }

  #word(): YamlTree {
    const at = this.#at;
    const text = this.#match(WORD) || this.#match(NUMBER);
    if (text === '')
      this.#fail(at >= this.#text.length ? 'The file ends too early.' : 'A JSON value is expected here.');
    return { is: 'scalar', text, plain: true, at };
  }

  #blank(): void {
    this.#match(BLANK);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #fail(message: string, at = this.#at): never {
    throw new JsonFault(Math.min(at, this.#text.length), message);
  }
}
