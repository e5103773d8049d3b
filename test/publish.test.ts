/** Documents: the same content in every format, gaps where they belong, hostile text as text, and nothing written over. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { assessProject, openProject, memoryTree } from '../src/index.js';
import { findSchema } from '../src/cli/schemas.js';
import { runProgram } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';
import {
  buildDocuments,
  renderCsv,
  renderHtml,
  renderMarkdown,
  renderDocx,
  renderXlsx,
  shippedTemplates,
  templateSet,
  type Block,
  type Document,
  type DocumentInput,
} from '../src/publish/index.js';
import { testFolder } from '../src/project/folder.test-support.js';
import { sampleFolder } from './sample-folders.js';

const EXAMPLES = join(import.meta.dirname, '../examples');
const DATE = '2026-11-24';

function inputOf(project: ReturnType<typeof openProject>, more: Partial<DocumentInput> = {}): DocumentInput {
  const { name, version, manufacturer } = project.settings.device;
  return {
    assessment: assessProject(project, DATE),
    device: { name, version, manufacturer, 'intended-use': undefined },
    date: DATE,
    commit: null,
    dirty: true,
    status: 'draft',
    stamp: 'Fictional example device',
    numbers: new Map(),
    revisions: [],
    pictures: new Map(),
    ...more,
  };
}

const SET = templateSet(shippedTemplates(), new Map());
const glucoloop = openProject(join(EXAMPLES, 'glucoloop'));
const labdesk = openProject(sampleFolder('labdesk-begun'));

function documentsOf(project: ReturnType<typeof openProject>, more: Partial<DocumentInput> = {}): readonly Document[] {
  const input = inputOf(project, more);
  return SET.templates.flatMap((template) => buildDocuments(template, input)).map(({ document }) => document);
}

describe('the templates that ship', () => {
  test.each([
    ['GlucoLoop', glucoloop],
    ['LabDesk', labdesk],
  ])('have no fault for %s, and each document says something', (_, project) => {
    expect(SET.problems).toEqual([]);
    const input = inputOf(project);
    const built = SET.templates.flatMap((template) => buildDocuments(template, input));
    expect(built.flatMap(({ problems }) => problems)).toEqual([]);
    for (const { document } of built) expect(document.blocks.length, document.id).toBeGreaterThan(1);
  });

  test('carry every work product of the packs', () => {
    const carried = new Set(SET.templates.flatMap(({ products }) => products));
    const products = assessProject(glucoloop, DATE).packs.workProducts.map(({ id }) => id);
    expect(products.filter((id) => !carried.has(id))).toEqual([]);
  });

  test('a document per software system speaks of its own records', () => {
    const [first, second] = documentsOf(glucoloop).filter(({ id }) =>
      id.startsWith('software-requirements-specification'),
    );
    expect(first?.id).not.toBe(second?.id);
    expect(headings(first)).not.toEqual(headings(second));
  });

  test('what only exposed devices need is not made for an offline one', () => {
    const offline = openProject(join(EXAMPLES, 'cases/case-x2-label-station'));
    expect(documentsOf(offline).map(({ id }) => id)).not.toContain('security-risk-management-plan');
  });

  test('whoever approved stands there with a name', () => {
    const model = documentsOf(glucoloop).find(({ id }) => id === 'threat-model');
    expect(model?.approvals.map(({ name, state }) => [name, state])).toEqual([['Yuki Tanaka', 'given']]);
  });

  test('a document per software system lists its own gaps', () => {
    const report = documentsOf(glucoloop).find(({ id }) => id === 'sbom-report-sw-2');
    const said = report ? textOf(report) : '';
    const gaps = said.slice(said.indexOf('Open points'));
    expect(gaps).toContain('Software bill of materials (SW-2)');
    expect(gaps).not.toMatch(/\(SW-[13]\)/);
  });

  test('a section that no criterion asks for is no gap while nobody wrote it', () => {
    const said = (id: string): string => {
      const found = documentsOf(glucoloop).find((one) => one.id === id);
      return found ? textOf(found) : '';
    };
    expect(said('software-risk-analysis')).not.toContain('software-risk-analysis#');
    expect(said('risk-management')).toContain('risk-management-report#conclusion');
  });

  test('a draft without marked places still says how many gaps it lists', () => {
    const report = documentsOf(glucoloop).find(({ id }) => id === 'penetration-test');
    expect(report ? textOf(report) : '').toContain('marked as unwritten. 1 gap is listed under its open points.');
  });

  test('the report on components names support and look-up of each, and says that the list itself is missing', () => {
    const report = documentsOf(glucoloop).find(({ id }) => id === 'sbom-report-sw-1');
    const said = report ? textOf(report) : '';
    expect(said).toContain('| SW-1 | Pump firmware | Component list in SPDX or CycloneDX | ○ no current result |');
    expect(said).toMatch(/\| SOUP-03 \| Mbed TLS .*long-term support \| 2027-03-31 \| 2026-09-28 \|/);
  });

  test('a person stands in a table with a name', () => {
    const classes = documentsOf(glucoloop).find(({ id }) => id === 'software-safety-classification');
    const people = openProject(join(EXAMPLES, 'glucoloop')).settings.people;
    const name = people.find(({ id }) => id === 'lindqvist')?.name ?? 'not listed';
    expect(classes ? textOf(classes) : '').toContain(`| ${name} | 2026-10-05 |`);
  });

  test('findings of a look-up are no findings of the penetration test', () => {
    const finished = documentsOf(openProject(join(EXAMPLES, 'labdesk'))).find(({ id }) => id === 'penetration-test');
    const said = finished ? textOf(finished) : '';
    expect(said).toContain('| FND-01 |');
    expect(said).not.toContain('| FND-05 |');
  });

  test('what is kept elsewhere stands with its name, by whom it was confirmed, and as not checked', () => {
    const policy = documentsOf(glucoloop).find(({ id }) => id === 'vulnerability-disclosure-policy');
    const said = policy ? textOf(policy) : '';
    expect(said).toContain('Reporting vulnerabilities to us** is kept elsewhere: GL-VDP, version 3');
    expect(said).toContain('answered above in Reporting vulnerabilities to us (kept elsewhere).');
    expect(said).toContain('| ? kept elsewhere, not checked here |');
    expect(said).not.toContain('✓');
  });

  test('what nobody approved stands beside what somebody did', () => {
    const [given, open, ...more] =
      documentsOf(glucoloop).find(({ id }) => id === 'software-safety-classification')?.approvals ?? [];
    expect([given?.state, given?.meaning]).toEqual([
      'given',
      expect.stringMatching(/^approved: SW-1, SW-2, SW-3, RSK-01/),
    ]);
    expect([open?.state, open?.meaning, open?.name]).toEqual(['open', 'approved: SC-03, SC-04, SC-05', '']);
    expect(more).toEqual([]);
  });

  test.each([
    ['an author alone approves nothing', 'author', ['written: DOC-1 given', 'approved: DOC-1 open']],
    // The coding standard, which stands in the same document, has no words that anybody could approve.
    ['an approver of the present content', 'approver', ['approved: DOC-1 given', 'approved open']],
  ])('%s', (_, meaning, rows) => {
    expect(approvedAs(meaning)).toEqual(rows);
  });

  test('an approval of other content is void, and the document waits for a new one', () => {
    expect(approvedAs('approver', '0'.repeat(64))).toEqual(['approved: DOC-1 void', 'approved: DOC-1 open']);
  });

  function approvedAs(meaning: string, hash?: string): readonly string[] {
    const settings =
      'medward: 1\ndevice: { name: Pump, version: 1.0.0 }\nsoftware: [{ id: SW-1, name: Pump, class: C }]\npacks: [iec62304@2015, iso14971@2019]\n';
    const open = (bound: string): ReturnType<typeof openProject> => {
      const records = `documents: [{ id: DOC-1, title: Plan, text: How we work., covers: ['software-development-plan#scope-and-class'], status: approved }]
approvals: [{ id: AP-1, approves: [DOC-1], by: ann, role: quality, meaning: ${meaning}, date: 2026-01-02, bound-to: { DOC-1: '${bound}' } }]\n`;
      return openProject(
        memoryTree(
          new Map([
            ['medward.yaml', settings],
            ['records/all.yaml', records],
          ]),
        ),
      );
    };
    const { trace } = assessProject(open('0'), DATE);
    const document = trace.find('DOC-1');
    if (!document) throw new Error('DOC-1 is not there.');
    const plan = documentsOf(open(hash ?? trace.hash(document))).find(({ id }) => id === 'software-development-plan');
    return (plan?.approvals ?? []).map(({ meaning: said, state }) => `${said} ${state}`);
  }

  test('what is made of records alone is approved with the release, once somebody released it', () => {
    const finished = documentsOf(openProject(join(EXAMPLES, 'labdesk')));
    const states = (documents: readonly Document[], wanted: string): readonly string[] =>
      documents.filter(({ approvals }) => approvals.some(({ state }) => state === wanted)).map(({ id }) => id);
    expect(states(finished, 'open')).toEqual([]);
    expect(finished.find(({ id }) => id === 'penetration-test')?.approvals.map(({ meaning }) => meaning)).toEqual([
      'released: REL-3.2.0',
    ]);
    expect(states(documentsOf(labdesk), 'open')).toContain('penetration-test');
  });

  test('a matrix of a pack is made where the pack is chosen', () => {
    const matrices = documentsOf(labdesk).flatMap(({ id }) => (id.startsWith('conformity-') ? [id.slice(11)] : []));
    expect(matrices.toSorted()).toEqual(['iec62304', 'iec81001-5-1']);
    const ofGlucoloop = documentsOf(glucoloop).filter(({ id }) => id.startsWith('conformity-'));
    expect(ofGlucoloop.map(({ id }) => id)).toContain('conformity-fda');
  });
});

function headings(document: Document | undefined): readonly string[] {
  return (document?.blocks ?? []).flatMap((block) => (block.is === 'heading' ? [block.id] : []));
}

describe('a document of one template', () => {
  const YAML = `medward: 1
device: { name: Pump, version: 1.2.0 }
profile: { exposure: public-network }
software: [{ id: SW-1, name: Pump, class: B }]
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021]
methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }
`;

  function build(
    body: string,
    records = '',
    status: 'draft' | 'release' = 'draft',
  ): { blocks: readonly Block[]; problems: readonly string[]; document: Document } {
    const files = new Map([
      ['medward.yaml', YAML],
      ['records/all.yaml', records === '' ? 'needs: []\n' : records],
    ]);
    const project = openProject(memoryTree(files));
    const set = templateSet(
      new Map([['t.md', `---\ntitle: Test\nproducts: [threat-model]\n---\n\n${body}\n`]]),
      new Map(),
    );
    const [template] = set.templates;
    if (!template) throw new Error(set.problems.map(({ message }) => message).join(' '));
    const [built] = buildDocuments(template, inputOf(project, { status }));
    if (!built) throw new Error('No document was built.');
    return {
      blocks: built.document.blocks,
      problems: built.problems.map(({ line, message }) => `${line}: ${message}`),
      document: built.document,
    };
  }

  test.each([
    ['an unknown tag', '# A\n\n::recrods{kind=threat}', /^8: There is no tag `recrods`/],
    [
      'an unknown attribute',
      '::records{kind=threat colums="id" title=T columns=id}',
      /^6: The tag `records` takes no `colums`/,
    ],
    ['a missing attribute', '::records{kind=threat}', /needs `columns`/],
    ['an unknown kind', '::records{kind=treat columns=id title=T}', /There is no kind of record `treat`/],
    ['an unknown section', '::section{of=threat-model#nothing}', /There is no section `threat-model#nothing`/],
    ['an unknown fact', 'It is :fact{id=conected}.', /There is no fact `conected`/],
    ['a tag in the wrong form', 'Inside ::product', /^$/],
    ['HTML', '<script>alert(1)</script>', /HTML is not taken/],
    ['an unknown view', '::view{id=VW-99}', /There is no view VW-99/],
  ])('tells of %s at its place', (_, body, message) => {
    expect(build(body).problems.join('\n')).toMatch(message);
  });

  test.each([
    ['no front matter', '# Title', 'begins with `---`'],
    ['no title', '---\nproducts: [threat-model]\n---\n', 'title'],
    ['an unknown key', '---\ntitle: T\nproduct: x\n---\n', 'product'],
  ])('a template with %s is refused', (_, text, message) => {
    const { templates, problems } = templateSet(new Map([['t.md', text]]), new Map());
    expect(templates).toEqual([]);
    expect(problems[0]?.message).toContain(message);
  });

  test('the team’s own template of a name takes the place of the one that ships', () => {
    const own = new Map([['documents/templates/threat-model.md', '---\ntitle: Ours\n---\n\n# Ours\n']]);
    const set = templateSet(shippedTemplates(), own);
    expect(set.templates.find(({ id }) => id === 'threat-model')?.title).toBe('Ours');
    expect(set.templates).toHaveLength(SET.templates.length);
  });

  test('gaps and starter text stand in a draft and not in a release', () => {
    const body =
      ':::write{title="Say how"}\nBecause of reasons.\n:::\n\n::section{of=threat-model#method-and-reason}\n\n:::draft\n::gaps\n:::';
    const draft = build(body);
    expect(draft.blocks.map((block) => (block.is === 'note' ? block.kind : block.is))).toEqual([
      'write',
      'gap',
      expect.anything(),
    ]);
    expect(build(body, '', 'release').blocks).toEqual([]);
  });

  test('a part that rests on a fact stands where it holds or is not known', () => {
    expect(build(':::when{fact=exposed}\nExposed.\n:::').blocks).toHaveLength(1);
    expect(build(':::when{fact="!exposed"}\nNot exposed.\n:::').blocks).toHaveLength(0);
  });

  test('an empty table says that nothing is written, unless somebody stated that there are none', () => {
    const body = '::records{kind=interface columns=id title=Interfaces}';
    expect(textOf(build(body).document)).toContain('Interfaces: nothing is written down.');
    const stated = (words: string): string =>
      `statements:\n  - { id: ST-1, type: none, by: QM, date: 2026-01-01, text: There are none., ${words} }\n`;
    const told = (words: string, more = body): string => textOf(build(more, stated(words)).document);
    expect(told('of: interfaces, status: approved')).toContain('there are none, as QM stated on 2026-01-01 (ST-1)');
    expect(told('of: interfaces, status: draft')).toContain('nothing is written down');
    expect(told('of: interfaces, status: approved, about: [SW-9]')).toContain('nothing is written down');
    expect(told('of: faces, status: approved')).toContain('nothing is written down');
    expect(told('of: interfaces, status: approved', `${body}\n\n${body}`).match(/There are none\./g)).toHaveLength(1);
  });

  test('a result stands with its day, its commit and its tester', () => {
    const tests =
      'tests:\n  - { id: TC-1, title: Stop, type: functional }\n  - { id: TC-2, title: Start, type: functional }\n';
    const run = `runs:\n  - { id: RUN-1, date: 2026-01-02, tester: ann, commit: ${'ab'.repeat(20)}, results: [{ test: [TC-1], result: failed }] }\n`;
    const body = '::records{kind=test columns="id verification result" title=Tests}';
    const told = textOf(build(body, tests + run).document);
    expect(told).toContain(
      '| TC-1 | ✗ failed | failed on 2026-01-02, commit abababababab, claimed in RUN-1, tester ann |',
    );
    expect(told).toContain('| TC-2 | ○ not run |  |');
    expect(textOf(build(body, tests).document)).toContain('Tests (none with result)');
  });

  test('a rating after control that no result carries is a claim', () => {
    const records = `threats:
  - id: TH-1
    title: Forged command
    before: { vector: 'AV:N/AC:L/PR:N/UI:N', severity: S4 }
    after: { vector: 'AV:P/AC:H/PR:H/UI:R', severity: S2 }
  - { id: TH-2, title: Not rated }\n`;
    const told = textOf(build('::records{kind=threat columns="id after.rating" title=Threats}', records).document);
    expect(told).toMatch(/\| TH-1 \| [LMHU], claimed \|/);
    expect(told).toMatch(/\| TH-2 \| (?:unknown)? ?\|/);
  });

  test('a class that nobody analysed is one by default, and what no chosen standard asks for says so', () => {
    const settings = 'medward: 1\ndevice: { name: Tag, version: 0.1.0 }\nsoftware: [{ id: SW-1, name: Tag }]\n';
    const bare = openProject(memoryTree(new Map([['medward.yaml', settings]])));
    const plan = documentsOf(bare).find(({ id }) => id === 'software-development-plan');
    const said = plan ? textOf(plan) : '';
    expect(said).toContain('It is about Tag, software of class C by default, until an analysis shows less.');
    expect(said).toContain('No standard or guidance that was chosen asks for what this document carries.');
    expect(said).not.toContain('Who asks');
    const ofGlucoloop = documentsOf(glucoloop).find(({ id }) => id === 'threat-model');
    expect(ofGlucoloop ? textOf(ofGlucoloop) : '').toContain('It is about GlucoLoop, software of class C.');
  });

  test('a threat that is not rated after control claims nothing', () => {
    const told = textOf(build('::threats', 'threats: [{ id: TH-1, title: Read along }]\n').document);
    expect(told).toContain('| not rated | nothing is claimed |');
  });

  test('a statement that there are none says nothing of a part of what stands there', () => {
    const records = `statements:\n  - { id: ST-1, type: none, of: vulnerabilities, by: QM, date: 2026-01-01, status: approved }
vulnerabilities:\n  - { id: VUL-1, title: Overflow, state: affected }\n`;
    const body = '::records{kind=vulnerability where="state=fixed" columns=id title=Fixed}';
    expect(textOf(build(body, records).document)).toContain('Fixed: none of 1 vulnerabilities belongs here.');
  });

  const HOSTILE = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '![p](https://example.org/p.png)',
    '=cmd|calc!A1',
    '"; DROP TABLE',
    '\u202eevil\u202c',
    '| a | b |',
    '#read("/etc/passwd") $x$ @foo',
    'x'.repeat(10_000),
    '`code` **bold** _it_',
    '\u0007bell',
  ];

  test.each(HOSTILE)('hostile text stays text: %s', (text) => {
    const records = `threats:\n  - { id: TH-1, title: ${JSON.stringify(text)}, text: ${JSON.stringify(text)} }\n`;
    const { document } = build(
      '::texts{kind=threat title=Threats}\n\n::records{kind=threat columns="id title text" title=Threats}',
      records,
    );
    const html = renderHtml(document);
    expect(html).not.toMatch(/<script|<img|<[^>]+onerror=|href="(?!#)/i);
    expect(html.replaceAll(/<style>.*?<\/style>/gs, '')).not.toMatch(/[\u0000-\u0008\u202a-\u202e]/);
    for (const { text: csv } of renderCsv(document)) expect(csv).not.toMatch(/(^|,|\n)"?[=+@-]/);
    expect(renderMarkdown(document)).not.toMatch(/(?<!\\)<script/);
  });

  test('any text: HTML holds each word, and tags of ours alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const records = `threats:\n  - { id: TH-1, title: T, text: ${JSON.stringify(text)} }\n`;
        const { document } = build('::texts{kind=threat title=Threats}', records);
        const tags = new Set([...renderHtml(document).matchAll(/<([a-z][a-z0-9]*)/g)].map((match) => match[1]));
        for (const tag of tags) expect(OURS.has(tag ?? '')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

const OURS = new Set(
  'html head meta title style body a main header p h1 h2 h3 h4 h5 dl dt dd table caption thead tr th tbody td nav ol ul li span section sup div colgroup col figure figcaption b br em strong code pre aside hr svg'.split(
    ' ',
  ),
);

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&apos;|&#39;/g, "'")
    .replaceAll('&amp;', '&');
}

/** Words of a document in their order. */
function textOf(document: Document): string {
  return renderMarkdown(document).replaceAll(/\\(.)/g, '$1');
}

describe('formats agree', () => {
  test.each(documentsOf(labdesk).map((document) => [document.id, document] as const))('%s', (_, document) => {
    const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
    const html = renderHtml(document)
      // Of a picture its description counts: what stands in it is drawn.
      .replaceAll(/<svg.*?<\/svg>/gs, (svg) => /<desc>(.*?)<\/desc>/s.exec(svg)?.[1] ?? ' ')
      .replaceAll(/<style>.*?<\/style>|<nav.*?<\/nav>/gs, ' ')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll('&amp;', '&')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'");
    const inHtml = new Map<string, number>();
    for (const word of words(html)) inHtml.set(word, (inHtml.get(word) ?? 0) + 1);
    const missing = words(textOf(document).replaceAll(/<br>/g, ' ')).filter((word) => {
      const left = inHtml.get(word) ?? 0;
      inHtml.set(word, left - 1);
      return left < 1;
    });
    expect(missing).toEqual([]);
  });

  test('the workbook holds each table with its words, days and numbers, and no formula', async () => {
    const document = documentsOf(glucoloop).find(({ id }) => id === 'threat-model');
    if (!document) throw new Error('There is no threat model.');
    const bytes = await renderXlsx(document);
    const book = await readXlsx(bytes ?? new Uint8Array());
    const tables = renderCsv(document);
    expect(book.sheets.map(({ name }) => name)[0]).toBe('About');
    expect(book.sheets).toHaveLength(tables.length + 1);
    for (const sheet of book.sheets) {
      expect(sheet.name.length).toBeLessThanOrEqual(31);
      for (const cell of sheet.cells?.values() ?? []) expect(cell.formula).toBeUndefined();
    }
    expect(Buffer.from((await renderXlsx(document)) ?? []).equals(Buffer.from(bytes ?? []))).toBe(true);
  });

  test.each(['threat-model', 'software-requirements-specification', 'overhead-report'])(
    'Word holds the words of %s in order, and the same bytes each time',
    async (id) => {
      const document = documentsOf(labdesk).find((one) => one.id === id);
      if (!document) throw new Error(`There is no ${id}.`);
      const toPng = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array());
      const bytes = await renderDocx(document, toPng);
      const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
      const described = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, words]) => words);
      const shown = xml.replaceAll(/<w:br\/>|<\/w:p>|<w:tab\/>/g, ' ').replaceAll(/<[^>]+>/g, '');
      const written = unescaped([shown, ...described].join(' '));
      const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
      const there = new Set(words(written));
      const missing = words(textOf(document).replaceAll(/<br>/g, ' ')).filter((word) => !there.has(word));
      expect(missing).toEqual([]);
      expect(Buffer.from(await renderDocx(document, toPng)).equals(Buffer.from(bytes))).toBe(true);
    },
  );

  test('same project, same day: same bytes', () => {
    const [one, two] = [documentsOf(glucoloop), documentsOf(openProject(join(EXAMPLES, 'glucoloop')))];
    expect(one.map((document) => renderHtml(document))).toEqual(two.map((document) => renderHtml(document)));
  });
});

describe('medward publish', () => {
  async function publish(...words: readonly string[]): Promise<{ status: number; out: string }> {
    const out: string[] = [];
    const status = await runProgram(['publish', '--date', DATE, ...words], {
      terminal: { out: (text) => out.push(text), note: () => undefined, paint: painter(false), width: 100 },
      folder: sampleFolder('labdesk-begun'),
      now: () => new Date(`${DATE}T12:00:00Z`),
    });
    return { status, out: out.join('') };
  }

  test('writes what is asked, and nothing again that did not change', async () => {
    const target = join(testFolder(), 'out');
    const first = await publish('overhead-report', 'soup-list', '-o', target, '--format', 'html,md,csv');
    expect(first.status).toBe(0);
    expect(readdirSync(target)).toContain('overhead-report.html');
    const again = await publish('overhead-report', 'soup-list', '-o', target, '--format', 'html,md,csv', '--json');
    const output = JSON.parse(again.out) as { files: { state: string }[] };
    expect(new Set(output.files.map(({ state }) => state))).toEqual(new Set(['unchanged']));
    expect(new Ajv2020({ strict: false }).validate(findSchema('output/publish') ?? {}, output)).toBe(true);
  });

  test('never writes over what somebody else wrote', async () => {
    const target = testFolder({ 'mine.txt': 'mine' });
    const said = await publish('overhead-report', '-o', target);
    expect(said.status).toBe(2);
    expect(readdirSync(target)).toEqual(['mine.txt']);
  });

  test('never writes over a document that a person changed', async () => {
    const target = join(testFolder(), 'out');
    await publish('overhead-report', '-o', target);
    writeFileSync(join(target, 'overhead-report.html'), 'changed by hand');
    const said = await publish('overhead-report', '-o', target);
    expect(said.status).toBe(2);
    expect(readFileSync(join(target, 'overhead-report.html'), 'utf8')).toBe('changed by hand');
  });

  test('a broken list of what was written is not trusted', async () => {
    const target = join(testFolder(), 'out');
    mkdirSync(target);
    writeFileSync(join(target, '.medward-published.json'), '{ broken');
    expect((await publish('overhead-report', '-o', target)).status).toBe(2);
  });

  test('a release is refused while a gap blocks, and says which', async () => {
    const target = join(testFolder(), 'out');
    const said = await publish('-o', target, '--release', '--json');
    const output = JSON.parse(said.out) as { blocking: { key: string }[]; files: unknown[] };
    expect(said.status).toBe(output.blocking.length > 0 ? 1 : 0);
    if (output.blocking.length > 0) expect(output.files).toEqual([]);
  });

  test.each([
    ['a document that is none', ['threat-modle'], 'did you mean `threat-model`'],
    ['a format that is none', ['--format', 'word'], 'There is no format `word`'],
  ])('%s ends with 2', async (_, words, _message) => {
    expect((await publish(...words)).status).toBe(2);
  });
});
