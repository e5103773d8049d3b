/** Which parts stand on turned pages: what needs the width, with the heading above it, and without pages of two lines between. */
import type { Block, Table } from '../document.js';
import { figureSizes } from './figure-sizes.js';
import type { Measure } from './measure.js';
import { PAGES, type PageKind } from './page-sizes.js';

export interface Section {
  readonly page: PageKind;
  readonly blocks: readonly Block[];
}

/** Rows that are higher than this on average, in points, are easier to read on a turned page. */
const CRAMPED_ROW = 62;
/** The same for tables that hold so many columns that their words stand one below the other. */
const CRAMPED_NARROW_ROW = 42;
const NARROW_COLUMNS = 7;
/** A table that fills less of a turned page leaves two pages half empty: its own, and the one before. */
const SMALL_TABLE = PAGES.turned.height * 0.55;
/** What is lower than this between two turned parts stays with them. */
const SHORT_BETWEEN = PAGES.turned.height * 0.45;
const SHORT_INTRODUCTION = 80;

export function sectionsOf(blocks: readonly Block[], measure: Measure): readonly Section[] {
  const pages = blocks.map((block) => pageOf(block, measure));
  takeHeadings(blocks, pages, measure);
  fillBetween(blocks, pages, measure);
  const sections: { page: PageKind; blocks: Block[] }[] = [];
  for (const [at, block] of blocks.entries()) {
    const last = sections.at(-1);
    if (last && last.page === pages[at]) last.blocks.push(block);
    else sections.push({ page: pages[at] ?? 'upright', blocks: [block] });
  }
  return sections;
}

function pageOf(block: Block, measure: Measure): PageKind {
  if (block.is === 'figure') return figureSizes.page(block);
  return block.is === 'table' && wantsWidth(block, measure) ? 'turned' : 'upright';
}

/** A document may ask for the width; a table that is easy to read without it stays in the flow of the text. */
function wantsWidth(table: Table, measure: Measure): boolean {
  const { upright, turned } = PAGES;
  if (!measure.fits(table, upright.width)) return table.landscape === true || measure.fits(table, turned.width);
  if (heightOn(turned.width, table, measure) < SMALL_TABLE) return false;
  const rowHeight = heightOn(upright.width, table, measure) / Math.max(1, table.rows.length);
  if (table.columns.length >= NARROW_COLUMNS) return rowHeight > CRAMPED_NARROW_ROW;
  return table.landscape === true && rowHeight > CRAMPED_ROW;
}

function heightOn(width: number, table: Table, measure: Measure): number {
  return measure.rowHeights(table, measure.widths(table, width)).reduce((sum, one) => sum + one, 0);
}

/** Headings right above, and a short text under the last of them, belong to what follows; nothing before these does. */
function takeHeadings(blocks: readonly Block[], pages: PageKind[], measure: Measure): void {
  for (const [start, page] of [...pages].entries()) {
    if (page === 'upright') continue;
    let at = start - 1;
    const isIntroduced = isShortText(blocks[at], measure) && blocks[at - 1]?.is === 'heading';
    if (isIntroduced && pages[at] === 'upright') pages[at--] = page;
    while (blocks[at]?.is === 'heading' && pages[at] === 'upright') pages[at--] = page;
  }
}

function isShortText(block: Block | undefined, measure: Measure): boolean {
  return block?.is === 'paragraph' && measure.height(block, PAGES.upright.width) < SHORT_INTRODUCTION;
}

function fillBetween(blocks: readonly Block[], pages: PageKind[], measure: Measure): void {
  for (let from = 1; from < blocks.length; from++) {
    const before = pages[from - 1];
    if (pages[from] !== 'upright' || before === undefined || before === 'upright') continue;
    let to = from;
    while (to < blocks.length && pages[to] === 'upright') to++;
    const isShort = measure.total(blocks.slice(from, to), PAGES.upright.width) < SHORT_BETWEEN;
    if (isShort && (before === 'turned' || pages[to] === before)) pages.fill(before, from, to);
    from = to;
  }
}
