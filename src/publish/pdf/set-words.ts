/** Sets words: each run in a style that has its characters, each id in one piece, each link to a place that is there. */
import { wordsOf } from '../build/heading-id.js';
import type { Inline } from '../document.js';
import type { Numbering } from '../render/numbering.js';
import type { Anchors } from './anchors.js';
import { breakWords, type Room } from './break-words.js';
import type { Drawable } from './drawable.js';
import type { Fonts, Style } from './fonts.js';
import type { SheetInline, SheetWords } from './sheet.js';

export interface Setting {
  readonly fonts: Fonts;
  readonly drawable: Drawable;
  readonly anchors: Anchors;
  readonly numbers: Numbering;
}

type TextInline = Extract<Inline, { is: 'text' }>;

export class WordSetter {
  readonly #setting: Setting;

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  /** @param room where they stand; `style` is what stands around them */
  words(inlines: readonly Inline[], room: Room): SheetWords {
    return inlines.flatMap((inline) => this.#inline(inline, room));
  }

  /** For places that take no more than plain text. */
  plain(text: string, room?: Room): string {
    const { drawable, fonts } = this.#setting;
    const drawn = drawable.text(collapsed(text));
    return room ? breakWords(drawn, room, fonts) : drawn;
  }

  plainWords(inlines: readonly Inline[]): string {
    return this.plain(wordsOf(inlines));
  }

  #inline(inline: Inline, room: Room): SheetWords {
    switch (inline.is) {
      case 'text':
        return this.#text(inline, room);
      case 'link':
        return [this.#link(inline, room)];
      case 'address':
        return this.#address(inline.url, this.words(inline.content, room));
      case 'reference':
        return [this.#reference(inline.to, room)];
      case 'footnote':
        return [
          { is: 'footnote', content: this.words(inline.content, { width: Infinity, size: 8, style: 'regular' }) },
        ];
      case 'break':
        return [{ is: 'break' }];
    }
  }

  #text({ text, strong, emphasis, code }: TextInline, room: Room): SheetWords {
    const { drawable, fonts } = this.#setting;
    const style = styleOf({ strong: strong === true || room.style === 'bold', emphasis, code });
    const marks = { ...(strong && { strong }), ...(emphasis && { emphasis }), ...(code && { code }) };
    const isBare = Object.keys(marks).length === 0;
    return drawable.runs(collapsed(text), style).map((run) => {
      const words = breakWords(run.text, { ...room, style }, fonts);
      if (run.plain) return { is: 'text', text: words, plain: true };
      return isBare ? words : { is: 'text', text: words, ...marks };
    });
  }

  #link({ to, document, content }: Extract<Inline, { is: 'link' }>, room: Room): SheetInline {
    const { anchors, fonts } = this.#setting;
    const words = wordsOf(content);
    const whole = MAY_BREAK.test(words) && fonts.width(words, room.size, room.style) <= room.width * 0.96;
    const target = document === undefined ? anchors.targetOf(to) : undefined;
    return { is: 'link', to: target ?? null, whole, content: this.words(content, room) };
  }

  #address(url: string, content: SheetWords): SheetWords {
    return /^https:\/\/[^\s"'<>\\^`{|}]+$/i.test(url) ? [{ is: 'address', url, content }] : content;
  }

  #reference(to: string, room: Room): SheetInline {
    const { anchors, numbers } = this.#setting;
    const words = this.words([{ is: 'text', text: numbers.label(to) ?? to }], room);
    return { is: 'link', to: anchors.placeOf(to) ?? null, whole: true, content: words };
  }
}

/** A line may end inside: `SC-14` is one piece anyway, since a digit stands behind the hyphen. */
const MAY_BREAK = /[^\p{L}\p{N}-]|-(?!\p{N})/u;

function collapsed(text: string): string {
  return text.replaceAll(/[ \t\r\n]+/g, ' ');
}

function styleOf(marks: {
  strong?: boolean | undefined;
  emphasis?: boolean | undefined;
  code?: boolean | undefined;
}): Style {
  if (marks.code) return 'mono';
  if (marks.strong) return marks.emphasis ? 'bold-italic' : 'bold';
  return marks.emphasis ? 'italic' : 'regular';
}
