/** Reads the day that stands first in a line such as `2031-06-30, five years after the release`. */

/** @returns the last day that is meant, so of the month or year where no more is written; `undefined` where words stand alone */
export function dayIn(words: string | undefined): string | undefined {
  const [, year, month, day] = /^\s*(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?![\d-])/.exec(words ?? '') ?? [];
  if (year === undefined) return undefined;
  return `${year}-${month ?? '12'}-${day ?? '31'}`;
}
