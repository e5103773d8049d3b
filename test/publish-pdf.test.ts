/** PDF: all words of a document in their order and on their pages, sound files, and nothing of it read as anything but text. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPdfPrinter, type Block, type Document, type Inline, type PdfPrinter } from '../src/publish/index.js';
import { testFolder } from '../src/project/folder.test-support.js';
import { firstMissing, stringsOf } from './document-strings.test-support.js';
import { bodyOf, bookmarksOf, faultsOf, packed, pagesOf } from './pdf.test-support.js';
import { lacks } from './programs.test-support.js';
import { documentOf, heading, paragraph, RICH, words } from './rich-document.test-support.js';

const TOOL = 'Medward 1.0.0';
const ROOT = join(import.meta.dirname, '..');
let printer: PdfPrinter;

beforeAll(async () => {
  printer = await openPdfPrinter({ tool: TOOL });
});

async function print(document: Document): Promise<Uint8Array> {
  return (await printer.print(document)).bytes;
}

/** Without the heads that a table repeats on each page. */
function withoutRepeats(body: string, blocks: readonly Block[]): string {
  return blocks.reduce((rest, block) => {
    if (block.is !== 'table') return rest;
    const heads = packed(block.columns.map(({ title }) => title).join(''));
    const [before = '', ...after] = rest.split(heads);
    return after.length === 0 ? rest : before + heads + after.join('');
  }, body);
}

describe.skipIf(lacks('pdftotext', 'qpdf'))('a document with every part (needs pdftotext and qpdf)', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await print(documentOf(RICH));
  });

  test('is a sound PDF, tagged and archivable', () => {
    expect(faultsOf(bytes)).toBe('');
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toContain('/Marked true');
    expect(text).toContain('/Lang (en)');
  });

  test('says everything, in the order of the document', () => {
    const body = bodyOf(pagesOf(bytes));
    const front = ['Rich document', 'Pump 1.2.0', 'Manufacturer', 'Halden Therapeutics', 'released', 'Approvals'];
    expect(firstMissing(body, front)).toBeUndefined();
    expect(firstMissing(body, ['Limits reworded', 'Contents', ...stringsOf(RICH)])).toBeUndefined();
    expect(body).toContain(packed('Table 1 Threats with spans 2 of 1,234 threats'));
    expect(body).toContain(packed('Figure 1 Two boxes'));
  });

  test('says on each page what it is, and counts the pages', () => {
    const pages = pagesOf(bytes);
    pages.forEach((page, at) => {
      const all = packed(page.words.map(({ text }) => text).join(''));
      expect(all).toContain(packed('RD-01, version 1.2.0, released 2026-11-23'));
      expect(all).toContain(packed(`Pump 1.2.0 · commit 9c41e7a · 2026-11-23 · ${TOOL}`));
      expect(all).toContain(packed('Fictional example device'));
      expect(all).toContain(packed(`Page ${at + 1} of ${pages.length}`));
      expect(all).not.toContain('DRAFT');
    });
  });

  test('turns the page for the table that needs the width', () => {
    const turned = pagesOf(bytes).filter(({ width, height }) => width > height);
    expect(turned).toHaveLength(1);
    expect(packed(turned[0]?.words.map(({ text }) => text).join('') ?? '')).toContain(packed('Third chapter'));
  });

  test('has bookmarks that agree with the contents and with the pages', () => {
    const bookmarks = bookmarksOf(bytes);
    expect(bookmarks.map(({ title }) => title)).toEqual([
      '1 First chapter',
      '1.1 Second section',
      '2 Third chapter',
      '2.1 Last section',
    ]);
    const pages = pagesOf(bytes);
    const contents = packed(pages[1]?.words.map(({ text }) => text).join('') ?? '').replaceAll('.', '');
    for (const { title, page } of bookmarks) {
      expect(packed(pages[page - 1]?.words.map(({ text }) => text).join('') ?? '')).toContain(packed(title));
      expect(contents).toContain(`${packed(title).replaceAll('.', '')}${page}`);
    }
  });

  test('a draft says so on each page, and marks its gaps on the first', async () => {
    const pages = pagesOf(await print(documentOf(RICH, { status: 'draft' })));
    for (const { words } of pages) expect(words.map(({ text }) => text).join(' ')).toMatch(/Draft · RD-01/);
    const first = packed(pages[0]?.words.map(({ text }) => text).join('') ?? '');
    expect(first).toContain(packed('Draft, not for release. 1 gap and 1 text that nobody finished in this document'));
  });

  test('fits PDF/UA-1 as well: pictures have words, levels have no holes', async () => {
    const other = await openPdfPrinter({ tool: TOOL, standard: 'ua-1' });
    const holes = [heading(3, 'deep', 'Begins too deep'), heading(1, 'up', 'Up'), heading(4, 'down', 'Down again')];
    const rows = Array.from({ length: 200 }, (_, at) => ({ cells: [{ content: [[words(`row ${at}`)]] }] }));
    const long: Block = { is: 'table', id: 'l', caption: [words('Long')], columns: [{ title: 'Row', width: 1 }], rows };
    const { bytes } = await other.print(documentOf([...holes, ...RICH, long], { status: 'draft' }));
    expect(Buffer.from(bytes).toString('latin1')).toContain('pdfuaid:part');
  });

  test('without tags it says the same', async () => {
    const untagged = await openPdfPrinter({ tool: TOOL, isTagged: false });
    const { bytes: smaller } = await untagged.print(documentOf(RICH));
    expect(smaller.length).toBeLessThan(bytes.length);
    expect(bodyOf(pagesOf(smaller))).toBe(bodyOf(pagesOf(bytes)));
  });
});

const HOSTILE: readonly string[] = [
  '#read("/etc/passwd")',
  '#import "@preview/cetz:0.3.0"',
  '#eval("1 + 1")',
  '$ x^2 + #sys.version $',
  '@first and @preview/x',
  '<first>',
  '*not bold* _not italic_',
  String.raw`\ back \u{1F600} \#`,
  '// no comment /* nor this */',
  '= no heading',
  '- no list',
  '`no code` ```typ #1 ```',
  '~ -- --- ... "quotes" \'single\'',
  ']{}[ )(',
  '{page} of {pages}',
  'https://example.org/#read',
  '&lt;b&gt; <script>alert(1)</script>',
];

describe.skipIf(lacks('pdftotext'))('words that mean something elsewhere (needs pdftotext)', () => {
  test('are printed as words, wherever they stand', async () => {
    const all = HOSTILE.join(' | ');
    const cell = { content: HOSTILE.map((text) => [words(text)]) };
    const document = documentOf(
      [
        heading(1, '<first> #x', HOSTILE[0] ?? ''),
        ...HOSTILE.map((text) => paragraph(words(text))),
        { is: 'code', text: HOSTILE.join('\n') },
        { is: 'list', ordered: false, items: HOSTILE.map((text) => [paragraph({ is: 'text', text, code: true })]) },
        { is: 'note', kind: 'gap', title: HOSTILE[3] ?? '', gap: HOSTILE[5] ?? '', blocks: [paragraph(words(all))] },
        {
          is: 'table',
          id: '"]#panic()',
          caption: [words(all)],
          columns: [{ title: HOSTILE[1] ?? '', width: 1 }],
          rows: [{ cells: [cell] }],
        },
      ],
      { title: HOSTILE[2] ?? '', device: HOSTILE[4] ?? '', stamp: HOSTILE[14] ?? '', number: HOSTILE[6] ?? '' },
    );
    const body = bodyOf(pagesOf(await print(document)));
    expect(firstMissing(body, [HOSTILE[2] ?? '', HOSTILE[4] ?? ''])).toBeUndefined();
    expect(firstMissing(body, ['Contents', ...stringsOf(document.blocks)])).toBeUndefined();
    expect(body).not.toContain('root:');
  });

  test('a picture that would fetch or run shows what it draws, and no more', async () => {
    const secret = join(testFolder({ 'secret.png': 'x' }), 'secret.png');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 80">
      <script>alert(1)</script><image href="${secret}" width="9" height="9"/><image xlink:href="file:///etc/passwd"/>
      <foreignObject><p xmlns="http://www.w3.org/1999/xhtml">FOREIGN</p></foreignObject>
      <text y="20" onclick="x()" font-family="Evil">kept words 漢</text></svg>`;
    const figure: Block = { is: 'figure', id: 'f', caption: [words('Evil')], svg, alt: 'x' };
    const { bytes, problems } = await printer.print(documentOf([figure]));
    const body = bodyOf(pagesOf(bytes));
    expect(body).toContain(packed('kept words \ufffd'));
    expect(body).not.toMatch(/FOREIGN|alert/);
    expect(problems.join()).toContain('The glyph U+6F22 is in no font');
    const broken: Block = { ...figure, svg: '<svg><g></svg>' };
    expect((await printer.print(documentOf([broken]))).problems).toEqual([
      'The figure f is not shown. The picture is no well-formed SVG.',
    ]);
  });

  test.each<[string, string, string, readonly string[]]>([
    ['a character that no font has', 'a漢b', 'a\ufffdb', ['U+6F22 is in no font: once']],
    ['the same thrice', '漢 漢 漢', '\ufffd\ufffd\ufffd', ['U+6F22 is in no font: 3 times']],
    ['what turns the direction', 'a\u202eb', 'a\ufffdb', ['U+202E is in no font']],
    ['signs of states and mathematics', '✓ ✗ ◐ ○ ≥ → ☐ ∞ Ω₂', '✓✗◐○≥→☐∞Ω₂', []],
    ['Hebrew and Arabic', 'שלום', 'שלום', []],
    ['letters and their marks apart', 'e\u0301', 'é', []],
    ['joiners without a sign', 'a\ufe0f\u00adb', 'ab', []],
  ])('%s', async (_, text, shown, told) => {
    const blocks = [
      heading(1, 'h', 'Heading'),
      paragraph(words(text)),
      paragraph({ is: 'text', text, emphasis: true }),
    ];
    const { bytes, problems } = await printer.print(documentOf([blocks[0] as Block, blocks[1] as Block]));
    const body = bodyOf(pagesOf(bytes)).replaceAll(/[\ufe0f\u00ad]/g, '');
    // Words that run from right to left are written in the order of the eye.
    const turned = Array.from(packed(shown)).reverse().join('');
    expect([body.includes(packed(shown)), body.includes(turned)]).toContain(true);
    expect(problems.length).toBe(told.length);
    told.forEach((sentence, at) => expect(problems[at]).toContain(sentence));
    await printer.print(documentOf(blocks));
  });
});

const LONG_WORD = 'abcdefghij'.repeat(1000);

describe.skipIf(lacks('pdftotext'))('documents at their worst (needs pdftotext)', () => {
  const table = (columns: number, rows: readonly (readonly string[])[], title = 'Column'): Block => ({
    is: 'table',
    id: 'worst',
    caption: [words('Worst')],
    columns: Array.from({ length: columns }, (_, at) => ({ title: `${title} ${at}`, width: 1 / columns })),
    rows: rows.map((row) => ({ cells: row.map((text) => ({ content: [[words(text)]] })) })),
  });
  const deep = (depth: number): Block =>
    depth === 0
      ? paragraph(words('at the bottom'))
      : { is: 'list', ordered: depth % 2 === 0, items: [[paragraph(words(`level ${depth}`)), deep(depth - 1)]] };
  const notes = (depth: number): Block =>
    depth === 0
      ? paragraph(words('inside all'))
      : { is: 'note', kind: 'hint', title: `note ${depth}`, blocks: [notes(depth - 1)] };

  test.each<[string, readonly Block[]]>([
    ['a word of 10,000 characters', [paragraph(words(LONG_WORD)), table(4, [['a', 'b', '', LONG_WORD]])]],
    [
      'long words in many columns',
      [table(12, [Array.from({ length: 12 }, () => 'extraordinarily-unbreakable_words')])],
    ],
    ['long heads', [table(6, [['1', '2', '3', '4', '5', '6']], 'Unpronounceablyverylonghead')]],
    [
      'a cell of more than a page',
      [
        table(2, [
          ['short', 'many words '.repeat(4000)],
          ['next', 'row'],
        ]),
      ],
    ],
    ['a table without rows', [table(3, []), paragraph(words('goes on'))]],
    [
      'empty cells',
      [
        table(3, [
          ['', '', ''],
          ['', 'x', ''],
        ]),
      ],
    ],
    ['more and fewer cells than columns', [table(2, [['1', '2', '3', '4'], ['only'], []])]],
    ['lists in lists', [deep(200)]],
    ['notes in notes', [notes(50)]],
    ['a code line of 5,000 characters', [{ is: 'code', text: `${'x'.repeat(5000)}\n\tindented` }]],
    ['one heading and nothing else', [heading(1, 'h', 'word '.repeat(80).trim())]],
    ['nothing at all', []],
  ])('%s', async (_, blocks) => {
    const pages = pagesOf(await print(documentOf(blocks)));
    const body = withoutRepeats(bodyOf(pages), blocks);
    expect(firstMissing(body, stringsOf(blocks))).toBeUndefined();
    for (const { width, height, words } of pages) {
      const outside = words.filter((word) => word.right > width - 40 || word.left < 40 || word.bottom > height - 20);
      expect(outside).toEqual([]);
    }
  });

  test('rows that cover each other more than there is room are put in order', async () => {
    const cell = (text: string, columns: number, rows: number) => ({ content: [[words(text)]], columns, rows });
    const rows = [
      { cells: [cell('wide', 99, 99), cell('lost?', 1, 1)] },
      { cells: [cell('under', 1, 1)] },
      { cells: [] },
    ];
    const block: Block = { ...(table(3, []) as Extract<Block, { is: 'table' }>), rows };
    const body = bodyOf(pagesOf(await print(documentOf([block]))));
    for (const word of ['wide', 'lost?', 'under']) expect(body).toContain(word);
  });
});

const anyInline = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      is: fc.constant('text' as const),
      text: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE), fc.constant('')),
      strong: fc.boolean(),
      emphasis: fc.boolean(),
      code: fc.boolean(),
    }),
    fc.constant({ is: 'break' as const }),
    fc.record({ is: fc.constant('reference' as const), to: fc.constantFrom('t', 'f', 'nowhere', '') }),
    fc.record({
      is: fc.constant('link' as const),
      to: fc.constantFrom('t', 'TH-1', '', '<x>'),
      content: fc.array(tie('inline'), { maxLength: 2 }),
    }),
    fc.record({ is: fc.constant('footnote' as const), content: fc.array(tie('inline'), { maxLength: 2 }) }),
    fc.record({
      is: fc.constant('address' as const),
      url: fc.constantFrom('https://example.org', 'javascript:alert(1)', 'file:///etc/passwd', ''),
      content: fc.array(tie('inline'), { maxLength: 2 }),
    }),
  ),
})).inline;
const anyInlines = fc.array(anyInline, { maxLength: 3 });
const anyRow = fc.record({
  cells: fc.array(
    fc.record({
      content: fc.array(anyInlines, { maxLength: 2 }),
      columns: fc.integer({ min: 1, max: 4 }),
      rows: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 4 },
  ),
  isGroup: fc.boolean(),
  changed: fc.boolean(),
});
const anyBlock = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    fc.record({ is: fc.constant('paragraph' as const), content: anyInlines, changed: fc.boolean() }),
    fc.record({
      is: fc.constant('heading' as const),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
      id: fc.constantFrom('t', 'h', '', 'TH-1'),
      content: anyInlines,
      unnumbered: fc.boolean(),
    }),
    fc.record({
      is: fc.constant('table' as const),
      id: fc.constantFrom('t', 'f', ''),
      caption: anyInlines,
      columns: fc.array(fc.record({ title: fc.string(), width: fc.double({ min: -1, max: 2 }) }), { maxLength: 4 }),
      rows: fc.array(anyRow, { maxLength: 4 }),
      landscape: fc.boolean(),
    }),
    fc.record({ is: fc.constant('code' as const), text: fc.string({ unit: 'binary' }) }),
    fc.record({
      is: fc.constant('figure' as const),
      id: fc.constant('f'),
      caption: anyInlines,
      svg: fc.constantFrom(
        '<svg/>',
        '<svg viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
        'no picture',
        '<svg width="1e9"/>',
      ),
      alt: fc.string(),
    }),
    fc.record({
      is: fc.constant('note' as const),
      kind: fc.constantFrom('gap' as const, 'write' as const, 'hint' as const),
      title: fc.string(),
      blocks: fc.array(tie('block'), { maxLength: 2 }),
    }),
    fc.record({
      is: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(fc.array(tie('block'), { maxLength: 2 }), { maxLength: 2 }),
    }),
    fc.constant({ is: 'page-break' as const }),
  ),
})).block;

test('a document of any shape is printed', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyBlock, { maxLength: 6 }), fc.string({ unit: 'binary' }), async (blocks, title) => {
      expect((await print(documentOf(blocks, { title, status: 'draft' }))).length).toBeGreaterThan(1000);
    }),
    { numRuns: 60 },
  );
});

describe('the same document', () => {
  test('gives the same bytes from one printer and from another, after other documents', async () => {
    const once = await print(documentOf(RICH));
    await print(documentOf([paragraph(words('something else'))]));
    expect(Buffer.from(await print(documentOf(RICH))).equals(once)).toBe(true);
    const other = await openPdfPrinter({ tool: TOOL });
    expect(Buffer.from((await other.print(documentOf(RICH))).bytes).equals(once)).toBe(true);
  });

  test('gives the same bytes in another folder, time zone, language, and with other fonts on the machine', () => {
    const here = published({});
    const home = testFolder({ '.fonts/Inter.ttf': disguised(), '.local/share/fonts/Inter.ttf': disguised() });
    const there = published({ HOME: home, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
    expect(there.equals(here)).toBe(true);
  });
});

/** The sample as the command writes it. */
function published(env: NodeJS.ProcessEnv): Buffer {
  const folder = testFolder();
  const args = ['--import', 'tsx', join(ROOT, 'src/cli/main.ts'), 'publish', 'threat-model', '--format', 'pdf'];
  execFileSync(
    process.execPath,
    [...args, '--project', join(ROOT, 'examples/labdesk'), '--date', '2026-11-24', '-o', join(folder, 'out')],
    { cwd: ROOT, env: { ...process.env, ...env }, stdio: 'ignore' },
  );
  return readFileSync(join(folder, 'out/threat-model.pdf'));
}

/** Inter with every letter three times as wide, under the same name. */
function disguised(): Uint8Array {
  const file = join(ROOT, 'node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf');
  const font = Buffer.from(readFileSync(file));
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    if (font.toString('latin1', at, at + 4) !== 'hmtx') continue;
    const table = font.readUInt32BE(at + 8);
    for (let glyph = 0; glyph < 2000; glyph++) font.writeUInt16BE(3000, table + 4 * glyph);
  }
  return font;
}
