/** Whether a picture can be read on paper: how large its smallest text becomes on a page of a document. */

export interface Page {
  readonly id: 'a4-portrait' | 'a4-landscape' | 'a3-landscape';
  /** Room for a figure between the margins and above its caption, in millimetres. */
  readonly width: number;
  readonly height: number;
}

/** Margins and caption as in our documents: 25 and 20 mm beside, 27 and 24 above and below; landscape 18 all round; caption 12. */
export const PAGES: readonly Page[] = [
  { id: 'a4-portrait', width: 210 - 45, height: 297 - 51 - 12 },
  { id: 'a4-landscape', width: 297 - 36, height: 210 - 36 - 12 },
  { id: 'a3-landscape', width: 420 - 36, height: 297 - 36 - 12 },
];

/** Below it nobody reads a print without a glass. */
export const SMALLEST_POINTS = 6;
/** The smallest text of any picture, in its units. */
const SMALLEST_TEXT = 10;
const MILLIMETRES_PER_POINT = 25.4 / 72;
/** A small picture is not blown up. */
const LARGEST_POINTS = 9;

export interface PageFit {
  readonly page: Page['id'];
  /** Size of the smallest text, one decimal. */
  readonly points: number;
}

export function fitOn(page: Page, width: number, height: number): PageFit {
  const scale = Math.min(page.width / width, page.height / height);
  const points = Math.min(LARGEST_POINTS, (SMALLEST_TEXT * scale) / MILLIMETRES_PER_POINT);
  return { page: page.id, points: Math.floor(points * 10) / 10 };
}

/** @returns the first page on which the text is large enough, or the last and largest one */
export function bestPage(width: number, height: number): PageFit & { readonly isReadable: boolean } {
  const fits = PAGES.map((page) => fitOn(page, width, height));
  const readable = fits.find((fit) => fit.points >= SMALLEST_POINTS);
  const fit = readable ?? fits.at(-1);
  if (!fit) throw new Error('There is no page.');
  return { ...fit, isReadable: readable !== undefined };
}
