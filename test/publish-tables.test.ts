/** Tables of documents as a careful person sets them: nothing said twice where once is enough, no column without a word, none lost. */
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { assessProject, openProject } from '../src/index.js';
import {
  buildDocuments,
  renderCsv,
  renderMarkdown,
  renderXlsx,
  shippedTemplates,
  templateSet,
  type Document,
  type Table,
} from '../src/publish/index.js';

const DATE = '2026-11-24';
const project = openProject(join(import.meta.dirname, '../examples/glucoloop'));
const assessment = assessProject(project, DATE);
const documents: readonly Document[] = templateSet(shippedTemplates(), new Map()).templates.flatMap((template) =>
  buildDocuments(template, {
    assessment,
    device: { name: 'GlucoLoop', version: '2.4.0', manufacturer: undefined, 'intended-use': undefined },
    date: DATE,
    commit: null,
    dirty: true,
    status: 'draft',
    stamp: undefined,
    numbers: new Map(),
    revisions: [],
    pictures: new Map(),
  }).map(({ document }) => document),
);
const tables = documents.flatMap(({ id, blocks }) =>
  blocks.flatMap((block) => (block.is === 'table' ? [{ id, table: block }] : [])),
);

type Row = Table['rows'][number];

/** Words of each cell. */
function wordsOf({ cells }: Row): readonly string[] {
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(text).join('');
    if (typeof value !== 'object' || value === null) return '';
    const node = value as Readonly<Record<string, unknown>>;
    return node['is'] === 'text' ? String(node['text']) : text(node['content'] ?? []);
  };
  return cells.map((cell) => text(cell.content));
}

function titled(title: string): readonly { readonly id: string; readonly table: Table }[] {
  return tables.filter(({ table: { caption } }) => wordsOf({ cells: [{ content: [caption] }] })[0]?.startsWith(title));
}

test('no table has a column in which nothing stands', () => {
  const empty = tables.flatMap(({ id, table }) =>
    table.columns.flatMap(({ title }, at) => {
      const plain = table.rows.filter(({ cells, isGroup }) => !isGroup && cells.length === table.columns.length);
      return plain.length > 0 && plain.every((row) => wordsOf(row)[at] === '') ? [`${id} ${table.id} ${title}`] : [];
    }),
  );
  expect(empty).toEqual([]);
});

test('a column that no record fills is named in the caption', () => {
  const [changes] = titled('Changes that were carried out (none with');
  expect(changes?.table.columns.map(({ title }) => title)).not.toContain('Commits');
  expect(changes?.table.caption).toEqual([{ is: 'text', text: expect.stringContaining('commits') as string }]);
});

describe('open gaps', () => {
  test.each(titled('Open gaps').map(({ id, table }) => [id, table] as const))('%s: each stands once', (_, table) => {
    const plain = table.rows.filter(({ isGroup }) => !isGroup);
    expect(plain).toHaveLength(table.count?.shown ?? -1);
    for (const row of plain) {
      expect(row.cells.reduce((sum, { columns = 1 }) => sum + columns, 0)).toBe(table.columns.length);
    }
  });

  test('what to do for many alike is said once, above them, with how many they are', () => {
    const [report] = titled('Open gaps').filter(({ id }) => id === 'release-record-sw-1');
    const heads = report?.table.rows.filter(({ isGroup }) => isGroup).flatMap(wordsOf) ?? [];
    expect(heads.length).toBeGreaterThan(0);
    for (const head of heads) expect(head).toMatch(/^\d+ alike\. /);
    const all = report?.table.rows.flatMap(wordsOf) ?? [];
    expect(all.filter((words) => words.includes('Bring the passed results of these tests'))).toHaveLength(1);
  });
});

test('what is asked of several systems alike stands in one row, and no obligation is lost', () => {
  const [report] = titled('Work products that are asked').filter(({ id }) => id === 'overhead-report');
  const rows = report?.table.rows.map(wordsOf) ?? [];
  const scopes = rows.flatMap(([product = '', scope = '']) => scope.split(', ').map((one) => `${product} ${one}`));
  const asked = assessment.obligations.map(({ product, scope }) => `${product.title} ${scope}`);
  expect([...scopes].sort()).toEqual([...asked].sort());
  expect(rows.length).toBeLessThan(asked.length);
  expect(report?.table.count?.shown).toBe(asked.length);
});

describe('what stands in a document already', () => {
  const blocksOf = (id: string): Document['blocks'] => documents.find((one) => one.id === id)?.blocks ?? [];
  const sentencesOf = (id: string): readonly string[] =>
    blocksOf(id).flatMap((block) =>
      block.is === 'paragraph' ? wordsOf({ cells: [{ content: [block.content] }] }) : [],
    );

  test('is named, and not printed again: a table whose rows stand above, records that are told in full', () => {
    expect(sentencesOf('traceability').join('\n')).toMatch(
      /Software requirements: 28 of 28 software requirements, each in /,
    );
    expect(sentencesOf('software-requirements-specification-sw-1').join('\n')).toMatch(
      /^Software requirements[^:]*: 18 of 28 software requirements, each in full above, from SRS-\d+ on\.$/m,
    );
  });

  test('stays where a cell says something new', () => {
    const [matrix] = titled('Trace from requirement to test');
    expect(matrix?.id).toBe('traceability');
    expect(titled('Software requirements').map(({ id }) => id)).toContain('system-tests-sw-1');
  });

  test('one text that answers many sections is named once with all of them', () => {
    const sentences = sentencesOf('software-development-plan-sw-1').filter((words) =>
      words.includes('answered above in'),
    );
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences[0]).toMatch(/^[^;]+(; [^;]+)+: answered above in Software development plan\.$/);
  });

  test('what nobody asks for now has no gaps, and says so', () => {
    const blocks = blocksOf('legacy-software-sw-1');
    expect(blocks.some(({ is }) => is === 'note')).toBe(false);
    expect(sentencesOf('legacy-software-sw-1').join('\n')).toContain(
      'Not due: nothing in the records calls for it yet.',
    );
  });

  test('sections that nobody wrote stand in one note, which counts them all', () => {
    const notes = blocksOf('problems-and-changes').flatMap((block) => (block.is === 'note' ? [block] : []));
    const counts = notes.flatMap(({ count, blocks }) =>
      count === undefined ? [] : [[count, blocks[1]?.is === 'list' ? blocks[1].items.length : 0]],
    );
    expect(counts.length).toBeGreaterThan(0);
    for (const [count, items] of counts) expect(items).toBe(count);
  });
});

describe('formats that know no cells over several columns', () => {
  test.each(documents.map((document) => [document.id, document] as const))(
    '%s: each row has each column',
    (_, document) => {
      const cells = (line: string): number => line.split(/(?<!\\)\|/).length - 2;
      const widths = renderMarkdown(document)
        .split(/\n\n/)
        .filter((part) => part.startsWith('| '))
        .map((part) => new Set(part.trimEnd().split('\n').map(cells)));
      for (const width of widths) expect(width.size).toBe(1);
    },
  );

  test('what stands over several columns stands in the first of them, and the others stay empty', () => {
    const cell = (text: string) => ({ content: [[{ is: 'text' as const, text }]] });
    const table: Table = {
      is: 'table',
      id: 't',
      caption: [{ is: 'text', text: 'T' }],
      columns: ['A', 'B', 'C'].map((title) => ({ title, width: 1 / 3 })),
      rows: [
        { isGroup: true, cells: [cell('group')] },
        { cells: [cell('a'), { ...cell('b and c'), columns: 2 }] },
        { cells: [{ ...cell('high'), rows: 2 }, cell('b'), cell('c')] },
        { cells: [cell('lower b'), cell('lower c')] },
      ],
    };
    const [document] = documents;
    const [csv] = renderCsv({ ...(document as Document), blocks: [table] });
    expect(csv?.text.trimEnd().split('\r\n')).toEqual([
      'A,B,C',
      'group,,',
      'a,b and c,',
      'high,b,c',
      ',lower b,lower c',
    ]);
  });
});

test('a workbook shows whole cells: rows as high as their words need, wrapped, and on paper with name and page', async () => {
  const document = documents.find(({ id }) => id === 'release-record-sw-1');
  const parts = unzipSync((await renderXlsx(document as Document)) ?? new Uint8Array());
  const sheet = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
  const heights = [...sheet.matchAll(/<row [^>]*?ht="([\d.]+)"/g)].map(([, height]) => Number(height));
  expect(Math.max(...heights)).toBeGreaterThan(25);
  expect(strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())).toContain('wrapText="true"');
  expect(sheet).toMatch(/<oddHeader>&amp;LRelease record: Pump firmware&amp;R/);
  expect(sheet).toContain('&amp;P / &amp;N');
});

test('a day and a number are such in a workbook, and are shown as days and numbers', async () => {
  const text = (words: string) => [[{ is: 'text' as const, text: words }]];
  const rows = [
    {
      cells: [
        { content: text('1 May'), value: '2026-05-01' },
        { content: text('about 3'), value: 3 },
      ],
    },
  ];
  const columns = ['Day', 'Hours'].map((title) => ({ title, width: 0.5 }));
  const table: Table = { is: 'table', id: 't', caption: [], columns, rows };
  const bytes = await renderXlsx({ ...(documents[0] as Document), blocks: [table] });
  const book = await readXlsx(bytes ?? new Uint8Array());
  expect(book.sheets[1]?.rows[1]).toEqual([new Date('2026-05-01T00:00:00Z'), 3]);
});
