/** Finds and fills `{{title}}` and its like in a Word file, also where Word has cut them into pieces. */
import { escapeXml, spliced } from './xml-parts.js';

/** Names whose place is taken by words. */
export const WORDS = [
  'title',
  'number',
  'version',
  'status',
  'device',
  'manufacturer',
  'date',
  'commit',
  'stamp',
] as const;
/** Names whose place, a paragraph of its own, is taken by parts of the document. */
export const PARTS = ['approvals', 'revisions', 'contents', 'body'] as const;

export type PlaceholderWords = Readonly<Record<(typeof WORDS)[number], string>>;
export type PartName = (typeof PARTS)[number];

interface Piece {
  /** Where the words begin in the XML. */
  readonly at: number;
  readonly text: string;
}

/** The pieces of text of each paragraph; paragraphs inside a text box are paragraphs of their own. */
function paragraphs(xml: string): readonly (readonly Piece[])[] {
  const found: Piece[][] = [[]];
  for (const match of xml.matchAll(/<w:p[\s>]|<\/w:p>|(<w:t(?:\s[^>]*)?>)([^<]*)<\/w:t>/g)) {
    const [, tag, text] = match;
    if (tag === undefined || text === undefined) found.push([]);
    else found.at(-1)?.push({ at: match.index + tag.length, text });
  }
  return found.filter((pieces) => pieces.length > 0);
}

/** Each name takes the place of its braces once: what stands in the words is not looked at again. */
export function fillWords(xml: string, words: PlaceholderWords): string {
  let filled = xml;
  for (const pieces of paragraphs(xml).toReversed()) {
    const texts = filledTexts(pieces, words);
    for (const [at, piece] of [...pieces.entries()].toReversed()) {
      const text = texts[at] ?? piece.text;
      if (text !== piece.text) filled = spliced(filled, piece.at, piece.text.length, text);
    }
  }
  return filled;
}

/** The words stand in the piece where the braces begin, and keep its look. */
function filledTexts(pieces: readonly Piece[], words: PlaceholderWords): readonly string[] {
  const texts = pieces.map(({ text }) => text);
  const whole = texts.join('');
  const names = [...whole.matchAll(/\{\{\s{0,3}([a-z]{1,20})\s{0,3}\}\}/g)].toReversed();
  for (const { index, 0: braces, 1: name = '' } of names) {
    const isWord = (WORDS as readonly string[]).includes(name);
    if (isWord) replaceAcross(texts, index, braces.length, escapeXml(words[name as keyof PlaceholderWords]));
  }
  return texts;
}

function replaceAcross(texts: string[], from: number, length: number, by: string): void {
  let start = 0;
  let isPut = false;
  const lengths = texts.map((text) => text.length);
  for (const [at, text] of [...texts].entries()) {
    const [first, last] = [Math.max(0, from - start), Math.min(text.length, from + length - start)];
    start += lengths[at] ?? 0;
    if (first >= last) continue;
    texts[at] = spliced(text, first, last - first, isPut ? '' : by);
    isPut = true;
  }
}

export interface PartPlace {
  readonly name: PartName;
  /** The paragraph that it takes the place of. */
  readonly at: number;
  readonly length: number;
}

/** Places of parts; `misplaced`: names that stand inside a table, a text box or beside other words. */
export function partPlaces(xml: string): {
  readonly places: readonly PartPlace[];
  readonly misplaced: readonly PartName[];
} {
  const places: PartPlace[] = [];
  const misplaced: PartName[] = [];
  for (const pieces of paragraphs(xml)) {
    const text = pieces.map((piece) => piece.text).join('');
    const name = PARTS.find((one) => new RegExp(`\\{\\{\\s{0,3}${one}\\s{0,3}\\}\\}`).test(text));
    if (!name) continue;
    const isAlone = new RegExp(`^\\s*\\{\\{\\s*${name}\\s*\\}\\}\\s*$`).test(text);
    const at = startOfParagraph(xml, pieces[0]?.at ?? 0);
    const end = xml.indexOf('</w:p>', at) + '</w:p>'.length;
    if (isAlone && isInBody(xml.slice(0, at))) places.push({ name, at, length: end - at });
    else misplaced.push(name);
  }
  return { places, misplaced };
}

function startOfParagraph(xml: string, before: number): number {
  return Math.max(xml.lastIndexOf('<w:p>', before), xml.lastIndexOf('<w:p ', before));
}

/** Sections can begin only in the body itself. */
function isInBody(before: string): boolean {
  return ['w:tbl', 'w:txbxContent', 'w:sdtContent', 'w:del', 'w:ins'].every((name) => {
    const count = (pattern: string): number => [...before.matchAll(new RegExp(pattern, 'g'))].length;
    return count(`<${name}(?:>|\\s[^>/]*>)`) === count(`</${name}>`);
  });
}
