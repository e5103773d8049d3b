/** The pages of a Word document of ours: A4, A4 turned, and A3 for pictures that nobody could read on less. */
import { NumberFormat, PageOrientation, type FileChild, type ISectionOptions } from 'docx';
import type { Document } from '../document.js';
import type { PageKind } from '../pdf/page-sizes.js';
import type { Theme } from '../theme.js';
import { firstHeader, footerOf, headerOf } from './docx-furniture.js';

/** Twentieths of a point, with the margins of the other formats. */
const A4 = { width: 11_906, height: 16_838 };
const A3 = { width: A4.height, height: 2 * A4.width };
const MARGIN = { top: 1530, bottom: 1360, left: 1417, right: 1134 };
const SIDES = 1020;
const TURNED = { top: 1304, bottom: 1134, left: SIDES, right: SIDES };

export const TEXT_WIDTH = A4.width - MARGIN.left - MARGIN.right;
export const TURNED_WIDTH = A4.height - 2 * SIDES;
export const LARGE_WIDTH = A3.height - 2 * SIDES;

/** What margins and a caption leave to a picture; on an upright page also to words around it. */
export const PICTURE_HEIGHTS: Readonly<Record<PageKind, number>> = {
  upright: A4.height - 5200,
  turned: A4.width - 3400,
  large: A3.width - 3400,
};

export interface WordSection {
  readonly page: PageKind;
  /** Of the text, in twentieths of a point. */
  readonly width: number;
  readonly children: readonly FileChild[];
  readonly isFirst: boolean;
  readonly theme: Theme;
}

export function sectionOf(document: Document, { page, width, children, isFirst, theme }: WordSection): ISectionOptions {
  const isUpright = page === 'upright';
  const orientation = isUpright ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE;
  return {
    properties: {
      titlePage: isFirst,
      page: {
        size: { ...(page === 'large' ? A3 : A4), orientation },
        margin: isUpright ? MARGIN : TURNED,
        pageNumbers: { formatType: NumberFormat.DECIMAL },
      },
    },
    headers: { default: headerOf(document, width, theme), first: firstHeader(document, theme) },
    footers: { default: footerOf(document, width, theme), first: footerOf(document, width, theme) },
    children: [...children],
  };
}
