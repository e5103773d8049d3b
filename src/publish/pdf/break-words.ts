/** Gives words that are too long for their column places to break: after signs that part them, else where they must. */
import type { Fonts, Style } from './fonts.js';

/** No width, and a line may end there. */
const BREAK = '\u200b';
const PARTING = /[/\\._:;,=&?@)\]}>|-]/;

export interface Room {
  /** Points. */
  readonly width: number;
  readonly size: number;
  readonly style: Style;
}

export function breakWords(text: string, room: Room, fonts: Fonts): string {
  if (fonts.width(text, room.size, room.style) <= room.width) return text;
  return text
    .split(/(\s+)/)
    .map((word) => (fonts.width(word, room.size, room.style) <= room.width ? word : broken(word, room, fonts)))
    .join('');
}

function broken(word: string, { width, size, style }: Room, fonts: Fonts): string {
  let done = '';
  let used = 0;
  for (const character of word) {
    const wide = fonts.width(character, size, style);
    const isMark = /\p{M}/u.test(character);
    if (used > 0 && used + wide > width * 0.96 && !isMark) {
      done += BREAK;
      used = 0;
    }
    done += character;
    used += wide;
    if (PARTING.test(character)) {
      done += BREAK;
      used = 0;
    }
  }
  return done;
}

/** Letters that stand close or wide: what is measured letter by letter may be set a little wider. */
const KERNING = 0.6;

/** The widest piece that no line may break, in points: between blanks, and after a hyphen between letters. */
export function widestPiece(text: string, size: number, style: Style, fonts: Fonts): number {
  const pieces = text.split(/\s+|(?<=\p{L}[-/])(?=\p{L})/u);
  return Math.max(0, ...pieces.map((piece) => fonts.width(piece, size, style))) + KERNING;
}
