/** How the Word document of ours takes the company's theme; a Word template of the company has a look of its own. */
import { ImageRun, PageNumber, Paragraph, TextRun, type IStylesOptions, type ParagraphChild } from 'docx';
import { PLAIN_THEME, type Theme } from '../theme.js';

export interface WordLook {
  readonly theme: Theme;
  /** The logo as PNG, for programs that show no SVG. */
  readonly logoPng: Uint8Array | undefined;
}

export const PLAIN_LOOK: WordLook = { theme: PLAIN_THEME, logoPng: undefined };

/** Style of links, where no template has its own. */
export const LINK_STYLE = 'Hyperlink';

/** @param font that stands in the styles and gives way to that of the theme */
export function themedStyles(styles: IStylesOptions, font: string, { theme }: WordLook): IStylesOptions {
  const own = theme.font ? withFont(styles, font, theme.font.family) : styles;
  const document = own.default?.document;
  return {
    ...own,
    default: {
      ...own.default,
      document: { ...document, run: { ...document?.run, language: { value: theme.language } } },
      hyperlink: { run: { color: theme.accent.slice(1).toUpperCase() } },
    },
  };
}

/** Word takes a font by its name; whoever has it sees it, and nobody is sent one. */
function withFont<T>(value: T, from: string, to: string): T {
  if (value === from) return to as T;
  if (Array.isArray(value)) return value.map((item: unknown) => withFont(item, from, to)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withFont(inner, from, to)])) as T;
}

const PIXELS_PER_MM = 96 / 25.4;

/** Above the title of the first page, as high as the theme says. */
export function logoParagraphs({ theme: { logo }, logoPng }: WordLook, alt: string): readonly Paragraph[] {
  if (!logo) return [];
  const height = logo.heightMm * PIXELS_PER_MM;
  const shown = {
    transformation: { width: Math.round((height * logo.width) / logo.height), height: Math.round(height) },
    altText: { name: 'Logo', title: 'Logo', description: alt },
  };
  const picture =
    logo.kind === 'png'
      ? new ImageRun({ type: 'png', data: logo.bytes, ...shown })
      : new ImageRun({
          type: 'svg',
          data: logo.bytes,
          fallback: { type: 'png', data: logoPng ?? logo.bytes },
          ...shown,
        });
  return [new Paragraph({ children: [picture] })];
}

/** `Page {page} of {pages}` in the words of the theme. */
export function pageWords({ words }: Theme): readonly ParagraphChild[] {
  const children = words.page.split(/(\{pages?\})/).map((part) => {
    if (part === '{page}') return PageNumber.CURRENT;
    return part === '{pages}' ? PageNumber.TOTAL_PAGES : part;
  });
  return [new TextRun({ children: ['\t', ...children.filter((part) => part !== '')] })];
}
