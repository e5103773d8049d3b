import { expect, test } from 'vitest';
import type { Block, Figure, Heading, Table } from '../document.js';
import { openFonts } from './fonts.js';
import { Measure } from './measure.js';
import { sectionsOf } from './turn-pages.js';

const measure = new Measure(openFonts());

const text = (words: string) => [{ is: 'text' as const, text: words }];
const heading: Heading = { is: 'heading', level: 1, id: 'h', content: text('Heading') };
const short: Block = { is: 'paragraph', content: text('A short text.') };
const long: Block = { is: 'paragraph', content: text('many words '.repeat(300)) };
const figure = (width: number, height: number): Figure => ({
  is: 'figure',
  id: 'f',
  caption: [],
  alt: '',
  svg: `<svg viewBox="0 0 ${width} ${height}"><text font-size="10">a</text></svg>`,
});
const table = (columns: number, rows: number, words: string, landscape: boolean): Table => ({
  is: 'table',
  id: 't',
  caption: [],
  landscape,
  columns: Array.from({ length: columns }, () => ({ title: 'Head', width: 1 / columns })),
  rows: Array.from({ length: rows }, () => ({
    cells: Array.from({ length: columns }, () => ({ content: [text(words)] })),
  })),
});
const cramped = table(5, 20, 'words that need a good deal of room '.repeat(6), true);

test.each<[string, readonly Block[], string]>([
  ['nothing', [], ''],
  ['a wide table with its heading', [long, heading, cramped], 'upright:p turned:ht'],
  ['with a short text between', [long, heading, short, cramped], 'upright:p turned:hpt'],
  [
    'short sections before the one of the table',
    [heading, short, heading, short, heading, short, cramped],
    'upright:hphp turned:hpt',
  ],
  ['a long text stays upright', [heading, long, cramped], 'upright:hp turned:t'],
  ['a table that only wishes for the width', [short, table(4, 30, 'few words', true)], 'upright:pt'],
  ['a table of three cramped rows', [table(9, 3, 'several words in it', true)], 'upright:t'],
  [
    'a table of a few rows that are high',
    [table(9, 6, 'quite some more words that somebody has to read', true)],
    'upright:t',
  ],
  ['many columns, cramped', [table(9, 40, 'quite some more words that somebody has to read', false)], 'turned:t'],
  ['words that have no room upright', [table(9, 2, 'unpronounceability', true)], 'turned:t'],
  ['a short text between two turned tables', [cramped, heading, short, cramped], 'turned:thpt'],
  ['a long text between two', [cramped, long, long, cramped], 'turned:t upright:pp turned:t'],
  ['a small figure', [figure(400, 200)], 'upright:f'],
  ['a wide figure', [heading, figure(1100, 500)], 'turned:hf'],
  ['a giant figure', [figure(1700, 1000), short], 'large:f upright:p'],
  ['a high figure gains nothing by a turned page', [figure(500, 900)], 'upright:f'],
])('%s', (_, blocks, expected) => {
  const sections = sectionsOf(blocks, measure);
  const shown = sections.map(({ page, blocks }) => `${page}:${blocks.map(({ is }) => is.charAt(0)).join('')}`);
  expect(shown.join(' ')).toBe(expected);
  expect(sections.flatMap((section) => section.blocks)).toEqual(blocks);
});
