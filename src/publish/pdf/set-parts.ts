/** Sets the parts of a document for the page that they stand on. */
import type { Block, Figure, Heading, Note, Table } from '../document.js';
import { breakWords } from './break-words.js';
import { figureSizes } from './figure-sizes.js';
import type { Measure } from './measure.js';
import { BODY, NOTE, PAGES, READABLE_WIDTH, type PageKind } from './page-sizes.js';
import { TableSetter } from './set-table.js';
import { WordSetter, type Setting } from './set-words.js';
import type { SheetFigure, SheetPart } from './sheet.js';

/** Deeper lists and notes are written side by side: Typst stops at some depth, and no page has room for it. */
const DEEPEST = 6;
const LIST_INDENT = 14;
const CODE_SIZE = 8;
/** Points; a higher note may go over to the next page. */
const HIGHEST_WHOLE_NOTE = 180;

const HIGHEST_TOGETHER = 220;

interface Where {
  readonly page: PageKind;
  readonly width: number;
  readonly depth: number;
  readonly size: number;
  readonly isTop: boolean;
}

export class PartSetter {
  readonly words: WordSetter;
  readonly #setting: Setting;
  readonly #tables: TableSetter;
  readonly #measure: Measure;
  readonly #addFigure: (figure: Figure) => string;
  #level = 0;

  /** @param addFigure takes a figure, gives the name of the file that the pages take it from */
  constructor(setting: Setting, measure: Measure, addFigure: (figure: Figure) => string) {
    this.#setting = setting;
    this.words = new WordSetter(setting);
    this.#tables = new TableSetter(setting, this.words, measure);
    this.#measure = measure;
    this.#addFigure = addFigure;
  }

  section(blocks: readonly Block[], page: PageKind): readonly SheetPart[] {
    const where = { page, width: PAGES[page].width, depth: 0, size: BODY.size, isTop: true };
    const parts: SheetPart[] = [];
    for (let at = 0; at < blocks.length;) {
      const together = this.#together(blocks, at, where.width);
      const [first] = together;
      if (together.length > 1) parts.push({ is: 'together', parts: this.#parts(together, where) });
      else if (first?.is === 'figure' && page !== 'upright')
        parts.push(this.#figure(first, where, this.#above(blocks.slice(0, at), page)));
      else if (first) parts.push(...this.#part(first, where));
      at += Math.max(1, together.length);
    }
    return parts;
  }

  /** A record that is told in full in a few lines is not torn over two pages. */
  #together(blocks: readonly Block[], from: number, width: number): readonly Block[] {
    const [first] = blocks.slice(from, from + 1);
    if (!first) return [];
    if (first.is !== 'heading' || !first.unnumbered) return [first];
    let to = from + 1;
    while (blocks[to]?.is === 'paragraph') to++;
    const together = blocks.slice(from, to);
    return this.#measure.total(together, width) < HIGHEST_TOGETHER ? together : [first];
  }

  /** What stands over the first figure of a turned page; a later one begins a page with at most a heading. */
  #above(before: readonly Block[], page: PageKind): number | undefined {
    const height = this.#measure.total(before, PAGES[page].width);
    return height < PAGES[page].height / 2 ? height : undefined;
  }

  #parts(blocks: readonly Block[], where: Where): readonly SheetPart[] {
    return blocks.flatMap((block) => this.#part(block, where));
  }

  #part(block: Block, where: Where): readonly SheetPart[] {
    switch (block.is) {
      case 'heading':
        return [this.#heading(block, where)];
      case 'paragraph':
        return [
          {
            is: 'paragraph',
            content: this.words.words(block.content, this.#room(where)),
            changed: block.changed ?? false,
          },
        ];
      case 'list':
        return this.#list(block.items, block.ordered, where);
      case 'table':
        return block.columns.length > 0 ? [this.#tables.table(block, where.width)] : this.#withoutColumns(block, where);
      case 'figure':
        return [this.#figure(block, where)];
      case 'note':
        return this.#note(block, where);
      case 'code':
        return [{ is: 'code', text: this.#code(block.text, where.width) }];
      case 'page-break':
        return where.isTop ? [block] : [];
    }
  }

  #room({ width, size }: Where): { width: number; size: number; style: 'regular' } {
    return { width: Math.min(width, READABLE_WIDTH), size, style: 'regular' };
  }

  /** Levels that a text skips are closed up, since readers of the tags would look for what is between. */
  #heading(heading: Heading, { isTop, width }: Where): SheetPart {
    this.#level = Math.min(heading.level, this.#level + 1);
    return {
      is: 'heading',
      level: this.#level,
      number: this.#setting.numbers.heading(heading),
      label: this.#setting.anchors.labelOf(heading),
      outlined: isTop && heading.level <= 2 && !heading.unnumbered,
      content: this.words.words(heading.content, { width: width - 40, size: 17, style: 'bold' }),
    };
  }

  #list(items: readonly (readonly Block[])[], ordered: boolean, where: Where): readonly SheetPart[] {
    if (where.depth >= DEEPEST) return items.flatMap((item) => this.#parts(item, { ...where, isTop: false }));
    const inner = { ...where, width: where.width - LIST_INDENT, depth: where.depth + 1, isTop: false };
    return [{ is: 'list', ordered, items: items.map((item) => this.#parts(item, inner)) }];
  }

  #note({ kind, title, blocks, gap, isBlocking }: Note, where: Where): readonly SheetPart[] {
    const inner = {
      ...where,
      width: where.width - NOTE.inset,
      depth: where.depth + 1,
      size: NOTE.size,
      isTop: false,
    };
    const head = [title, gap].filter((words) => words !== undefined).join(' ');
    if (where.depth >= DEEPEST) return [this.#strong(head, where), ...this.#parts(blocks, inner)];
    const room = { width: inner.width, size: NOTE.size, style: 'bold' } as const;
    return [
      {
        is: 'note',
        look: kind === 'gap' && isBlocking ? 'blocks' : kind,
        title: this.words.plain(title, room),
        key: gap === undefined ? null : this.words.plain(gap, { ...room, style: 'regular' }),
        breaks: this.#measure.total(blocks, inner.width) > HIGHEST_WHOLE_NOTE,
        parts: this.#parts(blocks, inner),
      },
    ];
  }

  /** What it holds is said nevertheless. */
  #withoutColumns({ caption, rows }: Table, where: Where): readonly SheetPart[] {
    const cells = rows.flatMap((row) => row.cells).flatMap(({ content }) => content);
    return [caption, ...cells].flatMap((content) => this.#part({ is: 'paragraph', content }, where));
  }

  #strong(words: string, where: Where): SheetPart {
    const content = this.words.words([{ is: 'text', text: words, strong: true }], this.#room(where));
    return { is: 'paragraph', content, changed: false };
  }

  #figure(figure: Figure, { page, width }: Where, above?: number): SheetFigure {
    const size = figureSizes.size(figure, page, above);
    const scale = Math.min(1, width / size.width);
    return {
      is: 'figure',
      label: this.#setting.anchors.labelOf(figure),
      name: this.#setting.numbers.label(figure.id) ?? '',
      caption: this.words.words(figure.caption, { width, size: 8.5, style: 'regular' }),
      count: null,
      file: this.#addFigure(figure),
      alt: this.words.plain(figure.alt) || this.words.plainWords(figure.caption) || 'Figure',
      width: size.width * scale,
      height: size.height * scale,
    };
  }

  #code(text: string, width: number): string {
    const { drawable, fonts } = this.#setting;
    const room = { width: width - 20, size: CODE_SIZE, style: 'mono' } as const;
    return text
      .split(/\r\n?|\n/)
      .map((line) => breakWords(drawable.code(line.replaceAll('\t', '  ')), room, fonts))
      .join('\n');
  }
}
