/** The beginning of a JSON report: its keys, by which the format is told. */
import { Tokenizer, TokenType } from '@streamparser/json';
import { depthStep } from './json-path-walk.js';

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
      else if (key !== undefined && depthStep(token) === 0) keys.set(key, value);
    }
    depth += depthStep(token);
  };
  tokenizer.onError = () => undefined;
  tokenizer.write(head);
  return isList === undefined ? undefined : { isList, keys };
}
