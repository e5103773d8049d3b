/** `medward publish --format pdf`: sample documents whole in their files, the theme of the project, and what cannot be drawn. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';
import type { PublishOutput } from '../src/contract/index.js';
import { testFolder } from '../src/project/folder.test-support.js';
import { bodyOf, bookmarksOf, faultsOf, packed, pagesOf } from './pdf.test-support.js';
import { lacks } from './programs.test-support.js';

const ROOT = join(import.meta.dirname, '..');

const YAML = `medward: 1
device: { name: Pump, version: 1.3.0, manufacturer: Halden }
profile: { exposure: public-network }
software: [{ id: SW-1, name: Pump, class: B }]
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021]
methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }
`;
const RECORDS = 'records/all.yaml';
const THREATS = (title: string): string => `threats: [{ id: TH-1, title: ${title}, text: Someone sends commands. }]\n`;

async function publish(folder: string, ...words: readonly string[]): Promise<{ status: number; said: string }> {
  const said: string[] = [];
  const status = await runProgram(
    [
      'publish',
      ...(words.includes('--format') ? [] : ['--format', 'pdf']),
      '-o',
      join(folder, 'out'),
      '--date',
      '2026-11-24',
      ...words,
    ],
    {
      terminal: { out: (one) => said.push(one), note: (one) => said.push(one), paint: painter(false), width: 100 },
      folder,
      now: () => new Date('2026-11-24T12:00:00Z'),
    },
  );
  return { status, said: said.join('') };
}

const pdf = (folder: string, name = 'threat-model'): Buffer => readFileSync(join(folder, `out/${name}.pdf`));

describe('the command', () => {
  test('tells each time which characters it could not draw, and writes again only what changed', async () => {
    const folder = testFolder({ 'medward.yaml': YAML, [RECORDS]: THREATS('漢字 is spoofed') });
    const first = await publish(folder, 'threat-model');
    expect(first.said).toContain('threat-model.pdf  warning  The glyph U+5B57 is in no font');
    expect(first).toMatchObject({ status: 0 });
    const again = await publish(folder, 'threat-model', '--json');
    const { files } = JSON.parse(again.said) as PublishOutput;
    expect(files).toMatchObject([{ file: 'threat-model.pdf', state: 'unchanged' }]);
    expect(files[0]?.notes).toHaveLength(2);
    writeFileSync(join(folder, RECORDS), THREATS('A name'));
    expect((await publish(folder, 'threat-model')).said).not.toContain('warning');
  });

  test('looks as the theme of the project says', async () => {
    const folder = testFolder({
      'medward.yaml': YAML,
      [RECORDS]: THREATS('A name'),
      'documents/logo.svg': '<svg viewBox="0 0 90 30"><text y="20">HALDEN LOGO</text></svg>',
      'documents/theme.yaml': `logo: documents/logo.svg
header: Confidential
numbering: no
language: de
words: { contents: Inhalt, draft: Entwurf, table: Tabelle, page: 'Seite {page} von {pages}' }
`,
    });
    expect((await publish(folder, 'threat-model', '--format', 'pdf,html,md')).status).toBe(0);
    const page = readFileSync(join(folder, 'out/threat-model.html'), 'utf8');
    for (const part of ['lang="de"', '<h2>Inhalt</h2>', 'src="data:image/svg+xml;base64,', 'Confidential · ']) {
      expect(page).toContain(part);
    }
    for (const text of [page, readFileSync(join(folder, 'out/threat-model.md'), 'utf8')]) {
      expect(text).toMatch(/Tabelle 1/);
      expect(text).not.toMatch(/Table 1|\b1 Purpose and scope/);
    }
    expect(pdf(folder).toString('latin1')).toContain('/Lang (de)');
    if (lacks('pdftotext')) return;
    const all = packed(
      pagesOf(pdf(folder))
        .flatMap(({ words }) => words.map(({ text }) => text))
        .join(''),
    );
    for (const words of ['HALDEN LOGO', 'Confidential', 'Inhalt', 'Entwurf', 'Tabelle 1', 'Seite 1 von']) {
      expect(all).toContain(packed(words));
    }
    expect(all).not.toMatch(/1Purposeandscope/);
  });

  test('a new theme makes the documents new', async () => {
    const folder = testFolder({ 'medward.yaml': YAML, [RECORDS]: THREATS('A name') });
    await publish(folder, 'threat-model');
    mkdirSync(join(folder, 'documents'));
    writeFileSync(join(folder, 'documents/theme.yaml'), "accent: '#0b5d3b'\n");
    expect((await publish(folder, 'threat-model')).said).toContain('1 file written');
  });

  test.each([
    ['a fault of the theme', 'documents/theme.yaml', 'colour: red\n', [], 'documents/theme.yaml:1:1  error'],
    ['a sort of PDF that is none', 'x', '', ['--pdf', 'a-2'], 'There is no sort of PDF `a-2`; did you mean `a-2a`?'],
  ])('%s stops it', async (_, path, text, words, message) => {
    const folder = testFolder({ 'medward.yaml': YAML, [RECORDS]: THREATS('A name'), [path]: text });
    const { status, said } = await publish(folder, 'threat-model', ...words);
    expect(status).toBe(2);
    expect(said).toContain(message);
  });

  test.each(['ua-1', 'untagged'])('--pdf %s', async (sort) => {
    const folder = testFolder({ 'medward.yaml': YAML, [RECORDS]: THREATS('A name') });
    await publish(folder, 'threat-model', '--pdf', sort);
    const text = pdf(folder).toString('latin1');
    expect([text.includes('pdfuaid:part'), text.includes('/StructTreeRoot')]).toEqual(
      sort === 'ua-1' ? [true, true] : [false, false],
    );
  });
});

const SAMPLES = ['threat-model', 'security-controls', 'overhead-report', 'soup-list', 'conformity-iec62304'];

describe.skipIf(lacks('pdftotext', 'qpdf'))('the samples (needs pdftotext and qpdf)', () => {
  test.each(['glucoloop', 'labdesk'])('%s says in PDF what it says in HTML', { timeout: 180_000 }, async (name) => {
    const folder = testFolder();
    const words = ['--project', join(ROOT, 'examples', name), '--format', 'pdf,html', ...SAMPLES];
    expect((await publish(folder, ...words)).status).toBe(0);
    for (const id of idsIn(folder)) {
      const pages = pagesOf(pdf(folder, id));
      const body = bodyOf(pages);
      const missing = cellsOf(readFileSync(join(folder, 'out', `${id}.html`), 'utf8')).filter(
        (cell) => !body.includes(cell),
      );
      expect(missing, id).toEqual([]);
      expect(faultsOf(pdf(folder, id))).toBe('');
      for (const { title, page } of bookmarksOf(pdf(folder, id))) {
        expect(packed(pages[page - 1]?.words.map(({ text }) => text).join('') ?? ''), id).toContain(packed(title));
      }
    }
  });
});

function idsIn(folder: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'out/.medward-published.json'), 'utf8')) as {
    files: Readonly<Record<string, string>>;
  };
  return Object.keys(manifest.files).flatMap((file) => (file.endsWith('.pdf') ? [file.slice(0, -4)] : []));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** The words of each heading, paragraph and cell, without blanks. */
function cellsOf(html: string): readonly string[] {
  const body = html.slice(html.indexOf('</header>')).replaceAll(/<(svg|nav|style)\b.*?<\/\1>/gs, '');
  return body
    .split(
      /<\/?(?:p|h\d|td|th|li|caption|figcaption|tr|table|pre|dd|dt|section|div|aside|br|col|colgroup|thead|tbody|figure|ul|ol|main|body|html|header)\b[^>]*>/,
    )
    .map((piece) =>
      packed(
        piece
          .replaceAll(/<[^>]*>/g, '')
          .replaceAll(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? ''),
      ),
    )
    .filter((piece) => piece !== '');
}
