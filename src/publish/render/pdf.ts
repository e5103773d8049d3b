/** Documents as PDF: tagged, archivable, with bookmarks; the same document gives the same bytes on every machine. */
import type { Document } from '../document.js';
import { openFonts } from '../pdf/fonts.js';
import { openPress, type PrintOptions } from '../pdf/press.js';
import { sheetOf } from '../pdf/sheet-of.js';
import { PLAIN_THEME, type Theme } from '../theme.js';

export interface PdfOptions extends Partial<PrintOptions> {
  readonly theme?: Theme;
  /** Name and version of the tool, printed below each page. */
  readonly tool: string;
}

export interface PrintedPdf {
  readonly bytes: Uint8Array;
  /** What could not be drawn as it is written, such as characters that no font has. */
  readonly problems: readonly string[];
}

export interface PdfPrinter {
  /** @throws Error if the pages cannot be laid out, which is a mistake of ours */
  print(document: Document): Promise<PrintedPdf>;
}

/** One printer for many documents: fonts and layout are read once. */
export async function pdfPrinter({
  theme = PLAIN_THEME,
  tool,
  standard = 'a-2a',
  isTagged = true,
}: PdfOptions): Promise<PdfPrinter> {
  const fonts = openFonts(theme.font);
  const press = await openPress(fonts.files);
  return {
    async print(document) {
      const { sheet, files, problems } = sheetOf(document, { theme, tool, fonts });
      const printed = await press.print(sheet, files, { standard, isTagged });
      if (printed instanceof Uint8Array) return { bytes: printed, problems };
      throw new Error(`The document ${document.id} could not be printed. ${printed.join(' ')}`);
    },
  };
}
