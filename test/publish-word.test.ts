/** Word documents of our own look: what Word counts and fills itself is a field, and what a reader sees is as in the PDF. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { renderDocx, renderHtml, type Block, type Document } from '../src/publish/index.js';
import { testFolder } from '../src/project/folder.test-support.js';
import { pagesOf } from './pdf.test-support.js';
import { lacks } from './programs.test-support.js';
import { documentOf, paragraph, RICH, words } from './rich-document.test-support.js';

// One grey point.
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAhwJXOAAAAABJRU5ErkJggg==',
  'base64',
);
const word = (document: Document): Promise<Uint8Array> => renderDocx(document, () => Promise.resolve(PNG));

function part(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

const headers = (bytes: Uint8Array): string =>
  Object.keys(unzipSync(bytes))
    .filter((name) => /^word\/header\d+\.xml$/.test(name))
    .map((name) => part(bytes, name))
    .join('');

const cell = (text: string) => ({ content: [[words(text)]] });
const more = (id: string): Block => ({
  is: 'table',
  id,
  caption: [words(`Caption of ${id}`)],
  columns: [{ title: 'Head', width: 1 }],
  rows: [{ cells: [cell('x')] }],
});
const CELLS = Array.from({ length: 9 }, () => 'unpronounceability');
const WIDE: Block = {
  is: 'table',
  id: 'wide',
  caption: [words('Wide')],
  columns: CELLS.map((title) => ({ title, width: 1 / 9 })),
  rows: Array.from({ length: 30 }, () => ({ cells: CELLS.map(cell) })),
};

describe('a document of ours', () => {
  let draft: Uint8Array;
  let xml: string;
  beforeAll(async () => {
    draft = await word(documentOf([...RICH, more('a'), more('b'), WIDE], { status: 'draft' }));
    xml = part(draft, 'word/document.xml');
  });

  test('counts its captions itself, and its references follow them', () => {
    const counted = [...xml.matchAll(/SEQ (Table|Figure) [^"]*">.*?<w:t>(\d+)<\/w:t>/g)].map(
      ([, name, at]) => `${name} ${at}`,
    );
    expect(counted).toEqual(['Table 1', 'Figure 1', 'Table 2', 'Table 3', 'Table 4', 'Table 5']);
    expect(xml).toMatch(/<w:fldSimple w:instr=" REF m_t1 \\h "[^>]*>.*?Table 1/);
    expect(xml).toMatch(/<w:bookmarkStart [^>]*w:name="m_t1"/);
  });

  test('has contents, and lists of tables and of figures that lead to their captions', () => {
    const fields = [...xml.matchAll(/<w:instrText[^>]*>(TOC [^<]*)</g)].map(([, field]) => field);
    expect(fields).toEqual([
      expect.stringContaining('\\o &quot;1-2&quot;'),
      expect.stringContaining('\\c &quot;Table&quot;'),
      expect.stringContaining('\\c &quot;Figure&quot;'),
    ]);
    expect(xml).toMatch(/w:anchor="m_t1"[^>]*>(?:(?!<\/w:hyperlink>).)*Threats with spans/);
  });

  test('an id leads to the row of its record, in Word and in HTML', () => {
    expect(xml).toMatch(/w:anchor="m_row_TH_01"/);
    expect(xml).toMatch(/<w:bookmarkStart [^>]*w:name="m_row_TH_01"/);
    const html = renderHtml(documentOf(RICH));
    expect(html).toContain('<a class="id" href="#row-TH-01">TH-01</a>');
    expect(html).toContain(
      '<tr class="changed" id="row-TH-01"><th scope="row" class="id"><span class="id">TH-01</span>',
    );
  });

  test('a draft says so on the first page, above each and behind each; a release does not', async () => {
    expect(xml).toContain('Draft, not for release. ');
    expect(headers(draft)).toContain('string="DRAFT"');
    const release = await word(documentOf(RICH));
    expect(headers(release)).not.toMatch(/DRAFT|Draft/);
    expect(part(release, 'word/document.xml')).not.toContain('Draft, not for release');
    expect(headers(release)).toContain('RD-01, version 1.2.0, released 2026-11-23');
  });

  test('turns the page for the table that needs the width, and for no other', () => {
    const turned = [...xml.matchAll(/<w:pgSz [^>]*>/g)].map(([size]) => size.includes('landscape'));
    expect(turned.filter(Boolean)).toHaveLength(2);
  });

  test('a line that heads rows goes across its table', () => {
    expect(xml).toMatch(/<w:gridSpan w:val="3"\/>(?:(?!<\/w:tc>).)*A group/);
  });

  test('notes stand on a ground of their own, blocking ones on another, with a comment each', () => {
    const styles = [...xml.matchAll(/<w:pStyle w:val="(Note\w+)"\/>/g)].map(([, style]) => style);
    expect(new Set(styles)).toEqual(new Set(['NoteBlocks', 'NoteWrite', 'NoteHint']));
    expect(part(draft, 'word/comments.xml').match(/<w:comment /g)).toHaveLength(3);
  });
});

test('columns are as wide as their words need', async () => {
  const rows = [
    { cells: [cell('TH-1'), cell('A sentence that is a good deal longer than the id beside it. '.repeat(3))] },
  ];
  const columns = [
    { title: 'Id', width: 0.5 },
    { title: 'Text', width: 0.5 },
  ];
  const table: Block = { is: 'table', id: 't', caption: [], columns, rows };
  const xml = part(await word(documentOf([table], { approvals: [], revisions: [] })), 'word/document.xml');
  const grids = [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map(([, grid = '']) =>
    [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width)),
  );
  const [id = 0, text = 0] = grids.at(-1) ?? [];
  expect(text).toBeGreaterThan(3 * id);
});

test.skipIf(lacks('soffice', 'pdftotext'))(
  'an office opens it, and counts what the fields count (needs soffice)',
  { timeout: 120_000 },
  async () => {
    const folder = testFolder();
    writeFileSync(
      join(folder, 'rich.docx'),
      await word(documentOf([...RICH, paragraph(words('The end of all.'))], { status: 'draft' })),
    );
    const flags = [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
    ];
    execFileSync('soffice', [...flags, join(folder, 'rich.docx')], { stdio: 'ignore' });
    const pages = pagesOf(readFileSync(join(folder, 'rich.pdf')));
    const all = pages.map((page) => page.words.map(({ text }) => text).join(' ')).join(' ');
    for (const said of [
      'Table 1 Threats with spans 2 of 1,234 threats',
      'Figure 1 Two boxes',
      'and Table 1 .',
      'The end of all.',
    ]) {
      expect(all.replaceAll(/\s+/g, ' ').replace('Table 1.', 'Table 1 .')).toContain(said);
    }
    expect(all).toContain(`Page ${pages.length} of ${pages.length}`);
  },
);
