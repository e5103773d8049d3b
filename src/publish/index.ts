/**
 * Comes in: an Assessment, templates as text, pictures of views, a day and a commit.
 * Goes out: documents as values, and each of them as HTML, Markdown, CSV, PDF, DOCX and XLSX.
 * May not: read the project or its records' files, run what a record or template says, fetch an address, look at the clock.
 */
export { buildDocuments, isAskedFor, type BuiltDocument, type DocumentInput } from './build/build-document.js';
export type { ChangedRecord, Since } from './build/changes.js';
export { NUMBERS_PATH, readNumbers, type NumbersRead } from './document-numbers.js';
export type { Block, Document, Figure, Inline, NumberingWords, Revision, Table } from './document.js';
export { renderCsv, type CsvFile } from './render/csv.js';
export { renderHtml, type HtmlOptions } from './render/html.js';
export { openPdfPrinter, openWordTemplate, renderDocx, renderXlsx, type Size, type ToPng } from './render/late.js';
export { renderMarkdown } from './render/markdown.js';
export { renderSite, type SiteFile } from './site/render-site.js';
export { shippedTemplates } from './shipped-templates.js';
export type { Picture } from './tags/define.js';
export { type Template, type TemplateProblem } from './template.js';
export { templateSet, type TemplateSet } from './template-set.js';
export { PLAIN_THEME, readTheme, THEME_PATH, type Theme, type ThemeRead } from './theme.js';
export type { PdfOptions, PdfPrinter, PrintedPdf } from './render/pdf.js';
export type { WordTemplate } from './word-template/read-word-template.js';
