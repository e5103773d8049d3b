/** Renderers whose libraries take time to load: nobody waits for them who does not ask. */
import type { Document, Figure } from '../document.js';
import { cleanSvg } from '../figures/clean-svg.js';
import type { WordTemplate } from '../word-template/read-word-template.js';
import { PLAIN_THEME, type Theme } from '../theme.js';
import { everyBlock } from './numbering.js';
import type { PdfOptions, PdfPrinter } from './pdf.js';

/** One printer for many documents: it knows its fonts and its layout from the first one on. */
export async function openPdfPrinter(options: PdfOptions): Promise<PdfPrinter> {
  const { pdfPrinter } = await import('./pdf.js');
  return pdfPrinter(options);
}

/** @returns `undefined` for a document without tables */
export async function renderXlsx(document: Document): Promise<Uint8Array | undefined> {
  const { workbookOf } = await import('./xlsx.js');
  return workbookOf(document);
}

/** @returns bytes of a PNG */
export type ToPng = (svg: string, size: Size) => Promise<Uint8Array>;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * @param toPng makes the pictures that older programs show in place of the SVG
 * @param template the company's own, as `openWordTemplate` gives it; its look goes before that of a theme
 */
export async function renderDocx(
  document: Document,
  toPng: ToPng,
  template?: WordTemplate,
  theme: Theme = PLAIN_THEME,
): Promise<Uint8Array> {
  const { wordOf } = await import('./docx.js');
  const figures = [...everyBlock(document.blocks)].filter((block): block is Figure => block.is === 'figure');
  const pictures = new Map<string, Size & { readonly svg: string; readonly png: Uint8Array }>();
  for (const { svg } of figures) {
    const clean = cleanSvg(svg);
    const drawn = typeof clean === 'string' ? NOTHING : clean;
    pictures.set(svg, { ...drawn, png: await toPng(drawn.svg, drawn) });
  }
  return wordOf(
    document,
    (svg) => {
      const picture = pictures.get(svg);
      if (!picture) throw new Error('A picture of the document was not made before.');
      return picture;
    },
    { template, theme, logoPng: template ? undefined : await pngOfLogo(theme, toPng) },
  );
}

async function pngOfLogo({ logo }: Theme, toPng: ToPng): Promise<Uint8Array | undefined> {
  return logo?.kind === 'svg' ? toPng(new TextDecoder().decode(logo.bytes), logo) : undefined;
}

/** @returns the template, or in a sentence what is wrong with it and what to do */
export async function openWordTemplate(bytes: Uint8Array): Promise<WordTemplate | string> {
  const { readWordTemplate } = await import('../word-template/read-word-template.js');
  return readWordTemplate(bytes);
}

/** In place of a picture that must not be shown. */
const NOTHING = { svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 20"/>', width: 300, height: 20 };
