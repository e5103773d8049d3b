/** Random texts and bytes that a seed brings back. */

export interface Random {
  number(below: number): number;
  pick<T>(of: readonly T[]): T;
  /** Letters, quotes, separators, control characters and what lies beyond the first plane. */
  text(most: number): string;
  bytes(most: number): Uint8Array;
}

const LETTERS = ['a', 'Z', '0', '9', ' ', '-', '_', '.', '/', '\\', "'", '"', '`', '<', '>', '&', '%', '#', '|', '^', '~', ';', ':', '=', '{', '}', '$', '\n', '\r', '\t', '\u0000', '\u001f', '\u0085', '\u200f', '\ufeff', 'ä', 'ß', '漢', '😀'];

/** Xorshift, 32 bits: enough to try things out, and the same on every machine. */
export function random(seed: number): Random {
  let state = seed * 2_654_435_761 || 1;
  const number = (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const pick = <T>(of: readonly T[]): T => of.at(number(of.length)) as T;
  return {
    number,
    pick,
    text: (most) => Array.from({ length: number(most + 1) }, () => pick(LETTERS)).join(''),
    bytes: (most) => Uint8Array.from({ length: number(most + 1) }, () => number(256)),
  };
}
