/** Hostile words in records, in every format: printed as words, never run, fetched or calculated; the files stay sound. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import sax from 'sax';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessProject, memoryTree, openProject } from '../src/index.js';
import {
  buildDocuments,
  openPdfPrinter,
  renderCsv,
  renderDocx,
  renderHtml,
  renderMarkdown,
  renderXlsx,
  templateSet,
  type Block,
  type Document,
} from '../src/publish/index.js';
import { testFolder } from '../src/project/folder.test-support.js';
import { bodyOf, packed, pagesOf } from './pdf.test-support.js';
import { lacks } from './programs.test-support.js';

/** What each would do where it is not words, by where that is. */
const HOSTILE: Readonly<Record<string, readonly string[]>> = {
  'a browser': [
    '</td></table><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '<!-- <style>*{display:none}</style>',
    '&lt;b&gt; &#60;script&#62; &nbsp',
    '[x](javascript:alert(1)) ![x](https://example.org/x.png)',
    '[ref]: javascript:alert(1)',
  ],
  Typst: ['#read("/etc/passwd")', '#import "@preview/cetz:0.3.0"', '$ x^2 #sys.version $', '@TH-1 <TH-1>', '#panic()'],
  Word: [
    '</w:t></w:r><w:r><w:instrText>INCLUDETEXT "C:\\\\a"</w:instrText></w:r>',
    '{ INCLUDEPICTURE "https://example.org/p.png" }',
    'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe"',
    ']]> <![CDATA[ {{body}} {{title}}',
    '&#x0; &xxe;',
  ],
  'a spreadsheet': [
    '=1+1',
    '=cmd|"/c calc"!A1',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '=HYPERLINK("https://example.org","x")',
    '007',
    '1e5',
    '2026-11-24',
    'MARCH1',
  ],
  'a template': [
    '::records{kind=threat columns="id" title=T}',
    ':::draft',
    ':fact{id=exposed}',
    '{{ 7*7 }} ${7*7} <%= 7*7 %>',
  ],
  'the eye': [
    '\u202ereversed\u202c',
    '\u2066isolated\u2069',
    'a\u0000b\u0007c\u001b[31md',
    '\ud800 alone',
    '\ufeffmark',
    'soft\u00adhyphen',
  ],
  'a font': ['😀 👩‍👩‍👧‍👦 🇩🇪', 'Z͑ͫ̓a̴l͌g̀ò', '漢字 العربية עברית', '\u2028line \u2029part'],
  'a reader of Markdown': [
    '| a | b',
    '```',
    '~~~',
    '> > > >',
    '- - - -',
    '***',
    '[^1]',
    '# heading',
    '1. one',
    '<https://example.org>',
    '\\',
    '****',
    '_a*b_',
  ],
  'a page': ['x'.repeat(10_000), 'ab-'.repeat(3_000), '   ', 'é'.repeat(500)],
};
const ALL = Object.values(HOSTILE).flat();

const YAML = `medward: 1
device: { name: ${JSON.stringify(ALL[0])}, version: ${JSON.stringify('=1+1')}, manufacturer: ${JSON.stringify(ALL[6])} }
profile: { exposure: public-network }
software: [{ id: SW-1, name: ${JSON.stringify('#panic() <b>')}, class: B }]
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021]
methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }
`;
const TEMPLATE = `---
title: Hostile
products: [threat-model]
---

# In full

::texts{kind=threat fields="vulnerability" title=Threats}

# As a table

::records{kind=threat columns="id title text vulnerability" title=Threats}

::matrix{from=threat to=control}

::product

::gaps{of=device}
`;

function documentOfRecords(threats: string): Document {
  const project = openProject(
    memoryTree(
      new Map([
        ['medward.yaml', YAML],
        ['records/all.yaml', threats],
      ]),
    ),
  );
  const [template] = templateSet(new Map([['t.md', TEMPLATE]]), new Map()).templates;
  if (!template) throw new Error('The template was not read.');
  const { name, version, manufacturer } = project.settings.device;
  const [built] = buildDocuments(template, {
    assessment: assessProject(project, '2026-11-24'),
    device: { name, version, manufacturer, 'intended-use': undefined },
    date: '2026-11-24',
    commit: null,
    dirty: true,
    status: 'draft',
    stamp: ALL[2],
    numbers: new Map([['t', '=1+1']]),
    revisions: [{ version: '@SUM(A1)', date: '2026-11-24', by: ALL[1] ?? '', what: '-2+3' }],
    pictures: new Map(),
  });
  if (!built) throw new Error('No document was built.');
  return built.document;
}

const threatOf = (text: string, at: number): string => {
  const words = JSON.stringify(text);
  return `  - { id: TH-${at + 1}, title: ${words}, text: ${words}, vulnerability: ${words} }\n`;
};
const DOCUMENT = documentOfRecords(`threats:\n${ALL.map(threatOf).join('')}`);

/** Titles as a reader should see them: what steers is shown as a sign for "no character". */
const TITLES = DOCUMENT.blocks.flatMap((block) =>
  block.is === 'heading' && /^TH-\d+$/.test(block.id) && block.content[0]?.is === 'text' ? [block.content[0].text] : [],
);

/** Only the entities of XML; the types of the library do not know it. */
const STRICT = { strictEntities: true } as sax.SAXOptions;

/** @throws Error where it is not well-formed */
function wordsOfXml(xml: string): string {
  const found: string[] = [];
  const parser = sax.parser(true, STRICT);
  parser.ontext = (text) => found.push(text);
  parser.onerror = (fault) => {
    throw fault;
  };
  parser.write(xml).close();
  return found.join('');
}

test('every record stands in the document, and no title steers anything', () => {
  expect(TITLES).toHaveLength(ALL.length);
  // oxlint-disable-next-line no-control-regex -- these are what must not be there
  for (const title of TITLES)
    expect(title).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u);
  expect(DOCUMENT.blocks.filter(({ is }) => is === 'figure')).toEqual([]);
});

test('HTML: words between tags of ours, addresses inside the page alone', () => {
  const html = renderHtml(DOCUMENT).replaceAll(/<style>.*?<\/style>/gs, '');
  for (const [, tag = ''] of html.matchAll(/<\/?([a-zA-Z][a-zA-Z0-9]*)/g)) expect(tag).toMatch(OURS);
  for (const [, address = ''] of html.matchAll(/ (?:href|src|action)="([^"]*)"/g))
    expect(address).toMatch(/^(?:#|https:\/\/example\.org(?:\/|$))/);
  expect(html.replaceAll(/="[^"]*"/g, '')).not.toMatch(/<[^>]*\son\w+=/);
  expect(html).toContain('&lt;/td&gt;&lt;/table&gt;&lt;script&gt;');
});

const OURS =
  /^(?:html|head|meta|title|body|a|main|header|p|h[1-5]|dl|dt|dd|table|caption|thead|tr|th|tbody|td|nav|ol|ul|li|span|section|sup|div|colgroup|col|b|br|em|strong|code|pre|hr)$/;

test('Markdown: read again it holds words, and neither HTML nor pictures nor addresses of others', () => {
  const tree = fromMarkdown(renderMarkdown(DOCUMENT), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const sorts = new Set<string>();
  const addresses = new Set<string>();
  const visit = (node: { type: string; url?: string; children?: readonly unknown[] }): void => {
    sorts.add(node.type);
    if (node.type === 'link' && node.url !== undefined) addresses.add(node.url);
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  visit(tree);
  expect([...sorts].filter((sort) => /^(?:html|image|imageReference|definition|linkReference)$/.test(sort))).toEqual(
    [],
  );
  expect([...addresses].filter((url) => !/^https?:\/\/example\.org\/?/.test(url))).toEqual([]);
});

test('CSV: no cell begins as a formula does, and each row has its cells', () => {
  for (const { text } of renderCsv(DOCUMENT)) {
    const rows = csvRows(text);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  }
});

test('Excel: what looks like a formula, a number or a day is text', async () => {
  const bytes = (await renderXlsx(DOCUMENT)) ?? new Uint8Array();
  const book = await readXlsx(bytes);
  const cells = book.sheets.flatMap(({ cells = new Map() }) => [...cells.values()]);
  expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
  const values = new Set(book.sheets.flatMap(({ rows }) => rows.flat()));
  for (const text of ['=1+1', '+1+1', '@SUM(A1)', '007', '1e5', '2026-11-24', 'MARCH1']) expect(values).toContain(text);
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (/\.(?:xml|rels)$/.test(name)) expect(() => wordsOfXml(strFromU8(part)), name).not.toThrow();
    expect(name).not.toMatch(/externalLink|vbaProject/);
  }
});

describe('Word', () => {
  let bytes: Uint8Array;
  let parts: Readonly<Record<string, Uint8Array>>;
  beforeAll(async () => {
    bytes = await renderDocx(DOCUMENT, () => Promise.resolve(new Uint8Array()));
    parts = unzipSync(bytes);
  });

  test('every part is well-formed, and every title stands in it as words', () => {
    for (const [name, part] of Object.entries(parts)) {
      if (/\.(?:xml|rels)$/.test(name)) expect(() => wordsOfXml(strFromU8(part)), name).not.toThrow();
    }
    const body = packed(wordsOfXml(strFromU8(parts['word/document.xml'] ?? new Uint8Array())));
    expect(TITLES.map(packed).filter((title) => !body.includes(title))).toEqual([]);
  });

  test('no field but ours, nothing that lies elsewhere', () => {
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const fields = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)<|w:instr="([^"]*)"/g)].map(([, long, short]) =>
      (long ?? short ?? '').trim(),
    );
    for (const field of fields)
      expect(field).toMatch(/^(?:TOC|PAGEREF|PAGE|NUMPAGES|SEQ (?:Table|Figure)|REF m_\w+)\b/);
    const outside = [
      ...strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array()).matchAll(
        /Target="([^"]*)" TargetMode="External"/g,
      ),
    ];
    for (const [, target = ''] of outside) expect(target).toMatch(/^https:\/\/example\.org(?:\/|$)/);
    expect(Object.keys(parts).filter((name) => /embeddings|vba|altChunk/i.test(name))).toEqual([]);
  });

  test.skipIf(lacks('soffice', 'pdftotext'))('an office opens it (needs soffice)', { timeout: 180_000 }, () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'hostile.docx'), bytes);
    const flags = [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
    ];
    execFileSync('soffice', [...flags, join(folder, 'hostile.docx')], { stdio: 'ignore' });
    const all = packed(
      pagesOf(readFileSync(join(folder, 'hostile.pdf')))
        .flatMap(({ words }) => words.map(({ text }) => text))
        .join(''),
    );
    for (const said of ['#read("/etc/passwd")', '=cmd|"/ccalc"!A1', 'DDEAUTO']) expect(all).toContain(packed(said));
  });
});

test.skipIf(lacks('pdftotext'))(
  'PDF: printed as words, and what no font has is told (needs pdftotext)',
  { timeout: 120_000 },
  async () => {
    const printer = await openPdfPrinter({ tool: 'Medward 1.0.0' });
    const { bytes, problems } = await printer.print(DOCUMENT);
    const body = bodyOf(pagesOf(bytes));
    const shown = TITLES.filter((title) => /^TH-\d+ {2}[ -~]*$/.test(title));
    expect(shown.length).toBeGreaterThan(40);
    expect(shown.map(packed).filter((title) => !body.includes(title))).toEqual([]);
    expect(body).not.toContain('root:x:0');
    expect(problems.some((words) => words.includes('is in no font'))).toBe(true);
  },
);

test(
  'a text that is a table of 3,000 rows, and one that is nested 500 deep, are printed in bounded time',
  { timeout: 60_000 },
  () => {
    const rows = `| a | b |\n|---|---|\n${Array.from({ length: 3_000 }, (_, at) => `| ${at} | x |`).join('\n')}`;
    const nested = `${'> '.repeat(500)}deep\n\n${'- '.repeat(500)}deeper`;
    const document = documentOfRecords(
      `threats:\n${[rows, nested].map((text, at) => `  - { id: TH-${at + 1}, title: T, text: ${JSON.stringify(text)} }\n`).join('')}`,
    );
    expect(renderHtml(document)).toContain(
      '<td>2999</td>'.replace('td>2999</td', 'th scope="row" class="id">2999</th'),
    );
    expect(renderMarkdown(document)).toContain('deeper');
  },
);

test.each([
  [
    'runs and fetches',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><image href="https://example.org/p.png"/><rect width="9" height="9" onload="x()"/><style>@import "https://example.org";</style></svg>',
  ],
  [
    'names a file by an entity',
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg viewBox="0 0 9 9"><text>&x;</text></svg>',
  ],
  ['repeats itself', '<svg viewBox="0 0 9 9"><g id="a"><use href="#a"/></g></svg>'],
  ['is giant', `<svg viewBox="0 0 9 9">${'<g/>'.repeat(60_000)}</svg>`],
  ['is as wide as a street', '<svg viewBox="0 0 1e12 1e12"><rect width="9" height="9"/></svg>'],
  ['ends the page', '</svg></div><script>alert(1)</script>'],
])('a picture that %s shows what it draws, or that it is not shown', async (_, svg) => {
  const figure: Block = { is: 'figure', id: 'f', caption: [], svg, alt: '"><script>' };
  const document: Document = { ...DOCUMENT, blocks: [figure] };
  const html = renderHtml(document);
  expect(html).not.toMatch(/<script|<image|onload=|@import|<!ENTITY/);
  const sizes: number[] = [];
  const parts = unzipSync(
    await renderDocx(document, (drawn, { width, height }) => {
      expect(drawn).not.toMatch(/<script|<image|onload=|@import|<!ENTITY/);
      sizes.push(width, height);
      return Promise.resolve(new Uint8Array());
    }),
  );
  const media = Object.keys(parts).filter((name) => name.endsWith('.svg'));
  for (const name of media)
    expect(strFromU8(parts[name] ?? new Uint8Array())).not.toMatch(/script|image|onload|import/);
  for (const size of sizes) expect(size).toBeLessThanOrEqual(100_000);
});

/** RFC 4180. */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
