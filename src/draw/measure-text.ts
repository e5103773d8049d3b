/** Measures text by the widest of the fonts in which a picture may be seen, and breaks it into lines. */
import { BOLD, RANGES, REGULAR } from './text-widths.js';

export type Weight = 'regular' | 'bold';

export interface Setting {
  /** Units of the picture. */
  readonly size: number;
  readonly weight: Weight;
}

/** Wider than any character of a text font: emoji and scripts that the table does not have. */
const UNKNOWN_WIDTH = 1.4;

/** Joiners and marks, variation selectors among them, stand on the character before them. */
const NO_WIDTH = /\p{Mn}|\p{Me}|[\u200B-\u200D]/u;

const TABLES: Readonly<Record<Weight, ReadonlyMap<number, number>>> = {
  regular: tableOf(REGULAR.join('')),
  bold: tableOf(BOLD.join('')),
};

function tableOf(digits: string): ReadonlyMap<number, number> {
  const table = new Map<number, number>();
  let at = 0;
  for (const [from, to] of RANGES) {
    for (let codePoint = from; codePoint <= to; codePoint++, at += 2) {
      const width = Number.parseInt(digits.slice(at, at + 2), 36);
      if (!Number.isNaN(width)) table.set(codePoint, width / 500);
    }
  }
  return table;
}

/** Whether the table knows the character, or it takes no room of its own. */
export function isKnown(character: string): boolean {
  return TABLES.regular.has(character.codePointAt(0) ?? 0) || NO_WIDTH.test(character);
}

/** @returns units; never less than the text takes in Inter, DejaVu Sans or Helvetica */
export function widthOf(text: string, { size, weight }: Setting): number {
  const table = TABLES[weight];
  let ems = 0;
  for (const character of text) {
    ems += table.get(character.codePointAt(0) ?? 0) ?? (NO_WIDTH.test(character) ? 0 : UNKNOWN_WIDTH);
  }
  return ems * size;
}

/** @returns at most so many lines, none wider than allowed; what does not fit ends in an ellipsis */
export function breakText(text: string, setting: Setting, maxWidth: number, maxLines: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '' && lines.length < maxLines) {
    const isLast = lines.length === maxLines - 1;
    const line = isLast ? clipped(rest, setting, maxWidth) : fitting(rest, setting, maxWidth);
    lines.push(line.trimEnd());
    rest = isLast ? '' : rest.slice(line.length).trimStart();
  }
  return lines;
}

/** As much as fits, up to a place where a line may break; a word that alone is too long is cut. */
function fitting(text: string, setting: Setting, maxWidth: number): string {
  if (widthOf(text, setting) <= maxWidth) return text;
  let end = 0;
  let breakAt = 0;
  let breakInside = 0;
  let width = 0;
  for (const character of text) {
    width += widthOf(character, setting);
    if (width > maxWidth && end > 0) break;
    end += character.length;
    if (character === ' ') breakAt = end;
    else if (/[/\-_.,;:)]/.test(character)) breakInside = end;
  }
  // Between words if there is a place; inside one, which tears ids apart, only if the line would be empty without it.
  return text.slice(0, breakAt || breakInside || end);
}

export function clipped(text: string, setting: Setting, maxWidth: number): string {
  if (widthOf(text, setting) <= maxWidth) return text;
  const room = maxWidth - widthOf('…', setting);
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += widthOf(character, setting);
    if (width > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
