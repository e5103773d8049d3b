/** What changed since an earlier state: bars at changed paragraphs and rows, and a chapter that lists the records. */
import type { Block, Document, Inline, Row } from '../document.js';
import type { TagContext } from '../tags/define.js';
import { everyBlock } from '../render/numbering.js';
import { wordsTable } from './words-table.js';

export type RecordChange = 'new' | 'changed' | 'removed' | 'not known';

export interface ChangedRecord {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** `not known`: it cannot be read in one of the two states. */
  readonly change: RecordChange;
}

/** The state that documents are compared with. */
export interface Since {
  /** As the reader knows it, such as `v1.2.0`. */
  readonly name: string;
  readonly commit: string;
  readonly records: readonly ChangedRecord[];
  /** Records that are there now. */
  readonly of: number;
}

export function barredIds(since: Since | undefined): ReadonlySet<string> {
  return new Set(since?.records.filter(({ change }) => change !== 'removed').map(({ id }) => id));
}

/** Bars at rows that begin with a changed record, and at what stands under its heading. */
export function withBars(blocks: readonly Block[], ids: ReadonlySet<string>): readonly Block[] {
  if (ids.size === 0) return blocks;
  let under: { readonly level: number; readonly isChanged: boolean } | undefined;
  return blocks.map((block) => {
    if (block.is === 'heading' && (!under || block.level <= under.level || block.unnumbered)) {
      under = { level: block.level, isChanged: ids.has(block.id) };
    }
    if (block.is === 'table') return { ...block, rows: block.rows.map((row) => barredRow(row, ids)) };
    return under?.isChanged ? barred(block) : block;
  });
}

function barredRow(row: Row, ids: ReadonlySet<string>): Row {
  const [first] = row.cells[0]?.content[0] ?? [];
  return first?.is === 'link' && ids.has(first.to) ? { ...row, changed: true } : row;
}

/** Each paragraph of the text of a changed record. */
export function barred(block: Block): Block {
  switch (block.is) {
    case 'paragraph':
      return { ...block, changed: true };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(barred)) };
    case 'note':
      return { ...block, blocks: block.blocks.map(barred) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => ({ ...row, changed: true })) };
    default:
      return block;
  }
}

export function changesChapter(
  since: Since | undefined,
  blocks: Document['blocks'],
  context: TagContext,
): readonly Block[] {
  if (!since) return [];
  const here = idsIn(blocks);
  const rows = since.records.map(({ id, kind, title, change }) => [id, title, kind, change, here.has(id) ? 'yes' : '']);
  return [
    {
      is: 'heading',
      level: 1,
      id: 'what-changed',
      content: [{ is: 'text', text: `What changed since ${since.name}` }],
    },
    { is: 'paragraph', content: [{ is: 'text', text: summary(since) }] },
    ...(rows.length === 0 ? [] : [changesTable(rows, since, context)]),
  ];
}

function changesTable(rows: readonly (readonly string[])[], { name, of }: Since, context: TagContext): Block {
  const columns = [
    ['Id', 0.12],
    ['Title', 0.46],
    ['Kind', 0.16],
    ['Change', 0.13],
    ['In this document', 0.13],
  ] as const;
  const count = { shown: rows.length, of, what: 'records' };
  return wordsTable({ title: `Records that differ from ${name}`, columns, rows, count }, context);
}

function summary({ name, commit, records }: Since): string {
  const count = (change: RecordChange): number => records.filter((record) => record.change === change).length;
  const unknown = count('not known');
  const read = unknown === 0 ? '' : ` ${unknown} cannot be read in one of the two states, so nobody can tell.`;
  return (
    `Compared with ${name} (commit ${commit.slice(0, 12)}): ${count('new')} records are new, ${count('changed')} changed, ` +
    `${count('removed')} are gone.${read} A bar marks them where they stand in this document. ` +
    'Records are compared by their content and links; settings, evidence and templates are not compared.'
  );
}

export function idsIn(blocks: Document['blocks']): ReadonlySet<string> {
  const ids = new Set<string>();
  const look = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) if (inline.is === 'link') ids.add(inline.to);
  };
  for (const block of everyBlock(blocks)) {
    if (block.is === 'heading') ids.add(block.id);
    if (block.is === 'paragraph') look(block.content);
    if (block.is === 'table') for (const row of block.rows) for (const { content } of row.cells) content.forEach(look);
  }
  return ids;
}
