/** Measures of a page in points, the same as in typst/: what fits where is decided before Typst lays it out. */

const MM = 72 / 25.4;

export interface PageSize {
  /** Of what stands between the margins. */
  readonly width: number;
  readonly height: number;
}

/** A4, A4 turned, and A3 turned for pictures that nobody could read on less. */
export type PageKind = 'upright' | 'turned' | 'large';

export const PAGES: Readonly<Record<PageKind, PageSize>> = {
  upright: { width: (210 - 25 - 20) * MM, height: (297 - 27 - 24) * MM },
  turned: { width: (297 - 18 - 18) * MM, height: (210 - 23 - 20) * MM },
  large: { width: (420 - 18 - 18) * MM, height: (297 - 23 - 20) * MM },
};

/** Text that runs over a turned page would be too long to read: it stays as wide as on an upright one. */
export const READABLE_WIDTH = PAGES.upright.width;

export const BODY = { size: 10, line: 14.2 } as const;
export const TABLE = { size: 8.5, line: 11.7, gutter: 8, padding: 2.9 * MM } as const;
/** Tables of many columns. */
export const NARROW_TABLE = { ...TABLE, size: 7.5, gutter: 6, line: 10.5 } as const;
export const NOTE = { size: 9, line: 12.4, inset: 8 * MM } as const;
