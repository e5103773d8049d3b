/** Words of a Word document: runs, links within it and out of it, references that follow their captions, footnotes. */
import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  Paragraph,
  TextRun,
  type ParagraphChild,
} from 'docx';
import type { Inline } from '../document.js';
import { bookmarkOf, captionReference } from './docx-captions.js';
import type { WordContext } from './docx-context.js';
import { LINK_STYLE } from './docx-theme.js';

/** Keeps the footnotes that it met, in their order. */
export class InlineWriter {
  readonly #context: WordContext;
  readonly #notes: Paragraph[] = [];

  constructor(context: WordContext) {
    this.#context = context;
  }

  footnotes(): Record<string, { children: Paragraph[] }> {
    return Object.fromEntries(this.#notes.map((note, at) => [String(at + 1), { children: [note] }]));
  }

  inlines(inlines: readonly Inline[]): ParagraphChild[] {
    return inlines.flatMap((inline) => this.#inline(inline));
  }

  /** Of a place that is led to: a link of it would lead to itself. */
  withoutLinks(inlines: readonly Inline[]): ParagraphChild[] {
    return inlines.flatMap((inline) => (inline.is === 'link' ? this.#linked(inline.content) : this.#inline(inline)));
  }

  /** In a template links look as the text around them, as the company's other documents have it. */
  #linked(inlines: readonly Inline[]): ParagraphChild[] {
    return inlines.flatMap((inline) => this.#inline(inline, this.#context.template ? undefined : LINK_STYLE));
  }

  #inline(inline: Inline, style?: string): readonly ParagraphChild[] {
    switch (inline.is) {
      case 'text':
        return [textRun(inline, style)];
      case 'link':
        return this.#link(inline);
      case 'address':
        return [new ExternalHyperlink({ link: inline.url, children: this.#linked(inline.content) })];
      case 'reference':
        return [this.#reference(inline.to)];
      case 'footnote':
        this.#notes.push(new Paragraph({ children: this.inlines(inline.content) }));
        return [new FootnoteReferenceRun(this.#notes.length)];
      case 'break':
        return [new TextRun({ break: 1 })];
    }
  }

  #link({ to, document, content }: Extract<Inline, { is: 'link' }>): readonly ParagraphChild[] {
    const { headings, anchors } = this.#context;
    const target = headings.has(to) ? to : anchors.targetOf(to);
    if (document !== undefined || target === undefined) return this.inlines(content);
    return [new InternalHyperlink({ anchor: bookmarkOf(target), children: this.#linked(content) })];
  }

  #reference(to: string): ParagraphChild {
    const label = this.#context.numbers.label(to);
    return label === undefined ? new TextRun(to) : captionReference(label, bookmarkOf(to));
  }
}

function textRun({ text, strong, emphasis, code }: Extract<Inline, { is: 'text' }>, style?: string): TextRun {
  const named = code ? 'CodeWords' : style;
  return new TextRun({
    text,
    ...(strong ? { bold: true } : {}),
    ...(emphasis ? { italics: true } : {}),
    ...(named === undefined ? {} : { style: named }),
  });
}
