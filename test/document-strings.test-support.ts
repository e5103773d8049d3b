/** What a document says, in its order: every format has to say it so. */
import type { Block, Document } from '../src/publish/index.js';
import { numberingOf } from '../src/publish/render/numbering.js';
import { packed } from './pdf.test-support.js';

type Node = Readonly<Record<string, unknown>>;

/** Every string of the parts, in their order; footnotes stand at the end of a page and are left out. */
export function stringsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  switch (node['is']) {
    case 'text':
    case 'code':
      return [String(node['text'])];
    case 'table': {
      const { caption, columns, rows } = node as unknown as Extract<Block, { is: 'table' }>;
      return [...stringsOf(caption), ...columns.map(({ title }) => title), ...stringsOf(rows)];
    }
    case 'note': {
      const { title, gap, blocks } = node as unknown as Extract<Block, { is: 'note' }>;
      return [title, ...(gap === undefined ? [] : [gap]), ...stringsOf(blocks)];
    }
    case 'figure':
      return stringsOf(node['caption']);
    case 'footnote':
      return [];
    default:
      return Object.values(node).flatMap(stringsOf);
  }
}

/** The same with what a format adds itself: numbers of headings, `Table 3` and how many of how many, references. */
export function printedStrings(document: Document): readonly string[] {
  const numbers = numberingOf(document);
  const counted = (count: { shown: number; of: number; what: string } | undefined): string =>
    count ? `${count.shown.toLocaleString('en-GB')} of ${count.of.toLocaleString('en-GB')} ${count.what}` : '';
  const of = (block: Block): readonly string[] => {
    if (block.is === 'heading') return [`${numbers.heading(block)}${said(block.content)}`];
    if (block.is === 'list') return block.items.flatMap((item) => item.flatMap(of));
    if (block.is === 'note')
      return [block.title, ...(block.gap === undefined ? [] : [block.gap]), ...block.blocks.flatMap(of)];
    if (block.is === 'figure') return [`${numbers.label(block.id) ?? ''}${said(block.caption)}`];
    if (block.is !== 'table') return stringsOf(block);
    const caption = block.caption.length > 0 ? [`${numbers.label(block.id) ?? ''}${said(block.caption)}`] : [];
    const heads = block.columns.map(({ title }) => title);
    return [...caption, counted(block.count), ...heads, ...stringsOf(block.rows)];
  };
  return document.blocks.flatMap(of);
}

function said(inlines: unknown): string {
  return stringsOf(inlines).join('');
}

/** Texts of all footnotes. */
export function footnotesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(footnotesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  if (node['is'] === 'footnote') return [said(node['content'])];
  return Object.values(node).flatMap(footnotesOf);
}

/** Looks for each string behind the one before it; heads that a table repeats may stand between. */
export function firstMissing(body: string, strings: readonly string[]): string | undefined {
  let from = 0;
  for (const string of strings.map(packed)) {
    const at = body.indexOf(string, from);
    if (at === -1) return `${string.slice(0, 60)} (after …${body.slice(Math.max(0, from - 60), from)})`;
    from = at + string.length;
  }
  return undefined;
}
