/** What keeps a table readable on a small screen: it scrolls in a region of its own, and its ids are not torn. */
import { escapeHtml } from './escape.js';

/** Pixels a column needs at least, so that words stand beside each other and not letter below letter. */
const LEAST_COLUMN = 88;
/** More columns than these do not fit a small screen. */
const FEW_COLUMNS = 3;
const LONGEST_ID = 20;

/** @param table HTML; its region can be reached by keyboard, since it may have to be scrolled */
export function scrolled(table: string, name: string, columns: number): string {
  const least = columns > FEW_COLUMNS ? ` style="min-width:${columns * LEAST_COLUMN}px"` : '';
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(name)}">${table.replace('<table', `<table${least}`)}</div>`;
}

/** Such as `SRS-104`, `5.1.1` or a day: short, without a blank, with a digit in it. */
export function isId(words: string): boolean {
  return words.length <= LONGEST_ID && /\d/.test(words) && !/\s/.test(words);
}

/** Words that a narrow column may tear, since they would push the others aside. */
const TORN = /\S{28}/;

/** @returns `id`, `long`, or nothing: how the words of a cell may be broken */
export function breaking(words: string): '' | 'id' | 'long' {
  if (isId(words)) return 'id';
  return TORN.test(words) ? 'long' : '';
}

/** As an attribute with a blank before it, or nothing. */
export function classes(...names: readonly string[]): string {
  const given = names.filter((name) => name !== '');
  return given.length === 0 ? '' : ` class="${given.join(' ')}"`;
}
