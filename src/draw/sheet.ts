/** The sheet on which a figure stands: heading and sentences above and below, one SVG with title and description for who cannot see it. */
import { cleanText } from './clean-text.js';
import { element, group, lines, numberText, words, type Markup } from './markup.js';
import { breakText, type Setting } from './measure-text.js';
import { fill } from './paint.js';

/** Markup with the height that it takes. */
export interface Part {
  readonly markup: Markup;
  readonly height: number;
}

export interface Column {
  readonly left: number;
  readonly width: number;
}

export const MARGIN = 16;
/** A table and sentences need this much, however narrow the figure is. */
export const NARROWEST = 760;
const HEADING: Setting = { size: 15, weight: 'bold' };
const SENTENCE: Setting = { size: 11, weight: 'regular' };
const HEADING_LINE = 20;
const SENTENCE_LINE = 15;
/** A description longer than this says nothing more. */
const MAX_DESCRIPTION = 40_000;

export interface SheetText {
  readonly title: string;
  readonly sentence: string;
}

export function heading({ title, sentence }: SheetText, column: Column, top: number): Part {
  const broken = breakText(cleanText(title), HEADING, column.width, 2);
  const height = broken.length * HEADING_LINE + 2;
  const below = paragraph(sentence, column, top + height);
  const drawn = broken.map((line, at) =>
    element(
      'text',
      {
        x: column.left,
        y: top + at * HEADING_LINE + 15,
        'font-size': HEADING.size,
        'font-weight': 600,
        ...fill('ink'),
      },
      words(line),
    ),
  );
  return { markup: group(lines(...drawn), below.markup), height: height + below.height };
}

export function paragraph(text: string, { left, width }: Column, top: number, maxLines = 4): Part {
  const broken = breakText(cleanText(text, 1_000), SENTENCE, width, maxLines);
  const drawn = broken.map((line, at) =>
    element(
      'text',
      { x: left, y: top + at * SENTENCE_LINE + 11, 'font-size': SENTENCE.size, ...fill('ink-2') },
      words(line),
    ),
  );
  return { markup: lines(...drawn), height: broken.length * SENTENCE_LINE };
}

export interface Sheet {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly content: readonly Markup[];
}

/** @returns a whole file; no style, script, variable or address inside, so that it looks the same on paper, in Word and in a page */
export function sheetText({ title, description, width, height, content }: Sheet): string {
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'diagram',
      viewBox: `0 0 ${numberText(width)} ${numberText(height)}`,
      width,
      height,
      'font-family': "Inter, 'DejaVu Sans', Helvetica, Arial, sans-serif",
      role: 'img',
    },
    element('title', {}, words(cleanText(title))),
    element('desc', {}, words(cleanText(description, MAX_DESCRIPTION))),
    element('rect', { width, height, ...fill('bg') }),
    ...content,
  );
  return `${root.markup}\n`;
}

/** Small words that appear when a pointer rests on a part, and that a screen reader says. */
export function tooltip(text: string): Markup {
  return element('title', {}, words(cleanText(text, 200)));
}

/** Wraps a part in a link, where its id leads somewhere. */
export type Link = (id: string, inside: Markup) => Markup;

export function linker(href: (id: string) => string | undefined): Link {
  return (id, inside) => {
    const target = href(id);
    return target === undefined ? inside : element('a', { href: target }, inside);
  };
}
