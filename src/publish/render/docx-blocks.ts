/** The text of a Word document: headings, paragraphs, lists, tables, figures, and notes with a comment at each. */
import {
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  HeadingLevel,
  ImageRun,
  PageBreak,
  Paragraph,
  TextRun,
  type FileChild,
  type ICommentOptions,
  type ParagraphChild,
} from 'docx';
import type { Block, Cell, Figure, Heading, Note, Row, Table } from '../document.js';
import type { PageKind } from '../pdf/page-sizes.js';
import { bookmarkOf, captionLabel } from './docx-captions.js';
import { pictureHeight, widthOf, type WordContext } from './docx-context.js';
import { InlineWriter } from './docx-inlines.js';
import { NOTE_STYLES, spaceAfter } from './docx-styles.js';
import { wordTable, type WordCell } from './docx-table.js';

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/** So many columns are set in smaller letters. */
const NARROW_COLUMNS = 9;
/** Lists are marked down to this level, from 0. */
const DEEPEST_LIST = 3;
const CHANGED = { left: { style: 'single', size: 18, space: 6, color: '1F62C4' } } as const;

/** Where a block stands. */
interface Where {
  readonly page: PageKind;
  /** In how many lists. */
  readonly depth: number;
  /** Style of the note around it. */
  readonly style?: string;
}

interface ListPlace {
  readonly reference: string;
  readonly level: number;
  readonly instance: number;
}

/** Keeps the footnotes and comments that it met, in their order. */
export class BlockWriter {
  readonly #context: WordContext;
  readonly #inlines: InlineWriter;
  readonly #comments: ICommentOptions[] = [];
  #lists = 0;

  constructor(context: WordContext) {
    this.#context = context;
    this.#inlines = new InlineWriter(context);
  }

  footnotes(): Record<string, { children: Paragraph[] }> {
    return this.#inlines.footnotes();
  }

  comments(): readonly ICommentOptions[] {
    return this.#comments;
  }

  blocks(blocks: readonly Block[], page: PageKind): FileChild[] {
    return blocks.flatMap((block) => this.#block(block, { page, depth: 0 }));
  }

  #block(block: Block, where: Where): readonly FileChild[] {
    switch (block.is) {
      case 'heading':
        return [this.#heading(block)];
      case 'paragraph':
        return [
          new Paragraph({
            ...styleOf(where),
            children: this.#inlines.inlines(block.content),
            ...(block.changed ? { border: CHANGED } : {}),
          }),
        ];
      case 'list':
        return this.#list(block, where);
      case 'table':
        return this.#table(block, where.page);
      case 'figure':
        return this.#figure(block, where.page);
      case 'note':
        return this.#note(block, where);
      case 'code':
        return block.text.split('\n').map((line) => new Paragraph({ style: 'Code', text: line }));
      case 'page-break':
        return [new Paragraph({ children: [new PageBreak()] })];
    }
  }

  #heading(heading: Heading): Paragraph {
    const { numbers, template } = this.#context;
    const number = numbers.heading(heading);
    const words = [
      ...(number === '' || template?.numbersHeadings
        ? []
        : [new TextRun({ text: `${number}\t`, color: '5A6672', bold: false })]),
      ...this.#inlines.inlines(heading.content),
    ];
    return new Paragraph({
      // A record in full is no chapter: the contents would be longer than the text.
      ...(heading.unnumbered
        ? { style: 'RecordHeading' }
        : { heading: HEADINGS[heading.level - 1] ?? HeadingLevel.HEADING_4 }),
      children: [new Bookmark({ id: bookmarkOf(heading.id), children: words })],
    });
  }

  #list({ ordered, items }: Extract<Block, { is: 'list' }>, where: Where): readonly FileChild[] {
    const place = {
      reference: ordered ? 'numbers' : 'bullets',
      level: Math.min(where.depth, DEEPEST_LIST),
      instance: ++this.#lists,
    };
    return items.flatMap((item) => this.#item(item, place, where));
  }

  #item(blocks: readonly Block[], numbering: ListPlace, where: Where): readonly FileChild[] {
    const [first, ...others] = blocks;
    if (!first) return [];
    const inside = { ...where, depth: where.depth + 1 };
    const head =
      first.is === 'paragraph'
        ? [new Paragraph({ ...styleOf(where), numbering, children: this.#inlines.inlines(first.content) })]
        : this.#block(first, inside);
    return [...head, ...others.flatMap((block) => this.#block(block, inside))];
  }

  #table(table: Table, page: PageKind): readonly FileChild[] {
    const width = widthOf(page, this.#context);
    const widths = this.#context.layout.widths(table, width);
    const columns = table.columns.map((column, at) => ({ ...column, width: widths[at] ?? 0 }));
    const rows = table.rows.map((row) => row.cells.map((cell, at) => this.#cell(cell, row, table, at === 0)));
    const isNarrow = columns.length >= NARROW_COLUMNS;
    return [...this.#tableCaption(table), wordTable(columns, rows, { width, isNarrow }), spaceAfter()];
  }

  #tableCaption({ id, count, caption }: Table): readonly Paragraph[] {
    if (caption.length === 0) return [];
    const counted = count
      ? `  ${count.shown.toLocaleString('en-GB')} of ${count.of.toLocaleString('en-GB')} ${count.what}`
      : '';
    const children = [
      captionLabel('Table', this.#context.numbers.label(id) ?? '', bookmarkOf(id)),
      new TextRun('  '),
      ...this.#inlines.inlines(caption),
      new TextRun({ text: counted, color: '5A6672' }),
    ];
    return [new Paragraph({ style: 'Caption', keepNext: true, children })];
  }

  #cell(cell: Cell, row: Row, table: Table, isFirst: boolean): WordCell {
    return {
      paragraphs: isFirst ? this.#firstCell(row, cell) : cell.content.map((inlines) => this.#inlines.inlines(inlines)),
      ...columnsOf(cell, row, table),
      ...(cell.rows === undefined ? {} : { rows: cell.rows }),
      isGroup: row.isGroup === true,
      isChanged: row.changed === true,
    };
  }

  /** A record without a heading is found at its row. */
  #firstCell(row: Row, { content }: Cell): readonly (readonly ParagraphChild[])[] {
    const anchor = this.#context.anchors.anchorOf(row);
    const [first = [], ...others] = content;
    if (anchor === undefined) return content.map((inlines) => this.#inlines.inlines(inlines));
    const marked = new Bookmark({ id: bookmarkOf(anchor), children: this.#inlines.withoutLinks(first) });
    return [[marked], ...others.map((inlines) => this.#inlines.inlines(inlines))];
  }

  #figure(figure: Figure, page: PageKind): readonly FileChild[] {
    const label = this.#context.numbers.label(figure.id);
    return [
      new Paragraph({ style: 'Picture', keepNext: true, children: [this.#picture(figure, page, label)] }),
      new Paragraph({
        style: 'Caption',
        children: [
          captionLabel('Figure', label ?? '', bookmarkOf(figure.id)),
          new TextRun('  '),
          ...this.#inlines.inlines(figure.caption),
        ],
      }),
    ];
  }

  #picture(figure: Figure, page: PageKind, label: string | undefined): ImageRun {
    const picture = this.#context.pictureOf(figure.svg);
    // Word counts pictures in pixels of 1/96 inch, pages in twentieths of a point.
    const mostWide = widthOf(page, this.#context) / 15;
    const mostHigh = (pictureHeight(page, this.#context) - this.#context.layout.above(figure)) / 15;
    const scale = Math.min(1, mostWide / picture.width, mostHigh / picture.height);
    return new ImageRun({
      type: 'svg',
      data: Buffer.from(picture.svg),
      fallback: { type: 'png', data: Buffer.from(picture.png) },
      transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
      altText: { name: figure.id, title: label ?? figure.id, description: figure.alt },
    });
  }

  /** The words of a gap stand in the text; a comment makes it easy to find in Word. */
  #note(note: Note, where: Where): readonly FileChild[] {
    const id = this.#comment(note);
    const style = NOTE_STYLES[note.isBlocking ? 'blocks' : note.kind];
    const head = new Paragraph({
      style,
      keepNext: true,
      children: [
        new CommentRangeStart(id),
        new TextRun({ text: note.title, bold: true }),
        ...(note.gap === undefined ? [] : [new TextRun({ text: `  ${note.gap}`, color: '414D59' })]),
        new CommentRangeEnd(id),
        new TextRun({ children: [new CommentReference(id)] }),
      ],
    });
    const inner = note.blocks.flatMap((block) => this.#block(block, { ...where, style }));
    return [head, ...inner, ...(where.style === undefined ? [spaceAfter()] : [])];
  }

  #comment({ title, gap }: Note): number {
    const id = this.#comments.length;
    const words = gap === undefined ? [title] : [title, gap];
    this.#comments.push({
      id,
      author: 'Medward',
      date: new Date(`${this.#context.document.date}T00:00:00Z`),
      children: words.map((line) => new Paragraph(line)),
    });
    return id;
  }
}

function styleOf({ style }: Where): { readonly style?: string } {
  return style === undefined ? {} : { style };
}

/** A line that heads what follows goes across the table. */
function columnsOf({ columns }: Cell, { isGroup, cells }: Row, table: Table): { readonly columns?: number } {
  if (isGroup && cells.length === 1) return { columns: table.columns.length };
  return columns === undefined ? {} : { columns };
}
