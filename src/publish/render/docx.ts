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
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LevelFormat,
  NumberFormat,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TextRun,
  type FileChild,
  type ICommentOptions,
  type ISectionOptions,
  type ParagraphChild,
} from 'docx';
import { unzipSync } from 'fflate';
import type { Block, Document, Figure, Heading, Inline, Note, Table } from '../document.js';
import { MARK_STYLE, mergeInto } from '../word-template/merge.js';
import type { PartName, PlaceholderWords } from '../word-template/placeholders.js';
import type { WordTemplate } from '../word-template/read-word-template.js';
import { APPROVAL_STATES, frontMatter, REVISION_HEADS } from './front-matter.js';
import { numberingOf, type Numbering } from './numbering.js';
import { packed, withoutTimes } from './zip-without-times.js';
import { STYLES } from './docx-styles.js';
import { wordTable } from './docx-table.js';

/** Makes a PNG of a picture: older programs show it in place of the SVG. */
export type PictureMaker = (svg: string) => {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
};

/** @param template the company's own, whose pages and styles are taken */
export async function wordOf(
  document: Document,
  pictureOf: PictureMaker,
  template?: WordTemplate,
): Promise<Uint8Array> {
  const writer = new WordWriter(document, pictureOf, template);
  const sections = writer.sections();
  const file = new WordDocument({
    title: document.title,
    creator: document.manufacturer ?? document.device,
    description: `${document.title}, ${document.device}`,
    styles: STYLES,
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

/** Twentieths of a point: A4 with the margins of the other formats. */
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1530, bottom: 1360, left: 1417, right: 1134 };
const TEXT_WIDTH = A4.width - MARGIN.left - MARGIN.right;
const TURNED_WIDTH = A4.height - 2 * 1020;

class WordWriter {
  readonly #document: Document;
  readonly #pictureOf: PictureMaker;
  readonly #numbers: Numbering;
  readonly #ids: ReadonlySet<string>;
  readonly #notes: Paragraph[] = [];
  readonly #comments: ICommentOptions[] = [];
  readonly #template: WordTemplate | undefined;
  readonly #width: number;
  readonly #turnedWidth: number;
  #lists = 0;

  constructor(document: Document, pictureOf: PictureMaker, template?: WordTemplate) {
    this.#document = document;
    this.#template = template;
    this.#width = template?.page.textWidth ?? TEXT_WIDTH;
    this.#turnedWidth = template?.page.turnedWidth ?? TURNED_WIDTH;
    this.#pictureOf = pictureOf;
    this.#numbers = numberingOf(document);
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
    const runs: { turned: boolean; children: FileChild[] }[] = [{ turned: false, children: front }];
    for (const block of this.#document.blocks) {
      const turned = (block.is === 'table' || block.is === 'figure') && block.landscape === true;
      const children = this.#block(block, 0, turned ? this.#turnedWidth : this.#width);
      const last = runs.at(-1);
      if (last?.turned === turned) last.children.push(...children);
      else runs.push({ turned, children: [...children] });
    }
    if (this.#template) runs.push(...endOf(runs));
    return runs.map(({ turned, children }, at) => this.#section(turned, children, at === 0));
  }

  #section(turned: boolean, children: readonly FileChild[], isFirst: boolean): ISectionOptions {
    return {
      properties: {
        titlePage: isFirst,
        page: {
          size: { ...A4, orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
          margin: turned ? { top: 1020, bottom: 1020, left: 1020, right: 1020 } : MARGIN,
          pageNumbers: { formatType: NumberFormat.DECIMAL },
        },
      },
      headers: { default: this.#header(), first: new Header({ children: [new Paragraph('')] }) },
      footers: { default: this.#footer(), first: this.#footer() },
      children: [...children],
    };
  }

  #header(): Header {
    const { title, number, version, status, date } = this.#document;
    const left = [title, number, version].filter((words) => words !== undefined).join(' · ');
    const state = status === 'draft' ? 'Draft' : `released ${date}`;
    return new Header({
      children: [new Paragraph({ style: 'Furniture', children: [new TextRun(left), new TextRun(`\t${state}`)] })],
    });
  }

  #footer(): Footer {
    const { device, commit, date, stamp } = this.#document;
    const words = [device, commit?.slice(0, 12), date, stamp].filter((part) => part !== undefined).join(' · ');
    const pages = [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
    return new Footer({
      children: [
        new Paragraph({
          style: 'Furniture',
          children: [new TextRun(words), new TextRun({ children: ['\tPage ', ...pages] })],
        }),
      ],
    });
  }

  #front(): FileChild[] {
    const { title, status, stamp } = this.#document;
    const kind = `${status === 'draft' ? 'Draft' : 'Released'}${stamp === undefined ? '' : ` · ${stamp}`}`;
    const facts = frontMatter(this.#document).map(
      ([name, value]) =>
        new Paragraph({
          style: 'Fact',
          children: [new TextRun({ text: name, color: '6B7380' }), new TextRun(`\t${value}`)],
        }),
    );
    return [
      new Paragraph({ style: 'Kind', text: kind }),
      new Paragraph({ style: 'Title', text: title }),
      ...facts,
      new Paragraph({ style: 'Caption', text: 'Approvals' }),
      this.#approvals(),
      ...this.#revisions(),
      new Paragraph({ children: [new PageBreak()] }),
      new Paragraph({ style: 'ContentsHeading', text: 'Contents' }),
      new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-3' }),
      new Paragraph({ children: [new PageBreak()] }),
    ];
  }

  /** Each part of a company's template behind a mark that says its name. */
  #parts(): FileChild[] {
    return [
      mark('approvals'),
      this.#approvals(),
      mark('revisions'),
      ...this.#revisions(),
      mark('contents'),
      new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-3' }),
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
    return [new Paragraph({ style: 'Caption', text: 'Revisions' }), this.#plainTable([...REVISION_HEADS], rows)];
  }

  #plainTable(heads: readonly string[], rows: readonly (readonly string[])[]): FileChild {
    return wordTable(
      heads.map((head) => ({ title: head, width: 1 / heads.length })),
      rows.map((row) => row.map((words) => ({ paragraphs: [[new TextRun(words)]] }))),
      this.#width,
    );
  }

  #block(block: Block, depth: number, width: number): readonly FileChild[] {
    switch (block.is) {
      case 'heading':
        return [this.#heading(block)];
      case 'paragraph':
        return [
          new Paragraph({ children: this.#inlines(block.content), ...(block.changed ? { border: CHANGED } : {}) }),
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
        ? [new Paragraph({ numbering, children: this.#inlines(first.content) })]
        : this.#block(first, depth + 1, width);
    return [...head, ...others.flatMap((block) => this.#block(block, depth + 1, width))];
  }

  #heading(heading: Heading): Paragraph {
    const number = this.#numbers.heading(heading);
    const words = [
      ...(number === '' || this.#template?.numbersHeadings
        ? []
        : [new TextRun({ text: `${number}\t`, color: '6B7380', bold: false })]),
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
                new Bookmark({ id: bookmarkOf(table.id), children: [new TextRun({ text: label ?? '', bold: true })] }),
                new TextRun(' '),
                ...this.#inlines(caption),
                new TextRun({ text: counted, color: '6B7380' }),
              ],
            }),
          ];
    const rows = table.rows.map((row) =>
      row.cells.map((cell) => ({
        paragraphs: cell.content.map((inlines) => this.#inlines(inlines)),
        ...(cell.columns === undefined ? {} : { columns: cell.columns }),
        ...(cell.rows === undefined ? {} : { rows: cell.rows }),
        isGroup: row.isGroup === true,
        isChanged: row.changed === true,
      })),
    );
    return [...head, wordTable(table.columns, rows, width), new Paragraph({ style: 'AfterTable', text: '' })];
  }

  #figure(figure: Figure, width: number): readonly FileChild[] {
    const picture = this.#pictureOf(figure.svg);
    // Word counts pictures in pixels of 1/96 inch, pages in twentieths of a point.
    const mostWide = width / 15;
    const mostHigh = this.#mostHigh(width === this.#turnedWidth) / 15;
    const scale = Math.min(1, mostWide / picture.width, mostHigh / picture.height);
    return [
      new Paragraph({
        style: 'Picture',
        keepNext: true,
        children: [
          new ImageRun({
            type: 'svg',
            data: Buffer.from(figure.svg),
            fallback: { type: 'png', data: Buffer.from(picture.png) },
            transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
            altText: { name: figure.id, title: this.#numbers.label(figure.id) ?? figure.id, description: figure.alt },
          }),
        ],
      }),
      new Paragraph({
        style: 'Caption',
        children: [
          new Bookmark({
            id: bookmarkOf(figure.id),
            children: [new TextRun({ text: this.#numbers.label(figure.id) ?? '', bold: true })],
          }),
          new TextRun(' '),
          ...this.#inlines(figure.caption),
        ],
      }),
    ];
  }

  /** Room for a picture with its caption and what stands above it. */
  #mostHigh(isTurned: boolean): number {
    const page = this.#template?.page;
    if (!page) return isTurned ? A4.width - 3600 : A4.height - 5200;
    return isTurned ? page.turnedHeight - 1700 : page.textHeight - 2300;
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
    const head = new Paragraph({
      style: 'NoteTitle',
      children: [
        new CommentRangeStart(id),
        new TextRun(note.title),
        ...(note.gap === undefined ? [] : [new TextRun({ text: `  ${note.gap}`, color: '6B7380', bold: false })]),
        new CommentRangeEnd(id),
        new TextRun({ children: [new CommentReference(id)] }),
      ],
    });
    return [head, ...note.blocks.flatMap((block) => this.#block(block, depth, width))];
  }

  #inlines(inlines: readonly Inline[]): ParagraphChild[] {
    return inlines.flatMap((inline) => this.#inline(inline));
  }

  #inline(inline: Inline): readonly ParagraphChild[] {
    switch (inline.is) {
      case 'text':
        return [
          new TextRun({
            text: inline.text,
            ...(inline.strong ? { bold: true } : {}),
            ...(inline.emphasis ? { italics: true } : {}),
            ...(inline.code ? { style: 'CodeWords' } : {}),
          }),
        ];
      case 'link': {
        const children = this.#inlines(inline.content);
        return inline.document === undefined && this.#ids.has(inline.to)
          ? [new InternalHyperlink({ anchor: bookmarkOf(inline.to), children })]
          : children;
      }
      case 'address':
        return [new ExternalHyperlink({ link: inline.url, children: this.#inlines(inline.content) })];
      case 'reference':
        return [
          new InternalHyperlink({
            anchor: bookmarkOf(inline.to),
            children: [new TextRun(this.#numbers.label(inline.to) ?? inline.to)],
          }),
        ];
      case 'footnote':
        this.#notes.push(new Paragraph({ children: this.#inlines(inline.content) }));
        return [new FootnoteReferenceRun(this.#notes.length)];
      case 'break':
        return [new TextRun({ break: 1 })];
    }
  }
}

function mark(part: PartName | 'end'): Paragraph {
  return new Paragraph({ style: MARK_STYLE, text: part });
}

/** What follows in the template stands upright. */
function endOf(
  runs: readonly { turned: boolean; children: FileChild[] }[],
): { turned: false; children: FileChild[] }[] {
  const last = runs.at(-1);
  if (last?.turned) return [{ turned: false, children: [mark('end')] }];
  last?.children.push(mark('end'));
  return [];
}

const CHANGED = { left: { style: 'single', size: 18, space: 6, color: '1F62C4' } } as const;

/** Names of bookmarks are letters, digits and `_`, at most 40, and begin with a letter. */
function bookmarkOf(id: string): string {
  return `m_${id.replaceAll(/[^A-Za-z0-9]/g, '_')}`.slice(0, 40);
}
