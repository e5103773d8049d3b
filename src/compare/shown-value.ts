/** Values of fields in words, short enough for a line, with the part of a long text that differs. */
import type { AnyRecord } from '../records/index.js';

/** UTF-16 units of a value that is shown. */
const MAX_VALUE = 160;
/** Of them, before the first difference of two long texts. */
const LEAD = 30;
const MAX_TITLE = 60;

/** `EL-09 (Cloud gateway)`. */
export function named({ id, fields }: AnyRecord): string {
  const title = fields.title?.replaceAll(/\s+/g, ' ').trim();
  return title === undefined || title === '' ? id : `${id} (${cut(title, MAX_TITLE)})`;
}

/** Both values from a little before the place where they begin to differ. */
export function shownBoth(before: unknown, after: unknown): readonly [string | undefined, string | undefined] {
  const [old, present] = [wordsOf(before), wordsOf(after)];
  if (old === undefined || present === undefined)
    return [old && cut(old, MAX_VALUE), present && cut(present, MAX_VALUE)];
  if (old.length <= MAX_VALUE && present.length <= MAX_VALUE) return [old, present];
  const from = Math.max(0, firstDifference(old, present) - LEAD);
  return [cut(tail(old, from), MAX_VALUE), cut(tail(present, from), MAX_VALUE)];
}

export function shownValue(value: unknown): string | undefined {
  const words = wordsOf(value);
  return words && cut(words, MAX_VALUE);
}

function wordsOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value.trim().replaceAll(/\s+/g, ' ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ');
  return JSON.stringify(value);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function tail(text: string, from: number): string {
  return from === 0 ? text : `…${text.slice(from).replace(/^[\uDC00-\uDFFF]/, '')}`;
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a pair of UTF-16 units is no character.
  return `${text
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
