/** Captions that Word counts itself, lists of them, and references that follow them: fields, with what they show written beside. */
import {
  Bookmark,
  ImportedXmlComponent,
  Paragraph,
  SimpleField,
  TableOfContents,
  TextRun,
  type FileChild,
  type ParagraphChild,
} from 'docx';
import { wordsOf } from '../build/heading-id.js';
import type { Document } from '../document.js';
import { everyBlock, type Labelled, type Numbering } from './numbering.js';

/** Words of the sequences in Word; they are names, and stay in every language. */
export type Sequence = 'Table' | 'Figure';

/** @param label such as `Table 3` */
export function captionLabel(sequence: Sequence, label: string, bookmark: string): ParagraphChild {
  const [, words = label, number = ''] = /^(.*?)(\d*)$/s.exec(label) ?? [];
  const counted = number === '' ? [] : [sequenceField(sequence, number)];
  return new Bookmark({ id: bookmark, children: [new TextRun({ text: words, bold: true }), ...counted] });
}

/** Bold inside, which a field of the library is not. */
function sequenceField(sequence: Sequence, number: string): ParagraphChild {
  const run = `<w:r><w:rPr><w:b/></w:rPr><w:t>${number}</w:t></w:r>`;
  return ImportedXmlComponent.fromXmlString(
    `<w:fldSimple w:instr=" SEQ ${sequence} \\* ARABIC ">${run}</w:fldSimple>`,
  ) as unknown as ParagraphChild;
}

/** Follows the caption when its number changes. */
export function captionReference(label: string, bookmark: string): ParagraphChild {
  return new SimpleField(` REF ${bookmark} \\h `, label);
}

/** Fewer tables and figures are found without a list. */
const MOST_UNLISTED = 3;

export function listsOfCaptions(
  document: Document,
  { tables, figures }: Numbering,
  title: string,
): readonly FileChild[] {
  if (tables.length + figures.length <= MOST_UNLISTED) return [];
  const captions = new Map(
    [...everyBlock(document.blocks)].flatMap((block) =>
      block.is === 'table' || block.is === 'figure' ? [[block.id, wordsOf(block.caption)] as const] : [],
    ),
  );
  const list = (sequence: Sequence, all: readonly Labelled[]): readonly FileChild[] => {
    const cachedEntries = all.map(({ id, label }) => {
      return { title: `${label}  ${captions.get(id) ?? ''}`, level: 3, href: bookmarkOf(id) };
    });
    const options = { hyperlink: true, captionLabelIncludingNumbers: sequence, cachedEntries };
    return all.length === 0 ? [] : [new TableOfContents(sequence, options)];
  };
  const heading = new Paragraph({ style: 'ContentsHeading', text: title });
  return [heading, ...list('Table', tables), ...list('Figure', figures)];
}

/** Names of bookmarks are letters, digits and `_`, at most 40, and begin with a letter. */
export function bookmarkOf(id: string): string {
  return `m_${id.replaceAll(/[^A-Za-z0-9]/g, '_')}`.slice(0, 40);
}
