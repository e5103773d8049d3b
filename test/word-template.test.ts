/** Documents in a company's own Word template: its styles and pages stay, and what must not go into a document is refused. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openWordTemplate, renderDocx, type Document, type WordTemplate } from '../src/publish/index.js';
import { runProgram } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';
import { testFolder } from '../src/project/folder.test-support.js';
import { lacks } from './programs.test-support.js';

const TEMPLATE = readFileSync(join(import.meta.dirname, 'fixtures/word-template/template.docx'));

const text = (words: string) => ({ is: 'text', text: words }) as const;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>';

const WIDE = ['Id', ...Array.from({ length: 8 }, () => 'unpronounceability')];

const DOCUMENT: Document = {
  id: 'plan',
  title: 'Plan of {{device}} & <others>',
  number: 'QD-014',
  version: '1.2.0',
  device: 'Pump',
  manufacturer: 'Meadow Devices',
  commit: undefined,
  dirty: true,
  date: '2026-11-24',
  status: 'draft',
  stamp: undefined,
  approvals: [{ role: 'QM', name: 'A. Ash', meaning: 'approved', date: undefined, state: 'open' }],
  revisions: [],
  blocks: [
    { is: 'heading', level: 1, id: 'purpose', content: [text('Purpose')] },
    { is: 'paragraph', content: [{ is: 'address', url: 'https://example.org/a?b=1&c=2', content: [text('see')] }] },
    { is: 'list', ordered: true, items: [[{ is: 'paragraph', content: [text('first of the list')] }]] },
    {
      is: 'table',
      id: 'wide',
      caption: [text('Wide table')],
      // So many long words have no room on an upright page.
      columns: WIDE.map((title) => ({ title, width: 1 / WIDE.length })),
      rows: [{ cells: ['TH-1', ...WIDE.slice(1)].map((words) => ({ content: [[text(words)]] })) }],
      landscape: true,
    },
    { is: 'note', kind: 'gap', title: 'Gap, blocks release', gap: 'a@b', blocks: [] },
    { is: 'figure', id: 'view', caption: [text('A view')], svg: SVG, alt: 'A box.' },
  ],
};
// One grey point.
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAhwJXOAAAAABJRU5ErkJggg==',
  'base64',
);

async function template(bytes: Uint8Array = TEMPLATE): Promise<WordTemplate> {
  const read = await openWordTemplate(bytes);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

async function filled(document = DOCUMENT): Promise<Uint8Array> {
  return renderDocx(document, () => Promise.resolve(PNG), await template());
}

function partOf(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

/** The same template with a part changed or added. */
function changed(name: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(TEMPLATE);
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()))) });
}

const DOC = 'word/document.xml';

describe('a document in a company’s template', () => {
  test('takes its heading style, and keeps what it says before and after', async () => {
    const bytes = await filled();
    const xml = partOf(bytes, DOC);
    expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>.*?Purpose/s);
    expect(xml.indexOf('End of the controlled document')).toBeGreaterThan(xml.indexOf('A view'));
    expect(partOf(bytes, 'word/styles.xml').match(/w:styleId="Heading1"/g)).toHaveLength(1);
    expect(partOf(bytes, 'word/styles.xml')).toMatch(/w:styleId="Heading1".*?006B5E/s);
    expect(partOf(bytes, 'word/header1.xml')).toContain('controlled document QD-014, version 1.2.0');
  });

  test('words that look like a place of the template stay words', async () => {
    const xml = partOf(await filled(), DOC);
    expect(xml).toContain('Plan of {{device}} &#38; &#60;others&#62;');
    expect(xml).toContain('Device: Pump (Draft, 2026-11-24)');
    expect(xml).not.toContain('MedwardPart');
  });

  test('each page keeps the header of the company, also turned ones', async () => {
    const sections = partOf(await filled(), DOC).match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [];
    expect(sections.map((one) => one.includes('landscape'))).toEqual([false, true, false]);
    for (const section of sections) expect(section).toContain('<w:headerReference w:type="default" r:id="rId2"/>');
  });

  test('everything that the text refers to is there: styles, lists, links, pictures, comments', async () => {
    const bytes = await filled();
    const xml = partOf(bytes, DOC);
    const ids = (where: string, pattern: RegExp): string[] => [...where.matchAll(pattern)].map(([, id]) => id ?? '');
    const styles = new Set(ids(partOf(bytes, 'word/styles.xml'), /w:styleId="([^"]+)"/g));
    const relations = partOf(bytes, 'word/_rels/document.xml.rels');
    const lists = new Set(ids(partOf(bytes, 'word/numbering.xml'), /<w:num w:numId="(\d+)"/g));
    const known = new Set(ids(relations, / Id="([^"]+)"/g));
    const builtIn = new Set(['ListParagraph', 'TOC1', 'TOC2', 'TOC3']);
    expect(ids(xml, /<w:pStyle w:val="([^"]+)"/g).filter((id) => !styles.has(id) && !builtIn.has(id))).toEqual([]);
    expect(ids(xml, /<w:numId w:val="(\d+)"/g).filter((id) => !lists.has(id))).toEqual([]);
    expect(ids(xml, / r:(?:id|embed)="([^"]+)"/g).filter((id) => !known.has(id))).toEqual([]);
    for (const target of ids(relations, /Target="((?:media\/)[^"]+)"/g)) {
      expect(Object.keys(unzipSync(bytes))).toContain(`word/${target}`);
    }
    expect(partOf(bytes, 'word/comments.xml')).toContain('Gap, blocks release');
    expect(relations).toContain('https://example.org/a?b=1&amp;c=2');
  });

  test('the same content gives the same bytes', async () => {
    expect(Buffer.from(await filled()).equals(Buffer.from(await filled()))).toBe(true);
  });

  test('a place that Word cut into pieces is found', async () => {
    const cut = changed(DOC, (xml) => xml.replace('{{device}}', '{{de</w:t></w:r><w:r><w:t>vice}}'));
    const bytes = await renderDocx(DOCUMENT, () => Promise.resolve(PNG), await template(cut));
    expect(partOf(bytes, DOC).replaceAll(/<[^>]+>/g, '')).toContain('Device: Pump (Draft');
  });

  test.skipIf(lacks('soffice'))(
    'LibreOffice opens it and prints it (needs soffice)',
    { timeout: 120_000 },
    async () => {
      const folder = testFolder();
      writeFileSync(join(folder, 'plan.docx'), await filled());
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', folder, 'plan.docx'], {
        cwd: folder,
        stdio: 'ignore',
      });
      const words = readFileSync(join(folder, 'plan.txt'), 'utf8');
      for (const part of ['Purpose', 'first of the list', 'Wide table', 'TH-1', 'Printed copies are not controlled.']) {
        expect(words).toContain(part);
      }
    },
  );
});

const RELATIONS = 'word/_rels/document.xml.rels';
const EXTERNAL = (type: string, target: string) => (xml: string) =>
  xml.replace(
    '</Relationships>',
    `<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
  );
const FIELD = (words: string) => (xml: string) =>
  xml.replace('</w:body>', `<w:p><w:r><w:instrText>${words}</w:instrText></w:r></w:p></w:body>`);

describe('a template that is refused', () => {
  test.each([
    ['no archive', Buffer.from('hello'), 'cannot be opened as a Word file'],
    ['cut short', TEMPLATE.subarray(0, 3000), 'cannot be opened as a Word file'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'It is no Word file'],
    ['no place for the text', changed(DOC, (xml) => xml.replace('{{body}}', 'body')), 'no paragraph with {{body}}'],
    [
      'two places for it',
      changed(DOC, (xml) =>
        xml.replace('End of', '</w:t></w:r></w:p><w:p><w:r><w:t>{{body}}</w:t></w:r></w:p><w:p><w:r><w:t>'),
      ),
      'more than once',
    ],
    ['the text in a sentence', changed(DOC, (xml) => xml.replace('{{body}}', 'Here: {{body}}')), 'must stand alone'],
    [
      'the text in a table',
      changed(DOC, (xml) =>
        xml.replace(
          /<w:p>(?:(?!<w:p>).)*\{\{body\}\}.*?<\/w:p>/s,
          (p) => `<w:tbl><w:tr><w:tc>${p}</w:tc></w:tr></w:tbl>`,
        ),
      ),
      'must stand alone',
    ],
    ['macros', changed('word/vbaProject.bin', () => 'x'), 'a program or an embedded file'],
    ['an embedded file', changed('word/embeddings/o.xlsx', () => 'x'), 'a program or an embedded file'],
    [
      'a type with macros',
      changed('[Content_Types].xml', (xml) =>
        xml.replace('wordprocessingml.document.main', 'ms-word.document.macroEnabled.main'),
      ),
      'may hold macros',
    ],
    ['a picture elsewhere', changed(RELATIONS, EXTERNAL('image', 'https://example.org/a.png')), 'outside itself'],
    [
      'a template elsewhere',
      changed(RELATIONS, EXTERNAL('attachedTemplate', 'file:///c:/n.dotm')),
      'Document Template',
    ],
    ['a link to a script', changed(RELATIONS, EXTERNAL('hyperlink', 'javascript:alert(1)')), 'outside itself'],
    ['a field that runs', changed(DOC, FIELD(' DDEAUTO c:\\x ')), 'fetches or runs'],
    ['a document type', changed(DOC, (xml) => xml.replace(/\?>\s*/, '?><!DOCTYPE x>')), 'document type'],
    ['broken XML', changed(DOC, (xml) => xml.replace('</w:body>', '')), 'cannot be read'],
    [
      'deep XML',
      changed(DOC, (xml) => xml.replace('</w:body>', `${'<w:a>'.repeat(200)}${'</w:a>'.repeat(200)}</w:body>`)),
      'nested too deeply',
    ],
    [
      'too many parts',
      zipSync(Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`${at}`, strToU8('x')]))),
      'too large',
    ],
    ['comments', changed('word/comments.xml', () => '<w:comments/>'), 'holds comments'],
  ])('%s', async (_, bytes, message) => {
    expect(await openWordTemplate(bytes)).toContain(message);
  });

  test('a link that a person clicks is none of these', async () => {
    expect(typeof (await openWordTemplate(changed(RELATIONS, EXTERNAL('hyperlink', 'https://example.org'))))).toBe(
      'object',
    );
  });
});

describe('medward publish --format docx', () => {
  const YAML =
    'medward: 1\ndevice: { name: Pump, version: 1.2.0 }\nsoftware: [{ id: SW-1, name: Pump, class: B }]\npacks: [iec62304@2015, iso14971@2019]\n';

  async function publish(folder: string, ...words: readonly string[]): Promise<{ status: number; out: string }> {
    const out: string[] = [];
    const status = await runProgram(['publish', 'overhead-report', '--format', 'docx', '-o', 'out', ...words], {
      terminal: { out: (one) => out.push(one), note: (one) => out.push(one), paint: painter(false), width: 100 },
      folder,
      now: () => new Date('2026-11-24T12:00:00Z'),
    });
    return { status, out: out.join('') };
  }

  test('takes documents/template.docx, and writes again when it changes', async () => {
    const folder = testFolder({ 'medward.yaml': YAML, 'documents/template.docx': TEMPLATE });
    expect((await publish(folder)).status).toBe(0);
    expect(partOf(readFileSync(join(folder, 'out/overhead-report.docx')), 'word/header1.xml')).toContain(
      'Meadow Devices',
    );
    writeFileSync(
      join(folder, 'documents/template.docx'),
      changed('word/header1.xml', (xml) => xml.replace('Meadow', 'Heath')),
    );
    expect((await publish(folder)).out).toContain('1 file written');
  });

  test('says what is wrong with a template, and writes nothing', async () => {
    const folder = testFolder({ 'medward.yaml': YAML, 'own.docx': 'no archive' });
    const { status, out } = await publish(folder, '--word-template', 'own.docx');
    expect(status).toBe(2);
    expect(out).toContain('own.docx:1:1');
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'The Word template cannot be used. It cannot be opened as a Word file.',
    );
    expect((await publish(folder, '--word-template', '../elsewhere.docx')).status).toBe(2);
  });
});
