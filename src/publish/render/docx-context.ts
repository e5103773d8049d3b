/** What each part of a Word document has to know of the whole: its numbers, where its parts stand, its look, its pages. */
import type { Document } from '../document.js';
import { anchorsOf, type Anchors } from '../pdf/anchors.js';
import type { PageKind } from '../pdf/page-sizes.js';
import type { WordTemplate } from '../word-template/read-word-template.js';
import { layoutOf, type WordLayout } from './docx-layout.js';
import { LARGE_WIDTH, PICTURE_HEIGHTS, TEXT_WIDTH, TURNED_WIDTH } from './docx-pages.js';
import type { WordLook } from './docx-theme.js';
import { numberingOf, type Numbering } from './numbering.js';

/** Makes a PNG of a picture: older programs show it in place of the SVG. */
export type PictureMaker = (svg: string) => {
  /** What draws of it, and nothing else. */
  readonly svg: string;
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
};

export interface WordContext {
  readonly document: Document;
  readonly pictureOf: PictureMaker;
  readonly look: WordLook;
  /** The company's own, whose pages and styles are taken. */
  readonly template: WordTemplate | undefined;
  readonly numbers: Numbering;
  readonly anchors: Anchors;
  readonly layout: WordLayout;
  /** Ids of headings. */
  readonly headings: ReadonlySet<string>;
}

export function contextOf(
  document: Document,
  pictureOf: PictureMaker,
  look: WordLook,
  template: WordTemplate | undefined,
): WordContext {
  const headings = document.blocks.flatMap((block) => (block.is === 'heading' ? [block.id] : []));
  return {
    document,
    pictureOf,
    look,
    template,
    numbers: numberingOf(document),
    anchors: anchorsOf(document),
    layout: layoutOf(document),
    headings: new Set(headings),
  };
}

/** @returns how wide text is on a page, in twentieths of a point */
export function widthOf(page: PageKind, { template }: WordContext): number {
  if (page === 'upright') return template?.page.textWidth ?? TEXT_WIDTH;
  return page === 'large' ? LARGE_WIDTH : (template?.page.turnedWidth ?? TURNED_WIDTH);
}

/** @returns room for a picture with its caption, in twentieths of a point */
export function pictureHeight(page: PageKind, { template }: WordContext): number {
  if (!template) return PICTURE_HEIGHTS[page];
  return page === 'upright' ? template.page.textHeight - 2300 : template.page.turnedHeight - 1700;
}
