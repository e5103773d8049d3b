/** What stands before the text of a Word document: its first page and contents, or the parts that a company's template asks for. */
import { PageBreak, Paragraph, TableOfContents, TextRun, type FileChild } from 'docx';
import { MARK_STYLE } from '../word-template/merge.js';
import type { PartName } from '../word-template/placeholders.js';
import { listsOfCaptions } from './docx-captions.js';
import { widthOf, type WordContext } from './docx-context.js';
import { plainTable } from './docx-layout.js';
import { NOTE_STYLES, spaceAfter } from './docx-styles.js';
import { wordTable } from './docx-table.js';
import { logoParagraphs } from './docx-theme.js';
import { APPROVAL_STATES, draftNote, frontMatter, REVISION_HEADS } from './front-matter.js';

/** Lines of contents and lists that leave half a page to the text. */
const SHORT_CONTENTS = 16;

export function firstPages(context: WordContext): FileChild[] {
  const { document, look, numbers } = context;
  const { words } = look.theme;
  return [
    ...logoParagraphs(look, document.manufacturer ?? 'Logo'),
    new Paragraph({ style: 'Kind', text: stateOf(context) }),
    new Paragraph({ style: 'Title', text: document.title }),
    ...noteOfDraft(context),
    ...facts(context),
    new Paragraph({ style: 'Caption', text: words.approvals }),
    approvals(context),
    ...revisions(context),
    newPage(),
    new Paragraph({ style: 'ContentsHeading', text: words.contents }),
    contents(),
    ...listsOfCaptions(document, numbers, words['tables-and-figures']),
    ...(hasShortContents(context) ? [] : [newPage()]),
  ];
}

/** Each part behind a mark that says its name; the template says where it goes. */
export function partsOfTemplate(context: WordContext): FileChild[] {
  return [
    partMark('approvals'),
    approvals(context),
    partMark('revisions'),
    ...revisions(context),
    partMark('contents'),
    contents(),
    partMark('body'),
    // Else a turned table at the beginning would make the mark the end of a section.
    ...(context.document.blocks[0]?.is === 'heading' ? [] : [new Paragraph('')]),
  ];
}

/** Stands before a part, and behind the last. */
export function partMark(part: PartName | 'end'): Paragraph {
  return new Paragraph({ style: MARK_STYLE, text: part });
}

function stateOf({ document: { status, stamp }, look }: WordContext): string {
  const { draft, released } = look.theme.words;
  const state = status === 'draft' ? draft : released;
  return `${state.charAt(0).toUpperCase()}${state.slice(1)}${stamp === undefined ? '' : ` · ${stamp}`}`;
}

function facts({ document }: WordContext): readonly Paragraph[] {
  return frontMatter(document).map(
    ([name, value]) =>
      new Paragraph({
        style: 'Fact',
        children: [new TextRun({ text: name, color: '5A6672' }), new TextRun(`\t${value}`)],
      }),
  );
}

function noteOfDraft({ document }: WordContext): readonly FileChild[] {
  const note = draftNote(document);
  if (!note) return [];
  const children = [new TextRun({ text: `${note.head} `, bold: true }), new TextRun(note.words)];
  return [new Paragraph({ style: NOTE_STYLES[note.isBlocking ? 'blocks' : 'gap'], children }), spaceAfter()];
}

function approvals(context: WordContext): FileChild {
  const rows = context.document.approvals.map(({ meaning, name, role, date, state }) => [
    meaning,
    name,
    role,
    date ?? '',
    APPROVAL_STATES[state],
  ]);
  return tableOfWords(['Meaning', 'Name', 'Role', 'Date', 'State'], rows, context);
}

function revisions(context: WordContext): readonly FileChild[] {
  const { document, look } = context;
  if (document.revisions.length === 0) return [];
  const rows = document.revisions.map(({ version, date, by, what }) => [version, date, by, what]);
  return [
    new Paragraph({ style: 'Caption', text: look.theme.words.revisions }),
    tableOfWords(REVISION_HEADS, rows, context),
  ];
}

function tableOfWords(heads: readonly string[], rows: readonly (readonly string[])[], context: WordContext): FileChild {
  const width = widthOf('upright', context);
  const widths = context.layout.widths(plainTable(heads, rows), width);
  return wordTable(
    heads.map((title, at) => ({ title, width: widths[at] ?? 0 })),
    rows.map((row) => row.map((words) => ({ paragraphs: [[new TextRun(words)]] }))),
    { width },
  );
}

/** The text begins below contents of a few lines. */
function hasShortContents({ document, numbers: { tables, figures } }: WordContext): boolean {
  const headings = document.blocks.filter((block) => block.is === 'heading' && block.level <= 2);
  return headings.length + tables.length + figures.length <= SHORT_CONTENTS;
}

function contents(): TableOfContents {
  return new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' });
}

function newPage(): Paragraph {
  return new Paragraph({ children: [new PageBreak()] });
}
