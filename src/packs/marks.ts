/** Places in a text that a person has to fill: `[fill: who decides about a release]`. */

/** Also one that nobody closed, or that an editor escaped: whatever begins as a mark is one. */
const MARK = /\\?\[\s*fill\s*:([^[\]]{0,400})\]?/giu;

export interface Mark {
  /** What is to be written there. */
  readonly asks: string;
  readonly offset: number;
  readonly length: number;
}

/** Wherever it stands, in code too: a place that nobody sees is a place that nobody fills. */
export function marksIn(text: string): readonly Mark[] {
  // Every text of every project is asked, and hardly any has one.
  if (!text.includes('[')) return [];
  return [...text.matchAll(MARK)].map((found) => ({
    asks: (found[1] ?? '').replace(/\\$/, '').replaceAll(/\s+/g, ' ').trim(),
    offset: found.index,
    length: found[0].length,
  }));
}

export function withoutMarks(text: string): string {
  return text.replaceAll(MARK, ' ');
}
