/** A table in Word: fixed widths, heads on every page, rows that are not torn, rules instead of boxes. */
import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type ParagraphChild,
} from 'docx';

export interface WordColumn {
  readonly title: string;
  readonly width: number;
  readonly align?: 'left' | 'right' | 'centre';
}

export interface WordCell {
  readonly paragraphs: readonly (readonly ParagraphChild[])[];
  readonly columns?: number;
  readonly rows?: number;
  readonly isGroup?: boolean;
  /** The row changed: a bar stands left of it. */
  readonly isChanged?: boolean;
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const STRONG = { style: BorderStyle.SINGLE, size: 8, color: '17202A' };
const HAIR = { style: BorderStyle.SINGLE, size: 2, color: 'B4BEC7' };
const HEAD_RULE = { style: BorderStyle.SINGLE, size: 4, color: '17202A' };
const CHANGED = { style: BorderStyle.SINGLE, size: 18, color: '1F62C4' };
const ALIGN = { left: 'left', right: 'right', centre: 'center' } as const;

export interface WordTableSize {
  /** Twentieths of a point. */
  readonly width: number;
  /** Smaller letters, for many columns. */
  readonly isNarrow?: boolean;
}

export function wordTable(
  columns: readonly WordColumn[],
  rows: readonly (readonly WordCell[])[],
  { width: total, isNarrow = false }: WordTableSize,
): Table {
  const widths = columns.map(({ width }) => Math.floor(width * total));
  const styles = isNarrow ? NARROW : USUAL;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, at) => headCell(title, widths[at] ?? 0, styles.head)),
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((cell, at) => {
          const column = row.slice(0, at).reduce((sum, { columns: many = 1 }) => sum + many, 0);
          const width = widths.slice(column, column + (cell.columns ?? 1)).reduce((sum, one) => sum + one, 0);
          return bodyCell(cell, { width, align: columns[column]?.align, isFirst: at === 0, style: styles.text });
        }),
      }),
  );
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: STRONG, bottom: STRONG, left: NONE, right: NONE, insideHorizontal: HAIR, insideVertical: NONE },
    rows: [head, ...body],
  });
}

function headCell(title: string, width: number, style: string): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: { bottom: HEAD_RULE },
    margins: MARGINS,
    children: [new Paragraph({ style, children: [new TextRun(title)] })],
  });
}

interface CellPlace {
  readonly width: number;
  readonly align: WordColumn['align'] | undefined;
  readonly isFirst: boolean;
  readonly style: string;
}

const USUAL = { head: 'TableHead', text: 'TableText' };
const NARROW = { head: 'TableHeadNarrow', text: 'TableTextNarrow' };

function bodyCell(cell: WordCell, { width, align, isFirst, style }: CellPlace): TableCell {
  const paragraphs = cell.paragraphs.length > 0 ? cell.paragraphs : [[]];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    margins: MARGINS,
    ...(cell.columns === undefined ? {} : { columnSpan: cell.columns }),
    ...(cell.rows === undefined ? {} : { rowSpan: cell.rows }),
    ...(cell.isChanged && isFirst ? { borders: { left: CHANGED } } : {}),
    ...(cell.isGroup ? { shading: { fill: 'F5F6F8' } } : {}),
    children: paragraphs.map(
      (children) =>
        new Paragraph({
          style,
          keepNext: cell.isGroup === true,
          alignment: ALIGN[align ?? 'left'],
          children: [...children],
        }),
    ),
  });
}

const MARGINS = { top: 50, bottom: 50, left: 0, right: 140 };
