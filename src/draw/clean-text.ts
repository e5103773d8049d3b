/** Makes any text of a record safe to set: one line, bounded, nothing that steers the reading direction or leaves the line. */

/** More than any label shows; the rest stands in the record. */
const MAX_CHARACTERS = 400;

/**
 * Control characters, marks that turn the reading direction, separators and tags, halves of characters, and what XML does not
 * allow. Joiners and variation selectors stay: scripts and emoji need them.
 */
const STEERS =
  // oxlint-disable-next-line no-control-regex -- control characters are what must go
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF0-\uFFFB\uFFFE\uFFFF]|[\u{E0000}-\u{E007F}]|[\uD800-\uDFFF]/gu;

/** Marks that pile up above and below a line; two are enough for any script. */
const PILES = /(\p{Mn}{2})\p{Mn}+/gu;

/** The same text without what steers; also used where text is written, in case it came past `cleanText`. */
export function withoutSteering(text: string): string {
  return text.replaceAll(STEERS, '\uFFFD');
}

export function cleanText(written: string, maxCharacters = MAX_CHARACTERS): string {
  // Cut before anything looks at each character: a word of a megabyte costs no more than a long one.
  const start = written.slice(0, maxCharacters * 4).replaceAll(/[\t\n\r]+/g, ' ');
  const clean = withoutSteering(start).replaceAll(PILES, '$1\uFFFD').replaceAll(/ {2,}/g, ' ').trim();
  const characters = Array.from(clean);
  if (characters.length <= maxCharacters) return clean;
  return `${characters.slice(0, maxCharacters - 1).join('')}…`;
}
