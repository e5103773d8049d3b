/** Takes care that every character of a document can be drawn: what no font has becomes a visible sign and is told. */
import type { Fonts, Style } from './fonts.js';

/** In every font that we bring, and used for nothing else: nobody takes it for a character of the text. */
const MISSING = '\ufffd';

/** Steer how their neighbours are joined and broken; alone they show nothing. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
// oxlint-disable-next-line no-control-regex -- these are what must not reach a page
const STEERING = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** In every font that we bring. */
const PLAIN = /^[ -~]*$/;

/** For private use: fonts draw something of their own there, and PDF/A does not take it. */
const NOBODY_KNOWS = /\p{Co}|\p{Cn}/u;

export interface Run {
  readonly text: string;
  /** The style has no such characters, the upright regular one has. */
  readonly plain: boolean;
}

export class Drawable {
  readonly #fonts: Fonts;
  /** Character → how often it stood there. */
  readonly #missing = new Map<number, number>();

  constructor(fonts: Fonts) {
    this.#fonts = fonts;
  }

  /** Sentences such as `The glyph U+6F22 (漢) is in no font: 3 times a sign stands in its place.` */
  get problems(): readonly string[] {
    return [...this.#missing]
      .toSorted(([a], [b]) => a - b)
      .map(([codePoint, count]) => {
        const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
        return `The glyph ${name} is in no font: ${count === 1 ? 'once' : `${count} times`} the sign ${MISSING} stands in its place.`;
      });
  }

  /** @returns the text in runs that one style can draw */
  runs(text: string, style: Style): readonly Run[] {
    if (PLAIN.test(text)) return text === '' ? [] : [{ text, plain: false }];
    const runs: { text: string; plain: boolean }[] = [];
    for (const character of text.normalize('NFC')) {
      const drawn = this.#draw(character, style);
      const last = runs.at(-1);
      if (last?.plain === drawn.plain) last.text += drawn.text;
      else if (drawn.text !== '') runs.push({ ...drawn });
    }
    return runs;
  }

  /** The same for a place that takes no runs: regular or bold, both must have each character. */
  text(text: string): string {
    return PLAIN.test(text) ? text : Array.from(text.normalize('NFC'), (one) => this.#everywhere(one)).join('');
  }

  /** Code is in one style everywhere. */
  code(text: string): string {
    return this.runs(text, 'mono')
      .map((run) => run.text)
      .join('');
  }

  #everywhere(character: string): string {
    const { text, plain } = this.#draw(character, 'bold');
    if (text !== character) return text;
    const codePoint = character.codePointAt(0) ?? 0;
    return plain || !this.#fonts.has(codePoint, 'regular') ? this.#sign(codePoint).text : text;
  }

  #draw(character: string, style: Style): Run {
    const codePoint = character.codePointAt(0) ?? 0;
    if (STEERING.test(character) || NOBODY_KNOWS.test(character)) return this.#sign(codePoint);
    if (this.#fonts.has(codePoint, style)) return { text: character, plain: false };
    if (style !== 'regular' && this.#fonts.has(codePoint, 'regular')) return { text: character, plain: true };
    return INVISIBLE.test(character) ? { text: '', plain: false } : this.#sign(codePoint);
  }

  #sign(codePoint: number): Run {
    this.#missing.set(codePoint, (this.#missing.get(codePoint) ?? 0) + 1);
    return { text: MISSING, plain: false };
  }
}
