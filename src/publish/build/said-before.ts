/** Leaves out a table of a work product's chapter when each of its rows stands above already, and says where. */
import type { Block, Inline, Row, Table } from '../document.js';
import { wordsOf } from './heading-id.js';

/** Ids of tables that nobody wrote into a template begin with it; what a template asks for by name stays. */
export const ASKED = 'asked';

export function withoutRepeats(blocks: readonly Block[]): readonly Block[] {
  const above = new Above();
  return blocks.map((block) => {
    const shown = block.is === 'table' && block.id.startsWith(ASKED) ? (above.told(block) ?? block) : block;
    above.add(shown);
    return shown;
  });
}

/** Row by its first cell: words by the head of their column. */
interface ReadTable {
  readonly table: Table;
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

class Above {
  readonly #tables: ReadTable[] = [];
  /** Words below the heading of a record, by its id. */
  readonly #texts = new Map<string, string>();
  #record: string | undefined;

  add(block: Block): void {
    if (block.is === 'table') this.#tables.push({ table: block, rows: new Map(rowsOf(block)) });
    if (block.is === 'heading') this.#record = block.unnumbered ? block.id : undefined;
    if (this.#record === undefined || (block.is !== 'heading' && block.is !== 'paragraph')) return;
    this.#texts.set(this.#record, `${this.#texts.get(this.#record) ?? ''} ${plain(block.content)}`);
  }

  /** @returns the sentence that takes the place of the table; `undefined` if it says anything new */
  told(table: Table): Block | undefined {
    if (!isPlain(table)) return undefined;
    const rows = rowsOf(table);
    const earlier = this.#tables.find((one) => rows.every(([id, words]) => isIn(words, one.rows.get(id))));
    if (earlier) return sentence(table, [{ is: 'reference', to: earlier.table.id }]);
    const [first] = rows;
    if (!first || !rows.every(([id, words]) => isInFull(words, this.#texts.get(id)))) return undefined;
    const name: Inline = { is: 'link', to: first[0], content: [{ is: 'text', text: first[0] }] };
    return sentence(table, [{ is: 'text', text: 'full above, from ' }, name, { is: 'text', text: ' on' }]);
  }
}

function isPlain({ caption, rows, columns }: Table): boolean {
  return (
    caption.length > 0 &&
    rows.length > 0 &&
    columns[0]?.title === 'Id' &&
    rows.every(({ isGroup, cells }) => !isGroup && cells.length === columns.length)
  );
}

function rowsOf({ rows, columns }: Table): readonly (readonly [string, ReadonlyMap<string, string>])[] {
  return rows
    .filter(({ isGroup, cells }) => !isGroup && cells.length === columns.length)
    .map((row) => [
      cellWords(row, 0),
      new Map(columns.slice(1).map(({ title }, at) => [title, cellWords(row, at + 1)])),
    ]);
}

function cellWords({ cells }: Row, at: number): string {
  return (cells[at]?.content ?? []).map((inlines) => plain(inlines)).join(' ');
}

/** A cell has no lines of its own. */
function plain(inlines: readonly Inline[]): string {
  return wordsOf(inlines).replaceAll(/\s+/g, ' ');
}

function isIn(words: ReadonlyMap<string, string>, other: ReadonlyMap<string, string> | undefined): boolean {
  return other !== undefined && [...words].every(([head, text]) => other.get(head) === text);
}

/** With its name before it, so that a short word is not found by chance. */
function isInFull(words: ReadonlyMap<string, string>, text: string | undefined): boolean {
  if (text === undefined) return false;
  return [...words].every(([head, said]) => {
    if (said === '') return true;
    return text.includes(head === 'Title' || head === 'Text' ? said : `${head}: ${said}`);
  });
}

function sentence({ caption, count }: Table, where: readonly Inline[]): Block {
  const counted = count ? `${count.shown} of ${count.of} ${count.what}, ` : '';
  return {
    is: 'paragraph',
    content: [
      ...caption.map((inline) => (inline.is === 'text' ? { ...inline, strong: true } : inline)),
      { is: 'text', text: `: ${counted}each in ` },
      ...where,
      { is: 'text', text: '.' },
    ],
  };
}
