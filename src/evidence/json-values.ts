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

export interface JsonPart {
  /** Keys and positions from the root, such as `['runs', 0, 'results', 17]`. */
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** Line in the report where the part ends, from 1. */
  readonly line: number;
}

class Stop extends Error {}

/**
 * @param paths such as `$.runs.*.results.*`; every part at one of them is handed on and then forgotten. What lies at no
 * path is kept until the part around it ends, so the paths must name every list that can grow long.
 * @returns whether the document was read to its end without a fault
 */
export function readJson(
  report: ReportBytes,
  paths: readonly string[],
  onPart: (part: JsonPart) => void,
  sink: Pick<ReportSink, 'problem'>,
): boolean {
  const lines = new LineCount();
  const reader = partReader(paths, (path, value) => onPart({ path, value, line: lines.at(reader.offset()) }));
  try {
    for (const chunk of withoutMark(report.chunks())) {
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
export function jsonHead(head: Uint8Array): JsonHead | undefined {
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
  for (const chunk of withoutMark([head])) tokenizer.write(chunk);
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

function partReader(paths: readonly string[], onPart: (path: (string | number)[], value: unknown) => void): PartReader {
  const tokenizer = new Tokenizer();
  const parser = new TokenParser({ paths: [...paths], keepStack: false });
  let offset = 0;
  let depth = 0;
  let silent = 0;
  tokenizer.onToken = (token: ParsedTokenInfo) => {
    silent = 0;
    offset = token.offset;
    depth += step(token.token);
    if (depth > LIMITS.depth) throw new Stop(`Values stand more than ${LIMITS.depth} deep.`);
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
      if (silent > LIMITS.valueLength) throw new Stop(`A string has more than ${LIMITS.valueLength} bytes.`);
    },
    end() {
      // A document that is complete has ended by itself; ending it again would be a fault.
      if (!tokenizer.isEnded) tokenizer.end();
      if (!parser.isEnded) throw new Stop('The JSON ends in the middle.');
    },
    offset: () => offset,
  };
}

/** A byte-order mark is no JSON, but real tools write it. */
function* withoutMark(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let isFirst = true;
  for (const chunk of chunks) {
    const hasMark = isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    isFirst = false;
    yield hasMark ? chunk.subarray(3) : chunk;
  }
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
