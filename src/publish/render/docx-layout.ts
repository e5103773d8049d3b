/** Which parts of a Word document stand on turned pages and how wide columns are: decided as for the PDF, by the same measures. */
import type { Document, Figure, Table } from '../document.js';
import { openFonts, type Fonts } from '../pdf/fonts.js';
import { Measure } from '../pdf/measure.js';
import { PAGES } from '../pdf/page-sizes.js';
import { sectionsOf, type Section } from '../pdf/turn-pages.js';

export interface WordLayout {
  readonly sections: readonly Section[];
  /**
   * @param width of the page in twentieths of a point
   * @returns parts of it, which add up to 1
   */
  widths(table: Table, width: number): readonly number[];
  /** Twentieths of a point that a figure leaves to the heading and the words above it on its page. */
  above(figure: Figure): number;
}

/** Where our font is not installed, a wider one takes its place. */
const WIDER = 1.16;

/** Read once for all documents. */
let fonts: Fonts | undefined;

export function layoutOf(document: Document): WordLayout {
  fonts ??= openFonts();
  const measure = new Measure(fonts);
  const sections = sectionsOf(document.blocks, measure);
  const heights = new Map(sections.flatMap((section) => aboveIn(section, measure)));
  return {
    sections,
    above: (figure) => (heights.get(figure) ?? 0) * 20,
    widths(table, width) {
      const points = measure.widths(table, width / 20 / WIDER);
      const sum = points.reduce((all, one) => all + one, 0);
      return points.map((one) => one / sum);
    },
  };
}

/** More than this above a figure, and it stands on the next page. */
const MOST_ABOVE = 160;

/** Only where a section begins does a figure share the page with what is said before it. */
function aboveIn({ page, blocks }: Section, measure: Measure): readonly (readonly [Figure, number])[] {
  const at = blocks.findIndex(({ is }) => is === 'figure');
  const figure = blocks[at];
  if (figure?.is !== 'figure' || page === 'upright') return [];
  const height = measure.total(blocks.slice(0, at), PAGES.upright.width) * WIDER;
  return height > MOST_ABOVE ? [] : [[figure, height]];
}

/** A table of plain words, as on the first page. */
export function plainTable(heads: readonly string[], rows: readonly (readonly string[])[]): Table {
  return {
    is: 'table',
    id: '',
    caption: [],
    columns: heads.map((title) => ({ title, width: 1 / heads.length })),
    rows: rows.map((row) => ({ cells: row.map((text) => ({ content: [[{ is: 'text', text }]] })) })),
  };
}
