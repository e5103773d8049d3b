/** A document in which each part stands that a document can have, some of them at their worst. */
import type { Block, Document, Inline } from '../src/publish/index.js';

export const words = (text: string): Inline => ({ is: 'text', text });
export const paragraph = (...content: readonly Inline[]): Block => ({ is: 'paragraph', content });
export const heading = (level: 1 | 2 | 3 | 4, id: string, title: string): Block => ({
  is: 'heading',
  level,
  id,
  content: [words(title)],
});

export function documentOf(blocks: readonly Block[], more: Partial<Document> = {}): Document {
  return {
    id: 'rich',
    title: 'Rich document',
    number: 'RD-01',
    version: '1.2.0',
    device: 'Pump',
    manufacturer: 'Halden Therapeutics',
    commit: '9c41e7a0d2b54c6f8e1a',
    dirty: false,
    date: '2026-11-23',
    status: 'release',
    stamp: 'Fictional example device',
    approvals: [
      { role: 'Quality manager', name: 'Ada', meaning: 'approved', date: '2026-11-20', state: 'given' },
      { role: 'Clinical safety', name: 'Bo', meaning: 'reviewed', date: '2026-11-10', state: 'void' },
      { role: 'Regulatory', name: 'Cy', meaning: 'approved', date: undefined, state: 'open' },
    ],
    revisions: [{ version: '1.2.0', date: '2026-11-23', by: 'Ada', what: 'Limits reworded' }],
    blocks,
    ...more,
  };
}

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 120"><title>Two boxes</title><rect width="180" height="100" fill="#dfe4e8"/><text x="20" y="50" font-size="12" font-weight="600">Box of the picture</text></svg>`;

const cell = (text: string): { content: Inline[][] } => ({ content: [[words(text)]] });

export const RICH: readonly Block[] = [
  heading(1, 'first', 'First chapter'),
  paragraph(
    words('Plain, '),
    { is: 'text', text: 'strong', strong: true },
    words(', '),
    { is: 'text', text: 'emphasised', emphasis: true },
    words(', '),
    { is: 'text', text: 'code()', code: true },
    words(' and an '),
    { is: 'address', url: 'https://example.org/a', content: [words('address')] },
    words('. See '),
    { is: 'link', to: 'TH-01', content: [words('TH-01')] },
    words(', '),
    { is: 'link', to: 'second', content: [words('the second')] },
    words(' and '),
    { is: 'reference', to: 't1' },
    words('.'),
  ),
  { is: 'paragraph', content: [words('This sentence changed since the last release.')], changed: true },
  {
    is: 'list',
    ordered: true,
    items: [
      [paragraph(words('first step'))],
      [paragraph(words('second step')), { is: 'list', ordered: false, items: [[paragraph(words('a detail'))]] }],
    ],
  },
  heading(2, 'second', 'Second section'),
  {
    is: 'table',
    id: 't1',
    caption: [words('Threats with spans')],
    columns: [
      { title: 'Id', width: 0.2 },
      { title: 'Title', width: 0.5 },
      { title: 'Hours', width: 0.3, align: 'right' },
    ],
    count: { shown: 2, of: 1234, what: 'threats' },
    rows: [
      { isGroup: true, cells: [cell('A group')] },
      {
        changed: true,
        cells: [
          { content: [[{ is: 'link', to: 'TH-01', content: [words('TH-01')] }]] },
          { content: [[words('Paragraph one')], [words('Paragraph two')]] },
          cell('12'),
        ],
      },
      { cells: [cell('TH-02'), { ...cell('over two columns'), columns: 2 }] },
    ],
  },
  {
    is: 'figure',
    id: 'f1',
    caption: [words('Two boxes')],
    svg: SVG,
    alt: 'Two boxes beside each other',
  },
  {
    is: 'note',
    kind: 'gap',
    title: 'Gap, blocks release',
    isBlocking: true,
    gap: 'rule@TH-01',
    blocks: [paragraph(words('Nothing is said of it.'))],
  },
  { is: 'note', kind: 'write', title: 'Starter text', blocks: [paragraph(words('Write who decides.'))] },
  { is: 'note', kind: 'hint', title: 'A hint', blocks: [paragraph(words('For the reader.'))] },
  { is: 'code', text: 'if (a < b) {\n  run("x");\n}' },
  { is: 'page-break' },
  heading(1, 'third', 'Third chapter'),
  {
    is: 'table',
    id: 't2',
    caption: [words('Turned')],
    landscape: true,
    columns: Array.from({ length: 9 }, (_, at) => ({ title: `Column ${at + 1}`, width: 1 / 9 })),
    rows: Array.from({ length: 6 }, (_, row) => ({
      cells: Array.from({ length: 9 }, (_, at) =>
        cell(`Some words that need room in row ${row} and column ${at}, so that a turned page is worth it`),
      ),
    })),
  },
  heading(2, 'last', 'Last section'),
  paragraph(words('The end.')),
];
