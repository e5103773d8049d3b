/** A table of plain words, for what is no record. */
import type { Inline, Row, Table } from '../document.js';
import type { TagContext } from '../tags/define.js';
import { markedWords } from '../text/marked-words.js';

export interface WordsTable {
  readonly title: string;
  /** Heads with parts of the width, which add up to 1. */
  readonly columns: readonly (readonly [title: string, width: number])[];
  readonly rows: readonly (readonly string[])[];
  readonly landscape?: boolean;
  readonly count?: Table['count'];
}

export function wordsTable({ title, columns, rows, landscape, count }: WordsTable, context: TagContext): Table {
  return {
    is: 'table',
    id: context.newId('table'),
    caption: [{ is: 'text', text: title }],
    columns: columns.map(([head, width]) => ({ title: head, width })),
    rows: rows.map((row): Row => ({ cells: row.map((words) => ({ content: [linked(words, context)] })) })),
    ...(landscape === undefined ? {} : { landscape }),
    ...(count === undefined ? {} : { count }),
  };
}

function linked(words: string, { links }: TagContext): readonly Inline[] {
  return markedWords(words, links);
}
