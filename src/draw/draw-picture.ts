/** Draws a picture as one SVG: heading, figure, legend, table, and what it was made of. */
import { arrange } from './arrange.js';
import { drawFigure } from './draw-figure.js';
import { drawLegend } from './draw-legend.js';
import { drawTable } from './draw-table.js';
import type { Engine } from './graphviz.js';
import type { Markup } from './markup.js';
import { bestPage, type PageFit } from './page-fit.js';
import type { Picture, PictureLine } from './picture.js';
import type { Arranged } from './place-labels.js';
import type { Positions } from './positions.js';
import { heading, linker, MARGIN, NARROWEST, paragraph, sheetText, type Part } from './sheet.js';

export interface DrawOptions {
  /** Where an id leads; nothing where it leads nowhere. Without it: `#` and the id. */
  readonly href?: (id: string) => string | undefined;
  /** A document sets heading, legend and table by itself; without it all are drawn. */
  readonly parts?: readonly ('heading' | 'legend' | 'table')[];
  /** What the picture was made of: program, project, commit, day. */
  readonly about?: readonly string[];
  /** Where a person wants nodes to stand. */
  readonly positions?: Positions;
}

export interface Drawn {
  readonly svg: string;
  /** Units of the whole sheet. */
  readonly width: number;
  readonly height: number;
  /** Of the figure alone, without heading, legend and table. */
  readonly page: PageFit & { readonly isReadable: boolean };
}

export interface DrawnPicture extends Drawn {
  /** Why pinned positions were not used. */
  readonly refusals: readonly string[];
  readonly arranged: Arranged;
}

const ALL = ['heading', 'legend', 'table'] as const;

/** `too-large`: more parts than anybody could read and than are laid out in a bearable time; `no-layout`: Graphviz gave up. */
export type NotDrawn = 'too-large' | 'no-layout';

const MOST_NODES = 2_000;
const MOST_LINES = 3_000;

export function drawPicture(picture: Picture, engine: Engine, options: DrawOptions = {}): DrawnPicture | NotDrawn {
  if (picture.nodes.length > MOST_NODES || picture.lines.length > MOST_LINES) return 'too-large';
  const found = arrange(picture, engine, options.positions ?? new Map());
  if (!found) return 'no-layout';
  const { arranged } = found;
  const parts = new Set(options.parts ?? ALL);
  const figureWidth = arranged.extent.right - arranged.extent.left;
  const width = Math.max(figureWidth + 2 * MARGIN, parts.size === 0 ? 0 : NARROWEST);
  const column = { left: MARGIN, width: width - 2 * MARGIN };
  const link = linker(options.href ?? ((id) => `#${id}`));
  let y = MARGIN;
  const content: Markup[] = [];
  const add = (part: Part, after: number): void => {
    content.push(part.markup);
    y += part.height + after;
  };
  if (parts.has('heading')) add(heading(picture, column, y), 12);
  add(drawFigure(picture, arranged, { x: MARGIN, y }, link), 12);
  if (parts.has('legend')) add(drawLegend(picture, { ...column, top: y }), 6);
  for (const table of parts.has('table') ? picture.tables : []) {
    if (table.rows.length > 0) add(drawTable(table, { ...column, top: y }, link), 8);
    if (table.note !== undefined) add(paragraph(table.note, column, y), 6);
  }
  for (const line of options.about ?? []) add(paragraph(line, column, y), 0);
  const height = y + MARGIN - 6;
  return {
    svg: sheetText({ title: picture.title, description: descriptionOf(picture), width, height, content }),
    width,
    height,
    page: bestPage(figureWidth, arranged.extent.bottom - arranged.extent.top),
    arranged,
    refusals: found.refusals,
  };
}

/** What the picture shows, for whoever does not see it; the rest stands in the table. */
const MAX_DESCRIBED = 200;

function descriptionOf(picture: Picture): string {
  const nodes = picture.nodes.slice(0, MAX_DESCRIBED).map((node) => `${node.id} ${node.title.slice(0, 80)}`);
  const flows = picture.lines
    .slice(0, MAX_DESCRIBED)
    .map((line) => `${line.id} from ${line.from} to ${line.to}${WORDS_OF_STANDING[line.standing]}`);
  const more = picture.nodes.length + picture.lines.length - nodes.length - flows.length;
  return [
    picture.sentence,
    `Elements: ${nodes.join('; ') || 'none'}.`,
    `Lines: ${flows.join('; ') || 'none'}.`,
    ...(more > 0 ? [`And ${more} more.`] : []),
  ].join(' ');
}

const WORDS_OF_STANDING: Readonly<Record<PictureLine['standing'], string>> = {
  inside: '',
  crossing: ', crosses a boundary',
  unanswered: ', crosses a boundary and no threat considers it',
  'not-known': ', not known whether it crosses a boundary',
  entry: ', a way in',
};
