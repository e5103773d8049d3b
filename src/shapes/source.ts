/** A text with its path, and places in it: offsets while reading, line and column only where somebody looks. */

export interface Source {
  /** Path relative to the project, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A point in a source, kept as an offset because most are never shown. */
export interface Spot {
  readonly source: Source;
  /** In UTF-16 units from the start of the text. */
  readonly offset: number;
}

/** What people and editors read; line and column count from 1, columns in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const lineStartsOf = new WeakMap<Source, readonly number[]>();

export function placeOf(spot: Spot): Place {
  const starts = lineStarts(spot.source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= spot.offset) low = middle;
    else high = middle - 1;
  }
  return { file: spot.source.path, line: low + 1, column: spot.offset - (starts[low] ?? 0) + 1 };
}

function lineStarts(source: Source): readonly number[] {
  const known = lineStartsOf.get(source);
  if (known) return known;
  const starts = [0];
  for (let at = source.text.indexOf('\n'); at !== -1; at = source.text.indexOf('\n', at + 1)) starts.push(at + 1);
  lineStartsOf.set(source, starts);
  return starts;
}

/** Code-unit order, never the locale's: the same project gives the same bytes everywhere. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function comparePlaces(a: Place, b: Place): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}
