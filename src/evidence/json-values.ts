/** JSON in values: the parts at the wanted paths one after the other, never the whole text at once. */
import {
  Tokenizer,
  TokenizerError,
  TokenParser,
  TokenParserError,
  TokenType,
  type ParsedTokenInfo,
} from '@streamparser/json';
import { LIMITS } from './limits.js';
import type { ReportBytes } from './report-bytes.js';
import type { ReportSink } from './report.js';
import { textChunks } from './text-chunks.js';

export interface JsonPart {
  /** Keys and positions from the root, such as `['runs', 0, 'results', 17]`. */
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** Line in the report where the part ends, from 1. */
  readonly line: number;
}

const encoder = new TextEncoder();

class Stop extends Error {}

/**
 * @param paths such as `$.runs.*.results.*`; every part at one of them is handed on and then forgotten. What lies at no
 * path is kept until the part around it ends, so the paths must name every list that can grow long.
 * @param onKey told of each key outside of such parts, with the keys and positions above it
 * @returns whether the document was read to its end without a fault
 */
export function readJson(
  report: ReportBytes,
  paths: readonly string[],
  onPart: (part: JsonPart) => void,
  sink: Pick<ReportSink, 'problem'>,
  onKey: (path: readonly (string | number)[]) => void = () => undefined,
): boolean {
  const lines = new LineCount();
  const onValue = (path: (string | number)[], value: unknown): void =>
    onPart({ path, value, line: lines.at(reader.offset()) });
  const reader = partReader(paths, onValue, onKey);
  try {
    // The tokenizer throws at bytes that are no UTF-8; text that was decoded before can be told and read on.
    for (const text of textChunks(report, sink)) {
      const chunk = encoder.encode(text);
      lines.next(chunk);
      reader.write(chunk);
    }
    reader.end();
    return true;
  } catch (error) {
    if (!isFault(error)) throw error;
    sink.problem(faultText(error), lines.at(reader.offset()));
    return false;
  }
}

export interface JsonHead {
  /** The root is a list; the keys are those of its first entry. */
  readonly isList: boolean;
  /** Keys with their values, where these are neither objects nor lists. */
  readonly keys: ReadonlyMap<string, unknown>;
}

/** Keys at the root, as far as the beginning of a report shows them; `undefined` if it is no JSON object or list. */
export function jsonHead(head: string): JsonHead | undefined {
  const keys = new Map<string, unknown>();
  let depth = 0;
  let isList: boolean | undefined;
  let entry = 0;
  let key: string | undefined;
  let isKey = true;
  const tokenizer = new Tokenizer();
  tokenizer.onToken = ({ token, value }) => {
    if (depth === 0) isList = token === TokenType.LEFT_BRACKET ? true : token === TokenType.LEFT_BRACE ? false : isList;
    if (depth === 1 && isList && token === TokenType.COMMA) entry++;
    if (depth === (isList ? 2 : 1) && entry === 0) {
      if (token === TokenType.COLON) isKey = false;
      else if (token === TokenType.COMMA) isKey = true;
      else if (isKey && typeof value === 'string') keys.set((key = value), undefined);
      else if (key !== undefined && step(token) === 0) keys.set(key, value);
    }
    depth += step(token);
  };
  tokenizer.onError = () => undefined;
  tokenizer.write(head);
  return isList === undefined ? undefined : { isList, keys };
}

/** @returns by how much a token changes the depth */
function step(token: TokenType): -1 | 0 | 1 {
  switch (token) {
    case TokenType.LEFT_BRACE:
    case TokenType.LEFT_BRACKET:
      return 1;
    case TokenType.RIGHT_BRACE:
    case TokenType.RIGHT_BRACKET:
      return -1;
    default:
      return 0;
  }
}

interface PartReader {
  write(chunk: Uint8Array): void;
  end(): void;
  /** Of the last token, in bytes. */
  offset(): number;
}

function partReader(
  paths: readonly string[],
  onPart: (path: (string | number)[], value: unknown) => void,
  onKey: (path: readonly (string | number)[]) => void,
): PartReader {
  const tokenizer = new Tokenizer();
  const parser = new TokenParser({ paths: [...paths], keepStack: false });
  const walk = new PathWalk(paths, onKey);
  let offset = 0;
  let silent = 0;
  tokenizer.onToken = (token: ParsedTokenInfo) => {
    silent = 0;
    offset = token.offset;
    walk.token(token);
    parser.write(token);
  };
  parser.onValue = ({ value, key, stack }) => {
    const path = [...stack.slice(1).map((level) => level.key), key].filter((name) => name !== undefined);
    onPart(path, value);
  };
  return {
    write(chunk) {
      silent += chunk.length;
      tokenizer.write(chunk);
      if (silent > LIMITS.valueLength) throw new Stop(`A string has more than ${LIMITS.valueLength} bytes`);
    },
    end() {
      // A document that is complete has ended by itself; ending it again would be a fault.
      if (!tokenizer.isEnded) tokenizer.end();
      if (!parser.isEnded) throw new Stop('The JSON ends in the middle');
    },
    offset: () => offset,
  };
}

/** Follows the keys on the way down, for the limits that the parser lacks: depth, and the size of a part that it keeps. */
class PathWalk {
  readonly #wanted: readonly (readonly string[])[];
  readonly #onKey: (path: readonly (string | number)[]) => void;
  /** The key or the position that leads on at each depth. */
  readonly #keys: (string | number)[] = [];
  #lastText = '';
  /** Depth of the part that is being kept. */
  #part: number | undefined;
  #tokens = 0;

  constructor(paths: readonly string[], onKey: (path: readonly (string | number)[]) => void) {
    this.#wanted = paths.map((path) => path.split('.').slice(1));
    this.#onKey = onKey;
  }

  token({ token, value }: ParsedTokenInfo): void {
    if (this.#part !== undefined && ++this.#tokens > LIMITS.partTokens) {
      throw new Stop(`One part holds more than ${LIMITS.partTokens} words and signs`);
    }
    if (token === TokenType.STRING) this.#lastText = String(value);
    else if (token === TokenType.COLON) this.#key(this.#lastText);
    else if (token === TokenType.COMMA) this.#comma();
    else if (step(token) === 1) this.#open(token === TokenType.LEFT_BRACKET);
    else if (step(token) === -1) this.#close();
  }

  #key(key: string): void {
    this.#keys[this.#keys.length - 1] = key;
    if (this.#part === undefined) this.#onKey(this.#keys);
  }

  #comma(): void {
    const last = this.#keys.at(-1);
    if (typeof last === 'number') this.#keys[this.#keys.length - 1] = last + 1;
  }

  #open(isList: boolean): void {
    if (this.#keys.length >= LIMITS.depth) throw new Stop(`Values stand more than ${LIMITS.depth} deep`);
    if (this.#part === undefined && this.#wanted.some((path) => fits(path, this.#keys))) {
      this.#part = this.#keys.length;
      this.#tokens = 0;
    }
    this.#keys.push(isList ? 0 : '');
  }

  #close(): void {
    this.#keys.pop();
    if (this.#keys.length === this.#part) this.#part = undefined;
  }
}

function fits(path: readonly string[], keys: readonly (string | number)[]): boolean {
  return path.length === keys.length && path.every((name, at) => name === '*' || name === keys[at]);
}

/** Lines up to an offset in the chunk that is being read. */
class LineCount {
  #chunk: Uint8Array = new Uint8Array();
  #start = 0;
  #at = 0;
  #line = 1;

  next(chunk: Uint8Array): void {
    this.at(Infinity);
    this.#start += this.#chunk.length;
    this.#chunk = chunk;
    this.#at = 0;
  }

  at(offset: number): number {
    const end = Math.min(offset - this.#start, this.#chunk.length);
    for (let at = this.#chunk.indexOf(10, this.#at); at !== -1 && at < end; at = this.#chunk.indexOf(10, at + 1)) {
      this.#line++;
      this.#at = at + 1;
    }
    return this.#line;
  }
}

function isFault(error: unknown): error is Error {
  return error instanceof Stop || error instanceof TokenizerError || error instanceof TokenParserError;
}

function faultText(error: Error): string {
  const said = (error.message.split('\n')[0] ?? '').replace(/\.$/, '');
  if (error instanceof Stop) return `${said}. What stands before this place was read.`;
  return `This is not well-formed JSON (${said}). What stands before this place was read.`;
}
