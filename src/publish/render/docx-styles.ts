/** The styles of Word documents: the same names as in a company's own template, so that its look can take their place. */
import { AlignmentType, LevelFormat, LineRuleType, Paragraph, ShadingType, type IStylesOptions } from 'docx';

const INK = '17202A';
const INK_2 = '414D59';
const INK_3 = '5A6672';
export const FONT = 'Inter';
const MONO = 'DejaVu Sans Mono';
const SINGLE = { line: 240, lineRule: LineRuleType.AUTO };
/** Of a page of ours; a table of contents has its page numbers there. */
const TEXT_WIDTH = 9355;

/** Sizes in half points, spaces in twentieths of a point. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 20, color: INK },
      paragraph: { spacing: { after: 120, line: 284, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: FONT, size: 54, bold: true, color: INK },
      paragraph: { spacing: { before: 120, after: 360, ...SINGLE } },
    },
    heading1: heading(34, 560, 220, 567),
    heading2: heading(25, 380, 140, 680),
    heading3: heading(21, 300, 100, 794),
    heading4: heading(20, 240, 80, 794),
  },
  paragraphStyles: [
    style('Kind', { size: 20, color: INK_3 }, { spacing: { before: 2600, after: 0, ...SINGLE } }),
    style('Fact', { size: 19 }, { spacing: { after: 30 }, leftTabStop: 1900, indent: { left: 1900, hanging: 1900 } }),
    style('ContentsHeading', { size: 34, bold: true }, { spacing: { before: 360, after: 200 }, keepNext: true }),
    contents(1, { bold: true }, { before: 100, left: 0 }),
    contents(2, {}, { before: 0, left: 340 }),
    contents(3, { size: 18 }, { before: 0, left: 0 }),
    style('RecordHeading', { size: 21, bold: true }, { spacing: { before: 280, after: 60 }, keepNext: true }),
    style('Picture', {}, { spacing: { before: 160, after: 60, ...SINGLE } }),
    style('Caption', { size: 17, color: INK_2 }, { spacing: { before: 240, after: 100 } }),
    style('TableHead', { size: 17, bold: true }, { spacing: { after: 0, ...SINGLE }, keepNext: true }),
    style('TableText', { size: 17 }, { spacing: { after: 0, ...SINGLE } }),
    style('TableHeadNarrow', { size: 15, bold: true }, { spacing: { after: 0, ...SINGLE }, keepNext: true }),
    style('TableTextNarrow', { size: 15 }, { spacing: { after: 0, ...SINGLE } }),
    style('AfterTable', { size: 12 }, { spacing: { after: 120, ...SINGLE } }),
    note('NoteGap', 'B96F00', 'FDF4E3'),
    note('NoteBlocks', 'B3261E', 'FDEEEC'),
    note('NoteWrite', 'B96F00', 'FDF4E3', 'dashed'),
    note('NoteHint', '7C8894', 'F5F7F8'),
    style('Code', { font: MONO, size: 17 }, { spacing: { after: 0, line: 250 }, indent: { left: 200 } }),
    furniture('HeaderLine', 'bottom'),
    furniture('FooterLine', 'top'),
  ],
  characterStyles: [{ id: 'CodeWords', name: 'Code words', run: { font: MONO, size: 17 } }],
};

function heading(size: number, before: number, after: number, tab: number) {
  return {
    run: { font: FONT, size, bold: true, color: INK },
    paragraph: {
      spacing: { before, after, ...SINGLE },
      keepNext: true,
      leftTabStop: tab,
      indent: { left: tab, hanging: tab },
    },
  };
}

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];

function style(
  id: string,
  run: NonNullable<ParagraphStyle['run']>,
  paragraph: NonNullable<ParagraphStyle['paragraph']>,
): ParagraphStyle {
  return { id, name: id, basedOn: 'Normal', run: { font: FONT, color: INK, ...run }, paragraph };
}

/** Named as Word names them, so that it takes them when it fills the contents again. */
function contents(
  level: number,
  run: NonNullable<ParagraphStyle['run']>,
  { before, left }: { readonly before: number; readonly left: number },
): ParagraphStyle {
  const paragraph = { spacing: { before, after: 20, line: 264 }, indent: { left }, rightTabStop: TEXT_WIDTH };
  return { ...style(`TOC${level}`, { size: 19, ...run }, paragraph), name: `toc ${level}` };
}

/** A bar at the left and a pale ground, also behind what stands inside. */
function note(id: string, bar: string, ground: string, line: 'single' | 'dashed' = 'single'): ParagraphStyle {
  return style(
    id,
    { size: 18 },
    {
      spacing: { before: 0, after: 0, line: 276 },
      indent: { left: 200, right: 100 },
      border: { left: { style: line, size: 18, space: 8, color: bar } },
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: ground },
    },
  );
}

function furniture(id: string, rule: 'top' | 'bottom'): ParagraphStyle {
  const border = { [rule]: { style: 'single', size: 4, space: 4, color: 'B4BEC7' } } as const;
  return style(id, { size: 15, color: INK_3 }, { spacing: { after: 0, ...SINGLE }, border });
}

/** By the kind of a note; `blocks` where its gap blocks a release. */
export const NOTE_STYLES = { blocks: 'NoteBlocks', gap: 'NoteGap', write: 'NoteWrite', hint: 'NoteHint' } as const;

/** Behind tables and notes, which have no space of their own there. */
export function spaceAfter(): Paragraph {
  return new Paragraph({ style: 'AfterTable', text: '' });
}

export const LISTS = [
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
