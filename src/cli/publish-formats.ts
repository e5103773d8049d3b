/** The formats of `medward publish`, each loaded when it is asked for. */
import { toolVersion } from '../compile/index.js';
import type { Document, PdfPrinter } from '../publish/index.js';
import { OptionError } from './option-error.js';
import { pdfOptionsOf, type PdfKind } from './pdf-kinds.js';
import type { ThemeFound } from './publish-theme.js';
import type { UsedWordTemplate } from './word-template.js';

export interface RenderedFile {
  /** Behind the id of the document, such as `.html`. */
  readonly ending: string;
  readonly bytes: Uint8Array;
  /** What could not be shown as it is written, in sentences. */
  readonly notes?: readonly string[];
}

export interface Renderer {
  readonly name: string;
  /** What it is made of besides the document, such as the hash of a template. */
  readonly basis?: string | undefined;
  render(document: Document): Promise<readonly RenderedFile[]>;
}

/** What formats need besides documents. */
export interface FormatInput {
  readonly wordTemplate?: UsedWordTemplate | undefined;
  readonly theme?: ThemeFound | undefined;
  readonly pdf?: PdfKind | undefined;
}

const FORMATS: Readonly<Record<string, (input: FormatInput) => Renderer['render']>> = {
  html:
    ({ theme }) =>
    async (document) => {
      const { renderHtml } = await import('../publish/index.js');
      return [{ ending: '.html', bytes: Buffer.from(renderHtml(document, { theme: theme?.theme })) }];
    },
  md: () => async (document) => {
    const { renderMarkdown } = await import('../publish/index.js');
    return [{ ending: '.md', bytes: Buffer.from(renderMarkdown(document)) }];
  },
  docx:
    ({ wordTemplate, theme }) =>
    async (document) => {
      const { renderDocx } = await import('../publish/index.js');
      const { renderPng } = await import('../draw/index.js');
      const bytes = await renderDocx(
        document,
        (svg, size) => renderPng(svg, size, { width: 1600 }),
        wordTemplate?.template,
        theme?.theme,
      );
      return [{ ending: '.docx', bytes }];
    },
  pdf: (input) => {
    let printer: Promise<PdfPrinter> | undefined;
    return async (document) => {
      printer ??= openPrinter(input);
      const { bytes, problems } = await (await printer).print(document);
      return [{ ending: '.pdf', bytes, notes: problems }];
    };
  },
  xlsx: () => async (document) => {
    const { renderXlsx } = await import('../publish/index.js');
    const bytes = await renderXlsx(document);
    return bytes ? [{ ending: '.xlsx', bytes }] : [];
  },
  csv: () => async (document) => {
    const { renderCsv } = await import('../publish/index.js');
    return renderCsv(document).map(({ id, text }) => ({ ending: `.${id}.csv`, bytes: Buffer.from(text) }));
  },
};

async function openPrinter({ theme, pdf = 'a-2a' }: FormatInput): Promise<PdfPrinter> {
  const { openPdfPrinter, PLAIN_THEME } = await import('../publish/index.js');
  const tool = `Medward ${toolVersion()}`;
  return openPdfPrinter({ theme: theme?.theme ?? PLAIN_THEME, tool, ...pdfOptionsOf(pdf) });
}

const BASIS: Readonly<Record<string, (input: FormatInput) => string | undefined>> = {
  docx: ({ wordTemplate, theme }) => wordTemplate?.hash ?? theme?.hash,
  html: ({ theme }) => theme?.hash,
  pdf: ({ theme, pdf }) => `${pdf ?? ''} ${theme?.hash ?? ''}`,
};

/** The pages for auditors are made of all documents at once. */
export const SITE = 'site';

/** @throws OptionError for a format that is none */
export function renderersFor(words: string, input: FormatInput = {}): readonly Renderer[] {
  const names = namesOf(words).filter((name) => name !== SITE);
  return names.map((name) => {
    const make = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
    if (make) return { name, render: make(input), basis: BASIS[name]?.(input) };
    throw new OptionError(`There is no format \`${name}\`.`, `Known: ${[...Object.keys(FORMATS), SITE].join(', ')}.`);
  });
}

export function namesOf(words: string): readonly string[] {
  return [...new Set(words.split(',').map((word) => word.trim()))];
}
