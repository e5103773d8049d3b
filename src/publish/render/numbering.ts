/** Numbers of headings, tables and figures: the same in every format, since every format shows these. */
import type { Block, Document, Heading, NumberingWords } from '../document.js';

export interface Numbering {
  /** Such as `2.1`; empty for headings without one. */
  heading(heading: Heading): string;
  /** Such as `Table 3`; `undefined` for what is neither. */
  label(id: string): string | undefined;
  readonly tables: readonly Labelled[];
  readonly figures: readonly Labelled[];
}

export interface Labelled {
  readonly id: string;
  readonly label: string;
}

const USUAL: NumberingWords = { headings: true, table: 'Table', figure: 'Figure' };

export function numberingOf(document: Document, words = document.numbering ?? USUAL): Numbering {
  const headings = new Map<Heading, string>();
  const tables: Labelled[] = [];
  const figures: Labelled[] = [];
  const counters = [0, 0, 0, 0];
  for (const block of everyBlock(document.blocks)) {
    if (block.is === 'heading' && !block.unnumbered && words.headings) headings.set(block, next(counters, block.level));
    if (block.is === 'table' && block.caption.length > 0)
      tables.push({ id: block.id, label: `${words.table} ${tables.length + 1}` });
    if (block.is === 'figure') figures.push({ id: block.id, label: `${words.figure} ${figures.length + 1}` });
  }
  const labels = new Map([...tables, ...figures].map(({ id, label }) => [id, label]));
  return {
    heading: (heading) => headings.get(heading) ?? '',
    label: (id) => labels.get(id),
    tables,
    figures,
  };
}

/** Also those inside lists and notes. */
export function* everyBlock(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.is === 'list') for (const item of block.items) yield* everyBlock(item);
    if (block.is === 'note') yield* everyBlock(block.blocks);
  }
}

function next(counters: number[], level: number): string {
  counters[level - 1] = (counters[level - 1] ?? 0) + 1;
  counters.fill(0, level);
  return counters.slice(0, level).join('.');
}
