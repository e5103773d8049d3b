/**
 * Patterns of mapping files: `*` for any part, `?` for one letter, `\` before a letter that stands for itself. No regular
 * expressions: a match takes time by the lengths of pattern and text, whatever somebody writes.
 */

export const MAX_PATTERN = 300;

type Token =
  | { readonly is: 'letter'; readonly letter: string }
  /** `?`; in a path not `/`. */
  | { readonly is: 'one' }
  /** `*`; in a path within one name. */
  | { readonly is: 'run' }
  /** `**` in a path. */
  | { readonly is: 'any' }
  /** `**` and `/` in a path: any number of folders, also none. */
  | { readonly is: 'folders' };

export interface Pattern {
  /** The whole text, where the pattern has no wildcard. */
  readonly exact: string | undefined;
  fits(text: string): boolean;
}

/** @param isPath `*` stays within a name, and `**` goes over folders */
export function patternOf(written: string, isPath: boolean): Pattern {
  const tokens = tokensOf(written.slice(0, MAX_PATTERN), isPath);
  const end = tokens.findIndex((token) => token.is !== 'letter');
  const prefix = lettersOf(end === -1 ? tokens : tokens.slice(0, end));
  if (end === -1) return { exact: prefix, fits: (text) => text === prefix };
  const rest = tokens.slice(end);
  const isOpen = rest.length === 1 && rest[0]?.is === (isPath ? 'any' : 'run');
  return {
    exact: undefined,
    fits: (text) => text.startsWith(prefix) && (isOpen || fitsRest(rest, text.slice(prefix.length), isPath)),
  };
}

function lettersOf(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.is === 'letter' ? token.letter : '')).join('');
}

function tokensOf(written: string, isPath: boolean): readonly Token[] {
  const tokens: Token[] = [];
  for (const [part] of written.matchAll(isPath ? /\*\*\/|\*\*|\\.|[\s\S]/g : /\*+|\\.|[\s\S]/g)) {
    if (part === '**/') tokens.push({ is: 'folders' });
    else if (part === '**' && isPath) tokens.push({ is: 'any' });
    else if (part.startsWith('*')) tokens.push({ is: 'run' });
    else if (part === '?') tokens.push({ is: 'one' });
    else tokens.push({ is: 'letter', letter: part.length > 1 ? part.slice(1) : part });
  }
  return tokens;
}

/** Follows all ways through the pattern at once, so that no text makes it go back and forth. */
function fitsRest(tokens: readonly Token[], text: string, isPath: boolean): boolean {
  let at = entered(tokens, [0]);
  for (const letter of text) {
    const next: number[] = [];
    const stays: number[] = [];
    for (const state of at) step(tokens[state], state, letter, isPath, next, stays);
    if (next.length === 0 && stays.length === 0) return false;
    at = entered(tokens, next);
    for (const state of stays) at.add(state);
  }
  return at.has(tokens.length);
}

function step(
  token: Token | undefined,
  state: number,
  letter: string,
  isPath: boolean,
  next: number[],
  stays: number[],
): void {
  switch (token?.is) {
    case 'letter':
      if (token.letter === letter) next.push(state + 1);
      return;
    case 'one':
      if (!isPath || letter !== '/') next.push(state + 1);
      return;
    case 'run':
      if (!isPath || letter !== '/') next.push(state);
      return;
    case 'any':
      next.push(state);
      return;
    case 'folders':
      // A folder ends with its `/`; before that the name goes on.
      stays.push(state);
      if (letter === '/') next.push(state + 1);
      return;
    default:
  }
}

/** What may be empty is passed over at once. */
function entered(tokens: readonly Token[], states: readonly number[]): Set<number> {
  const all = new Set<number>();
  for (const first of states) {
    for (let state = first; !all.has(state); state++) {
      all.add(state);
      const token = tokens[state]?.is;
      if (token !== 'run' && token !== 'any' && token !== 'folders') break;
    }
  }
  return all;
}
