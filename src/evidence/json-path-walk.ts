/** Follows the keys of a JSON document on the way down, and holds the limits that the parser lacks. */
import { TokenType, type ParsedTokenInfo } from '@streamparser/json';
import { LIMITS } from './limits.js';

/** A limit was reached; what was read before stays. */
export class JsonStop extends Error {}

/** Limits are depth, and the size of a part that is kept as a whole. */
export class PathWalk {
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
      throw new JsonStop(`One part holds more than ${LIMITS.partTokens} words and signs`);
    }
    if (token === TokenType.STRING) this.#lastText = String(value);
    else if (token === TokenType.COLON) this.#key(this.#lastText);
    else if (token === TokenType.COMMA) this.#comma();
    else if (depthStep(token) === 1) this.#open(token === TokenType.LEFT_BRACKET);
    else if (depthStep(token) === -1) this.#close();
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
    if (this.#keys.length >= LIMITS.depth) throw new JsonStop(`Values stand more than ${LIMITS.depth} deep`);
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

/** @returns by how much a token changes the depth */
export function depthStep(token: TokenType): -1 | 0 | 1 {
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
