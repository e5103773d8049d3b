/** How large a figure is printed: as it was drawn if there is room, never so small that a turned page would help and is not used. */
import type { Figure } from '../document.js';
import { svgSize } from '../figures/clean-svg.js';
import { PAGES, type PageKind, type PageSize } from './page-sizes.js';

/** A picture is drawn in units of a screen: 96 to the inch. */
const AS_DRAWN = 72 / 96;
const CAPTION = 46;
/** A heading above it and a line of text. */
const USUALLY_ABOVE = 64;
/** So much larger a figure must become on a larger page to be worth one. */
const WORTH_IT = 1.15;
/** Points of the smallest letters: less is hard to read on paper (6, less what rounding takes). */
const READABLE = 5.9;

export interface FigureSizes {
  page(figure: Figure): PageKind;
  /**
   * Points.
   * @param above what stands over it on its page
   */
  size(figure: Figure, kind: PageKind, above?: number): { readonly width: number; readonly height: number };
}

export const figureSizes: FigureSizes = {
  page(figure) {
    let chosen: PageKind = 'upright';
    for (const kind of ['turned', 'large'] as const) {
      const scale = scaleOn(figure, PAGES[chosen]);
      if (scale * smallestLetters(figure) < READABLE && scaleOn(figure, PAGES[kind]) > scale * WORTH_IT) chosen = kind;
    }
    return chosen;
  },
  size(figure, kind, above = USUALLY_ABOVE) {
    const scale = scaleOn(figure, PAGES[kind], above);
    const { width, height } = svgSize(figure.svg);
    return { width: width * scale, height: height * scale };
  },
};

/** Units; 12 for a figure without letters of its own size. */
function smallestLetters({ svg }: Figure): number {
  const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
  return sizes.reduce((smallest, size) => (size > 0 ? Math.min(smallest, size) : smallest), 12);
}

function scaleOn({ svg }: Figure, page: PageSize, above = USUALLY_ABOVE): number {
  const { width, height } = svgSize(svg);
  return Math.min(AS_DRAWN, page.width / width, (page.height - CAPTION - above) / height);
}
