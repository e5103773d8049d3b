/** How wide the columns of a table become: as the document asks, but no word torn and no room left empty if another needs it. */

export interface ColumnNeeds {
  /** Part of the width that the document asks for. */
  readonly asked: number;
  /** Points that the widest word takes. */
  readonly least: number;
  /** Points that the longest cell takes on one line. */
  readonly most: number;
  /**
   * Cube root of the mean square of what the cells take on one line: in this proportion columns make rows lowest, if
   * the sum of the squares of the lines of all cells is what is to become small.
   */
  readonly content: number;
}

/** No word may take more than this part of a table; longer ones are broken. */
const WIDEST_WORD = 0.34;

/** @returns points, as many as columns, which add up to `width` */
export function fitColumns(columns: readonly ColumnNeeds[], width: number): readonly number[] {
  if (columns.length === 0) return [];
  const least = columns.map((column) => Math.min(column.least, width * Math.max(WIDEST_WORD, 1 / columns.length)));
  const sum = total(least);
  if (sum >= width) return least.map((one) => (one / sum) * width);
  const most = columns.map((column, at) => Math.max(least[at] ?? 0, column.most));
  const asked = wishes(columns);
  const shares = (scale: number): readonly number[] =>
    asked.map((one, at) => Math.min(Math.max(one * scale, least[at] ?? 0), most[at] ?? 0));
  if (total(most) <= width) return spread(most, asked, width);
  return spread(shares(scaleFor(shares, width)), asked, width);
}

/** Between what the document asks for and what its words need, since a template does not know them. */
function wishes(columns: readonly ColumnNeeds[]): readonly number[] {
  const content = total(columns.map((column) => column.content)) || 1;
  return columns.map((column) => Math.sqrt(askedOf(column) * Math.max(column.content / content, 0.01)));
}

/** Whatever a document says, every column has some width. */
function askedOf({ asked }: ColumnNeeds): number {
  return asked > 0.001 && asked < 1000 ? asked : 0.001;
}

/** The scale at which the clamped shares fill the width. */
function scaleFor(shares: (scale: number) => readonly number[], width: number): number {
  let [low, high] = [0, width];
  while (total(shares(high)) < width && high < width * 1e6) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (total(shares(middle)) < width) low = middle;
    else high = middle;
  }
  return low;
}

/** What is left over goes to all in proportion to what they asked for. */
function spread(widths: readonly number[], asked: readonly number[], width: number): readonly number[] {
  const left = width - total(widths);
  const sum = total(asked);
  return widths.map((one, at) => Math.round((one + (left * (asked[at] ?? 0)) / sum) * 100) / 100);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
