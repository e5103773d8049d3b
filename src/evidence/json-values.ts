/** JSON in values: the parts at the wanted paths one after the other, never the whole text at once. */
import { Tokenizer, TokenizerError, TokenParser, TokenParserError, type ParsedTokenInfo } from '@streamparser/json';
import { JsonStop, PathWalk } from './json-path-walk.js';
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

/**
 * @param paths such as `$.runs.*.results.*`; every part at one of them is handed on as a whole and then forgotten, so a
 * path must not lead to a list that can grow long but to its entries. What lies at no path is never kept.
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
      if (silent > LIMITS.valueLength) throw new JsonStop(`A string has more than ${LIMITS.valueLength} bytes`);
    },
    end() {
      // A document that is complete has ended by itself; ending it again would be a fault.
      if (!tokenizer.isEnded) tokenizer.end();
      if (!parser.isEnded) throw new JsonStop('The JSON ends in the middle');
    },
    offset: () => offset,
  };
}

/** Lines up to an offset in the chunk that is being read. */
class LineCount {
  #chunk: Uint8Array = new Uint8Array();
  #start = 0;
  /** Where the next line ends; a report may hold megabytes in one line, which is not searched again for each value. */
  #next = Infinity;
  #line = 1;

  next(chunk: Uint8Array): void {
    this.at(Infinity);
    this.#start += this.#chunk.length;
    this.#chunk = chunk;
    this.#next = this.#endFrom(0);
  }

  at(offset: number): number {
    for (const end = offset - this.#start; this.#next < end; this.#next = this.#endFrom(this.#next + 1)) this.#line++;
    return this.#line;
  }

  #endFrom(at: number): number {
    const end = this.#chunk.indexOf(10, at);
    return end === -1 ? Infinity : end;
  }
}

function isFault(error: unknown): error is Error {
  return error instanceof JsonStop || error instanceof TokenizerError || error instanceof TokenParserError;
}

function faultText(error: Error): string {
  const said = (error.message.split('\n')[0] ?? '').replace(/\.$/, '');
  if (error instanceof JsonStop) return `${said}. What stands before this place was read.`;
  return `This is not well-formed JSON (${said}). What stands before this place was read.`;
}
