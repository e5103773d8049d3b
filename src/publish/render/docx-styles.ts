/** The styles of Word documents: the same names as in a company's own template, so that its look can take their place. */
import { LineRuleType, type IStylesOptions } from 'docx';

const INK = '1C2127';
const GREY = '6B7380';
const FONT = 'Inter';

/** Sizes in half points, spaces in twentieths of a point. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 20, color: INK },
      paragraph: { spacing: { after: 120, line: 284, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: FONT, size: 54, bold: true, color: INK },
      paragraph: { spacing: { before: 120, after: 360, line: 240, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(34, 480, 160, 567),
    heading2: heading(25, 320, 100, 680),
    heading3: heading(21, 240, 80, 794),
    heading4: heading(20, 200, 60, 794),
  },
  paragraphStyles: [
    style(
      'Kind',
      { size: 20, color: GREY },
      { spacing: { before: 1200, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    ),
    style('Fact', { size: 19 }, { spacing: { after: 30 }, leftTabStop: 1900, indent: { left: 1900, hanging: 1900 } }),
    style('ContentsHeading', { size: 34, bold: true }, { spacing: { after: 200 } }),
    style('RecordHeading', { size: 21, bold: true }, { spacing: { before: 240, after: 60 }, keepNext: true }),
    style('Picture', {}, { spacing: { before: 120, after: 60, line: 240, lineRule: LineRuleType.AUTO } }),
    style('Caption', { size: 17, color: '4A5260' }, { spacing: { before: 200, after: 60 } }),
    style(
      'TableHead',
      { size: 17, color: GREY },
      { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true },
    ),
    style('TableText', { size: 17 }, { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } }),
    style('AfterTable', { size: 12 }, { spacing: { after: 120, line: 240, lineRule: LineRuleType.AUTO } }),
    style(
      'NoteTitle',
      { size: 19, bold: true },
      {
        spacing: { before: 160, after: 40 },
        border: { left: { style: 'single', size: 18, space: 6, color: 'B3261E' } },
      },
    ),
    style(
      'Code',
      { font: 'DejaVu Sans Mono', size: 17 },
      { spacing: { after: 0, line: 250, lineRule: LineRuleType.AUTO }, indent: { left: 200 } },
    ),
    style('Furniture', { size: 15, color: GREY }, { spacing: { after: 0 }, rightTabStop: 9350 }),
  ],
  characterStyles: [{ id: 'CodeWords', name: 'Code words', run: { font: 'DejaVu Sans Mono', size: 18 } }],
};

function heading(size: number, before: number, after: number, tab: number) {
  return {
    run: { font: FONT, size, bold: true, color: INK },
    paragraph: { spacing: { before, after, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true, leftTabStop: tab },
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
