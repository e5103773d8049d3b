/** The same content in each format: what a document says stands in PDF, Word, HTML and Markdown, in its order, with its numbers. */
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessProject, openProject } from '../src/index.js';
import {
  buildDocuments,
  openPdfPrinter,
  renderDocx,
  renderHtml,
  renderMarkdown,
  shippedTemplates,
  templateSet,
  type Block,
  type Document,
  type PdfPrinter,
} from '../src/publish/index.js';
import { firstMissing, footnotesOf, printedStrings } from './document-strings.test-support.js';
import { bodyOf, packed, pagesOf } from './pdf.test-support.js';
import { lacks } from './programs.test-support.js';
import { documentOf, paragraph, RICH, words } from './rich-document.test-support.js';

const DATE = '2026-11-24';
const assessment = assessProject(openProject(join(import.meta.dirname, '../examples/glucoloop')), DATE);

/** One of each kind: the documents of the second and third software system are made like those of the first. */
const DOCUMENTS = templateSet(shippedTemplates(), new Map()).templates.flatMap((template) => {
  const [built] = buildDocuments(template, {
    assessment,
    device: { name: 'GlucoLoop', version: '2.4.0', manufacturer: 'Halden', 'intended-use': undefined },
    date: DATE,
    commit: null,
    dirty: true,
    status: 'draft',
    stamp: 'Fictional example device',
    numbers: new Map(),
    revisions: [{ version: '2.4.0', date: DATE, by: 'Ada', what: 'Limits reworded' }],
    pictures: new Map(),
  });
  return built ? [built.document] : [];
});

const NOTED: readonly Block[] = [
  ...RICH,
  paragraph(words('Said'), { is: 'footnote', content: [words('with a note below')] }, words(', and again')),
];
const ALL = [...DOCUMENTS, documentOf(NOTED, { status: 'draft' })].map((document) => [document.id, document] as const);

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", amp: '&' };

function plain(xml: string): string {
  return xml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|quot|apos|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

function inHtml(document: Document): string {
  const html = renderHtml(document).replaceAll(/<style>.*?<\/style>|<nav\b.*?<\/nav>|<svg\b.*?<\/svg>/gs, '');
  return packed(plain(html));
}

async function inWord(document: Document): Promise<string> {
  const parts = unzipSync(await renderDocx(document, () => Promise.resolve(new Uint8Array())));
  const xml = ['word/document.xml', 'word/footnotes.xml'].map((name) => strFromU8(parts[name] ?? new Uint8Array()));
  return packed(plain(xml.join('').replaceAll(/<w:instrText\b.*?<\/w:instrText>|<w:sdt>.*?<\/w:sdt>/gs, '')));
}

function inMarkdown(document: Document): string {
  return packed(
    renderMarkdown(document)
      .replaceAll('<br>', ' ')
      .replaceAll(/[\\`*_|()]/g, ''),
  );
}

/** Signs that Markdown needs itself. */
const marked = (strings: readonly string[]): readonly string[] =>
  strings.map((text) => text.replaceAll(/[\\`*_|()]/g, ''));

describe('each document of GlucoLoop says the same', () => {
  test('and there is one of each template that concerns it', () => {
    expect(DOCUMENTS.length).toBeGreaterThan(30);
  });

  test.each(ALL)('in HTML: %s', (_, document) => {
    const body = inHtml(document);
    expect(firstMissing(body, [document.title, ...frontOf(document), ...printedStrings(document)])).toBeUndefined();
    for (const note of footnotesOf(document.blocks)) expect(body).toContain(packed(note));
  });

  test.each(ALL)('in Word: %s', async (_, document) => {
    const body = await inWord(document);
    expect(firstMissing(body, [document.title, ...frontOf(document), ...printedStrings(document)])).toBeUndefined();
    for (const note of footnotesOf(document.blocks)) expect(body).toContain(packed(note));
  });

  test.each(ALL)('in Markdown: %s', (_, document) => {
    expect(
      firstMissing(inMarkdown(document), marked([document.title, ...frontOf(document), ...printedStrings(document)])),
    ).toBeUndefined();
  });
});

function frontOf({ revisions }: Document): readonly string[] {
  return ['Draft, not for release.', 'Approvals', ...revisions.map(({ what }) => what)];
}

describe.skipIf(lacks('pdftotext'))('in PDF (needs pdftotext)', () => {
  let printer: PdfPrinter;
  beforeAll(async () => {
    printer = await openPdfPrinter({ tool: 'Medward 1.0.0' });
  });

  test.each(ALL)('%s', async (_, document) => {
    const body = bodyOf(pagesOf((await printer.print(document)).bytes));
    expect(firstMissing(body, [document.title, ...frontOf(document), ...printedStrings(document)])).toBeUndefined();
    for (const note of footnotesOf(document.blocks)) expect(body).toContain(packed(note));
  });
});

test('what one format leaves out is found', () => {
  const [document] = DOCUMENTS;
  const body = inHtml(document as Document);
  const strings = printedStrings(document as Document).filter((text) => packed(text).length > 8);
  const dropped = strings[Math.floor(strings.length / 2)] ?? '';
  expect(firstMissing(body.replaceAll(packed(dropped), ''), strings)).toContain(packed(dropped).slice(0, 20));
});
