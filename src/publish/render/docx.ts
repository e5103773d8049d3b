/**
 * A document as Word: real styles, contents and page fields, captions, repeated heads, comments for the gaps of a draft.
 * Page numbers of the contents are filled when Word updates the fields of the file.
 */
import {
  AlignmentType,
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document as WordDocument,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageBreak,
  Paragraph,
  TableOfContents,
  TextRun,
  type FileChild,
  type ICommentOptions,
  type ISectionOptions,
  type ParagraphChild,
} from 'docx';
import { unzipSync } from 'fflate';
import type { Block, Cell, Document, Figure, Heading, Inline, Note, Row, Table } from '../document.js';
import { anchorsOf, type Anchors } from '../pdf/anchors.js';
import type { PageKind } from '../pdf/page-sizes.js';
import { MARK_STYLE, mergeInto } from '../word-template/merge.js';
import type { PartName, PlaceholderWords } from '../word-template/placeholders.js';
import type { WordTemplate } from '../word-template/read-word-template.js';
import { APPROVAL_STATES, draftNote, frontMatter, REVISION_HEADS } from './front-matter.js';
import { numberingOf, type Numbering } from './numbering.js';
import { packed, withoutTimes } from './zip-without-times.js';
import { bookmarkOf, captionLabel, captionReference, listsOfCaptions } from './docx-captions.js';
import { layoutOf, plainTable, type WordLayout } from './docx-layout.js';
import { LARGE_WIDTH, PICTURE_HEIGHTS, sectionOf, TEXT_WIDTH, TURNED_WIDTH } from './docx-pages.js';
import { FONT, STYLES } from './docx-styles.js';
import { LINK_STYLE, logoParagraphs, PLAIN_LOOK, themedStyles, type WordLook } from './docx-theme.js';
import { wordTable } from './docx-table.js';

/** Makes a PNG of a picture: older programs show it in place of the SVG. */
export type PictureMaker = (svg: string) => {
  /** What draws of it, and nothing else. */
  readonly svg: string;
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
};

/** @param look a company's template, whose pages and styles are taken, or its theme for those of ours */
export async function wordOf(
  document: Document,
  pictureOf: PictureMaker,
  { template, ...given }: Partial<WordLook> & { readonly template?: WordTemplate | undefined } = {},
): Promise<Uint8Array> {
  const look = template ? PLAIN_LOOK : { ...PLAIN_LOOK, ...given };
  const writer = new WordWriter(document, pictureOf, look, template);
  const sections = writer.sections();
  const file = new WordDocument({
    title: document.title,
    creator: document.manufacturer ?? document.device,
    description: `${document.title}, ${document.device}`,
    styles: themedStyles(STYLES, FONT, look),
    numbering: { config: LISTS },
    footnotes: writer.footnotes(),
    comments: { children: writer.comments() },
    features: { updateFields: true },
    sections: [...sections],
  });
  const bytes = withoutTimes(await Packer.toBuffer(file), document.date);
  if (!template) return bytes;
  return packed(mergeInto(template, unzipSync(bytes), placeholderWords(document)), document.date);
}

function placeholderWords(document: Document): PlaceholderWords {
  const { title, number, version, status, device, manufacturer, date, commit, stamp } = document;
  return {
    title,
    number: number ?? '',
    version: version ?? '',
    status: status === 'draft' ? 'Draft' : 'Released',
    device,
    manufacturer: manufacturer ?? '',
    date,
    commit: commit?.slice(0, 12) ?? '',
    stamp: stamp ?? '',
  };
}

const LISTS = [
  { reference: 'bullets', levels: levelsOf(LevelFormat.BULLET, () => '•') },
  { reference: 'numbers', levels: levelsOf(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
];

function levelsOf(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string) {
  return [0, 1, 2, 3].map((level) => ({
    level,
    format,
    text: text(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 280 } } },
  }));
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/** Lines of contents and lists that leave half a page to the text. */
const SHORT_CONTENTS = 16;
/** So many columns are set in smaller letters. */
const NARROW_COLUMNS = 9;

class WordWriter {
  readonly #document: Document;
  readonly #pictureOf: PictureMaker;
  readonly #numbers: Numbering;
  readonly #ids: ReadonlySet<string>;
  readonly #notes: Paragraph[] = [];
  readonly #comments: ICommentOptions[] = [];
  readonly #template: WordTemplate | undefined;
  readonly #look: WordLook;
  readonly #width: number;
  readonly #turnedWidth: number;
  readonly #layout: WordLayout;
  readonly #anchors: Anchors;
  #lists = 0;
  /** Of paragraphs inside a note. */
  #noteStyle: { readonly style?: string } = {};

  constructor(document: Document, pictureOf: PictureMaker, look: WordLook, template?: WordTemplate) {
    this.#look = look;
    this.#document = document;
    this.#template = template;
    this.#width = template?.page.textWidth ?? TEXT_WIDTH;
    this.#turnedWidth = template?.page.turnedWidth ?? TURNED_WIDTH;
    this.#pictureOf = pictureOf;
    this.#numbers = numberingOf(document);
    this.#anchors = anchorsOf(document);
    this.#layout = layoutOf(document);
    this.#ids = new Set(document.blocks.flatMap((block) => (block.is === 'heading' ? [block.id] : [])));
  }

  footnotes(): Record<string, { children: Paragraph[] }> {
    return Object.fromEntries(this.#notes.map((note, at) => [String(at + 1), { children: [note] }]));
  }

  comments(): ICommentOptions[] {
    return this.#comments;
  }

  /** Turned pages are sections of their own. */
  sections(): readonly ISectionOptions[] {
    const front = this.#template ? this.#parts() : this.#front();
    const runs: Run[] = [{ page: 'upright', children: front }];
    for (const { page: asked, blocks } of this.#layout.sections) {
      // The pages of a company's template are of its own size.
      const page = this.#template && asked === 'large' ? 'turned' : asked;
      const children = blocks.flatMap((block) => this.#block(block, 0, this.#widthOf(page)));
      const last = runs.at(-1);
      if (last?.page === page) last.children.push(...children);
      else runs.push({ page, children });
    }
    if (this.#template) runs.push(...endOf(runs));
    return runs.map(({ page, children }, at) =>
      sectionOf(this.#document, {
        page,
        width: this.#widthOf(page),
        children,
        isFirst: at === 0,
        theme: this.#look.theme,
      }),
    );
  }

  #widthOf(page: PageKind): number {
    if (page === 'upright') return this.#width;
    return page === 'large' ? LARGE_WIDTH : this.#turnedWidth;
  }

  #front(): FileChild[] {
    const { title, status, stamp, manufacturer } = this.#document;
    const { words } = this.#look.theme;
    const kind = `${capital(status === 'draft' ? words.draft : words.released)}${stamp === undefined ? '' : ` · ${stamp}`}`;
    const facts = frontMatter(this.#document).map(
      ([name, value]) =>
        new Paragraph({
          style: 'Fact',
          children: [new TextRun({ text: name, color: '5A6672' }), new TextRun(`\t${value}`)],
        }),
    );
    return [
      ...logoParagraphs(this.#look, manufacturer ?? 'Logo'),
      new Paragraph({ style: 'Kind', text: kind }),
      new Paragraph({ style: 'Title', text: title }),
      ...this.#draftNote(),
      ...facts,
      new Paragraph({ style: 'Caption', text: words.approvals }),
      this.#approvals(),
      ...this.#revisions(),
      new Paragraph({ children: [new PageBreak()] }),
      new Paragraph({ style: 'ContentsHeading', text: words.contents }),
      new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' }),
      ...listsOfCaptions(this.#document, this.#numbers, words['tables-and-figures']),
      ...(this.#hasShortContents() ? [] : [new Paragraph({ children: [new PageBreak()] })]),
    ];
  }

  /** The text begins below contents of a few lines. */
  #hasShortContents(): boolean {
    const headings = this.#document.blocks.filter((block) => block.is === 'heading' && block.level <= 2);
    const { tables, figures } = this.#numbers;
    return headings.length + tables.length + figures.length <= SHORT_CONTENTS;
  }

  #draftNote(): readonly FileChild[] {
    const note = draftNote(this.#document);
    if (!note) return [];
    const children = [new TextRun({ text: `${note.head} `, bold: true }), new TextRun(note.words)];
    return [new Paragraph({ style: NOTE_STYLES[note.isBlocking ? 'blocks' : 'gap'], children }), space()];
  }

  /** Each part of a company's template behind a mark that says its name. */
  #parts(): FileChild[] {
    return [
      mark('approvals'),
      this.#approvals(),
      mark('revisions'),
      ...this.#revisions(),
      mark('contents'),
      new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' }),
      mark('body'),
      // Else a turned table at the beginning would make the mark the end of a section.
      ...(this.#document.blocks[0]?.is === 'heading' ? [] : [new Paragraph('')]),
    ];
  }

  #approvals(): FileChild {
    const rows = this.#document.approvals.map(({ meaning, name, role, date, state }) => [
      meaning,
      name,
      role,
      date ?? '',
      APPROVAL_STATES[state],
    ]);
    return this.#plainTable(['Meaning', 'Name', 'Role', 'Date', 'State'], rows);
  }

  #revisions(): readonly FileChild[] {
    const { revisions } = this.#document;
    if (revisions.length === 0) return [];
    const rows = revisions.map(({ version, date, by, what }) => [version, date, by, what]);
    const title = this.#look.theme.words.revisions;
    return [new Paragraph({ style: 'Caption', text: title }), this.#plainTable([...REVISION_HEADS], rows)];
  }

  #plainTable(heads: readonly string[], rows: readonly (readonly string[])[]): FileChild {
    const table = plainTable(heads, rows);
    const widths = this.#layout.widths(table, this.#width);
    return wordTable(
      heads.map((title, at) => ({ title, width: widths[at] ?? 0 })),
      rows.map((row) => row.map((words) => ({ paragraphs: [[new TextRun(words)]] }))),
      { width: this.#width },
    );
  }

  #block(block: Block, depth: number, width: number): readonly FileChild[] {
    switch (block.is) {
      case 'heading':
        return [this.#heading(block)];
      case 'paragraph':
        return [
          new Paragraph({
            ...this.#noteStyle,
            children: this.#inlines(block.content),
            ...(block.changed ? { border: CHANGED } : {}),
          }),
        ];
      case 'list': {
        const reference = block.ordered ? 'numbers' : 'bullets';
        const instance = ++this.#lists;
        return block.items.flatMap((item) =>
          this.#item(item, { reference, level: Math.min(depth, 3), instance }, depth, width),
        );
      }
      case 'table':
        return this.#table(block, width);
      case 'figure':
        return this.#figure(block, width);
      case 'note':
        return this.#note(block, depth, width);
      case 'code':
        return block.text.split('\n').map((line) => new Paragraph({ style: 'Code', text: line }));
      case 'page-break':
        return [new Paragraph({ children: [new PageBreak()] })];
    }
  }

  #item(
    blocks: readonly Block[],
    numbering: { reference: string; level: number; instance: number },
    depth: number,
    width: number,
  ): readonly FileChild[] {
    const [first, ...others] = blocks;
    if (!first) return [];
    const head =
      first.is === 'paragraph'
        ? [new Paragraph({ ...this.#noteStyle, numbering, children: this.#inlines(first.content) })]
        : this.#block(first, depth + 1, width);
    return [...head, ...others.flatMap((block) => this.#block(block, depth + 1, width))];
  }

  #heading(heading: Heading): Paragraph {
    const number = this.#numbers.heading(heading);
    const words = [
      ...(number === '' || this.#template?.numbersHeadings
        ? []
        : [new TextRun({ text: `${number}\t`, color: '5A6672', bold: false })]),
      ...this.#inlines(heading.content),
    ];
    return new Paragraph({
      // A record in full is no chapter: the contents would be longer than the text.
      ...(heading.unnumbered
        ? { style: 'RecordHeading' }
        : { heading: HEADINGS[heading.level - 1] ?? HeadingLevel.HEADING_4 }),
      children: [new Bookmark({ id: bookmarkOf(heading.id), children: words })],
    });
  }

  #table(table: Table, width: number): readonly FileChild[] {
    const label = this.#numbers.label(table.id);
    const { count, caption } = table;
    const counted = count
      ? `  ${count.shown.toLocaleString('en-GB')} of ${count.of.toLocaleString('en-GB')} ${count.what}`
      : '';
    const head =
      caption.length === 0
        ? []
        : [
            new Paragraph({
              style: 'Caption',
              keepNext: true,
              children: [
                captionLabel('Table', label ?? '', bookmarkOf(table.id)),
                new TextRun('  '),
                ...this.#inlines(caption),
                new TextRun({ text: counted, color: '5A6672' }),
              ],
            }),
          ];
    const rows = table.rows.map((row) =>
      row.cells.map((cell, at) => ({
        paragraphs: at === 0 ? this.#firstCell(row, cell) : cell.content.map((inlines) => this.#inlines(inlines)),
        ...columnsOf(cell, row, table),
        ...(cell.rows === undefined ? {} : { rows: cell.rows }),
        isGroup: row.isGroup === true,
        isChanged: row.changed === true,
      })),
    );
    const widths = this.#layout.widths(table, width);
    const columns = table.columns.map((column, at) => ({ ...column, width: widths[at] ?? 0 }));
    const isNarrow = columns.length >= NARROW_COLUMNS;
    return [...head, wordTable(columns, rows, { width, isNarrow }), space()];
  }

  /** A record without a heading is found at its row. */
  #firstCell(row: Row, { content }: Cell): readonly (readonly ParagraphChild[])[] {
    const anchor = this.#anchors.anchorOf(row);
    const [first = [], ...others] = content;
    if (anchor === undefined) return content.map((inlines) => this.#inlines(inlines));
    const children = first.flatMap((inline) =>
      inline.is === 'link' ? this.#linked(inline.content) : this.#inline(inline),
    );
    const marked = new Bookmark({ id: bookmarkOf(anchor), children });
    return [[marked], ...others.map((inlines) => this.#inlines(inlines))];
  }

  #figure(figure: Figure, width: number): readonly FileChild[] {
    const picture = this.#pictureOf(figure.svg);
    // Word counts pictures in pixels of 1/96 inch, pages in twentieths of a point.
    const mostWide = width / 15;
    const mostHigh = (this.#mostHigh(width) - this.#layout.above(figure)) / 15;
    const scale = Math.min(1, mostWide / picture.width, mostHigh / picture.height);
    return [
      new Paragraph({
        style: 'Picture',
        keepNext: true,
        children: [
          new ImageRun({
            type: 'svg',
            data: Buffer.from(picture.svg),
            fallback: { type: 'png', data: Buffer.from(picture.png) },
            transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
            altText: { name: figure.id, title: this.#numbers.label(figure.id) ?? figure.id, description: figure.alt },
          }),
        ],
      }),
      new Paragraph({
        style: 'Caption',
        children: [
          captionLabel('Figure', this.#numbers.label(figure.id) ?? '', bookmarkOf(figure.id)),
          new TextRun('  '),
          ...this.#inlines(figure.caption),
        ],
      }),
    ];
  }

  /** Room for a picture with its caption. */
  #mostHigh(width: number): number {
    const page = this.#template?.page;
    const isTurned = width !== this.#width;
    if (page) return isTurned ? page.turnedHeight - 1700 : page.textHeight - 2300;
    if (width === LARGE_WIDTH) return PICTURE_HEIGHTS.large;
    return isTurned ? PICTURE_HEIGHTS.turned : PICTURE_HEIGHTS.upright;
  }

  /** The words of a gap stand in the text; a comment makes it easy to find in Word. */
  #note(note: Note, depth: number, width: number): readonly FileChild[] {
    const id = this.#comments.length;
    const words = [note.title, ...(note.gap === undefined ? [] : [note.gap])];
    this.#comments.push({
      id,
      author: 'Medward',
      date: new Date(`${this.#document.date}T00:00:00Z`),
      children: words.map((line) => new Paragraph(line)),
    });
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
    const around = this.#noteStyle;
    this.#noteStyle = { style };
    const inner = note.blocks.flatMap((block) => this.#block(block, depth, width));
    this.#noteStyle = around;
    return [head, ...inner, ...(around.style === undefined ? [space()] : [])];
  }

  #reference(to: string): ParagraphChild {
    const label = this.#numbers.label(to);
    return label === undefined ? new TextRun(to) : captionReference(label, bookmarkOf(to));
  }

  #inlines(inlines: readonly Inline[]): ParagraphChild[] {
    return inlines.flatMap((inline) => this.#inline(inline));
  }

  /** In a template links look as the text around them, as the company's other documents have it. */
  #linked(inlines: readonly Inline[]): ParagraphChild[] {
    return inlines.flatMap((inline) => this.#inline(inline, this.#template ? undefined : LINK_STYLE));
  }

  #inline(inline: Inline, style?: string): readonly ParagraphChild[] {
    switch (inline.is) {
      case 'text':
        return [
          new TextRun({
            text: inline.text,
            ...(inline.strong ? { bold: true } : {}),
            ...(inline.emphasis ? { italics: true } : {}),
            ...(inline.code ? { style: 'CodeWords' } : style === undefined ? {} : { style }),
          }),
        ];
      case 'link': {
        const target = this.#ids.has(inline.to) ? inline.to : this.#anchors.targetOf(inline.to);
        return inline.document === undefined && target !== undefined
          ? [new InternalHyperlink({ anchor: bookmarkOf(target), children: this.#linked(inline.content) })]
          : this.#inlines(inline.content);
      }
      case 'address':
        return [new ExternalHyperlink({ link: inline.url, children: this.#linked(inline.content) })];
      case 'reference':
        return [this.#reference(inline.to)];
      case 'footnote':
        this.#notes.push(new Paragraph({ children: this.#inlines(inline.content) }));
        return [new FootnoteReferenceRun(this.#notes.length)];
      case 'break':
        return [new TextRun({ break: 1 })];
    }
  }
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function space(): Paragraph {
  return new Paragraph({ style: 'AfterTable', text: '' });
}

function mark(part: PartName | 'end'): Paragraph {
  return new Paragraph({ style: MARK_STYLE, text: part });
}

interface Run {
  readonly page: PageKind;
  readonly children: FileChild[];
}

/** What follows in the template stands upright. */
function endOf(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1);
  if (last?.page !== 'upright') return [{ page: 'upright', children: [mark('end')] }];
  last.children.push(mark('end'));
  return [];
}

/** A line that heads what follows goes across the table. */
function columnsOf({ columns }: Cell, { isGroup, cells }: Row, table: Table): { readonly columns?: number } {
  if (isGroup && cells.length === 1) return { columns: table.columns.length };
  return columns === undefined ? {} : { columns };
}

const NOTE_STYLES = { blocks: 'NoteBlocks', gap: 'NoteGap', write: 'NoteWrite', hint: 'NoteHint' } as const;

const CHANGED = { left: { style: 'single', size: 18, space: 6, color: '1F62C4' } } as const;
