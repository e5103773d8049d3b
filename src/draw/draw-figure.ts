/** Draws the figure of a picture: boxes below, then lines, titles, nodes, and badges on top. */
import { boxesAround } from './boxes-around.js';
import { changeTag } from './change-tag.js';
import { drawBadge, drawLeader, drawLine, type LineEnd } from './draw-line.js';
import { drawNode } from './draw-node.js';
import { element, group, lines, numberText, words, type Markup } from './markup.js';
import { fill, shadeOf, stroke, type Stroke } from './paint.js';
import type { Picture, PictureBox } from './picture.js';
import type { Arranged } from './place-labels.js';
import { box } from './shapes.js';
import { tooltip, type Link, type Part } from './sheet.js';

export function drawFigure(picture: Picture, arranged: Arranged, at: { x: number; y: number }, link: Link): Part {
  const { extent } = arranged;
  const ends = endsOf(picture, arranged);
  const depths = depthsOf(picture);
  const boxes = zip(picture.boxes, arranged.boxes);
  const placedLines = zip(picture.lines, arranged.lines);
  const content = lines(
    ...boxes.map(([one, placed]) => drawBox(one, depths.get(one.id) ?? 0, placed)),
    ...placedLines.map(([line, { curve }]) =>
      link(line.id, group(tooltip(`${line.id} ${line.title}`), drawLine(line, curve, ends(line.from), ends(line.to)))),
    ),
    ...boxes.map(([one, placed]) => drawTitle(one, depths.get(one.id) ?? 0, placed, link)),
    ...zip(picture.nodes, arranged.nodes).map(([node, { rect, size }]) =>
      link(node.id, group(tooltip(`${node.id} ${node.title}`), drawNode(node, rect, size))),
    ),
    ...placedLines.flatMap(([line, { badge }]) => (badge.isAside ? [drawLeader(line, badge)] : [])),
    ...placedLines.map(([line, { badge }]) =>
      link(line.id, group(tooltip(`${line.id} ${line.title}`), drawBadge(line, badge))),
    ),
  );
  const transform = `translate(${numberText(at.x - extent.left)} ${numberText(at.y - extent.top)})`;
  return { markup: lines(element('g', { transform }, content)), height: extent.bottom - extent.top };
}

function zip<A, B>(all: readonly A[], placed: readonly B[]): readonly (readonly [A, B])[] {
  return all.map((one, at) => {
    const place = placed[at];
    if (place === undefined) throw new Error('A part of the picture has no place.');
    return [one, place] as const;
  });
}

function endsOf(picture: Picture, arranged: Arranged): (id: string) => LineEnd {
  const ends = new Map(
    zip(picture.nodes, arranged.nodes).map(([node, { rect }]) => [node.id, { shape: node.shape, rect }]),
  );
  return (id) => {
    const end = ends.get(id);
    if (!end) throw new Error('A line ends at a node that is not in the picture.');
    return end;
  };
}

function depthsOf(picture: Picture): ReadonlyMap<string, number> {
  const asNodes = picture.boxes.map((one) => ({ id: one.id, box: one.parent }));
  return new Map([...boxesAround({ nodes: asNodes, boxes: picture.boxes })].map(([id, around]) => [id, around.length]));
}

type PlacedBox = Arranged['boxes'][number];

function drawBox(one: PictureBox, depth: number, { rect }: PlacedBox): Markup {
  const outer = element('rect', { ...box(rect), rx: 8, ...stroke(edgeOf(one), groundOf(one, depth)) });
  return one.change === undefined ? outer : group(outer, changeTag(one.change, rect));
}

function edgeOf(one: PictureBox): Stroke {
  const isNew = one.change === 'added';
  if (one.edge === 'boundary') return { colour: 'sec', width: isNew ? 2.6 : 1.3, dashes: '7 4' };
  return { colour: 'ink-2', width: isNew ? 2.4 : 1.1, ...(one.change === 'removed' ? { dashes: '2 3' } : {}) };
}

/** Nested boundaries are a shade deeper; wholes are no matter of trust and stay white. */
function groundOf(one: PictureBox, depth: number): ReturnType<typeof shadeOf> {
  return one.edge === 'boundary' ? shadeOf(depth) : 'shade-0';
}

function drawTitle(one: PictureBox, depth: number, { title, titleRect }: PlacedBox, link: Link): Markup {
  const text = element(
    'text',
    {
      x: titleRect.left + 3,
      y: titleRect.top + 12,
      'font-size': 11,
      'font-weight': 600,
      ...fill(one.edge === 'boundary' ? 'sec' : 'ink-2'),
    },
    words(title),
  );
  const ground = element('rect', { ...box(titleRect), ...fill(groundOf(one, depth)) });
  return link(one.id, group(tooltip(`${one.id} ${one.title}`), ground, text));
}
