/** The outline of a node by what it is: oval, two lines, box, person, hexagon; and whether a point lies inside. */
import type { Point, Rect } from './geometry.js';
import { element, group, type Markup } from './markup.js';
import { fill, stroke, type Colour, type Stroke } from './paint.js';
import type { NodeShape } from './picture.js';

const CORNER = 11;

export function outline(shape: NodeShape, rect: Rect, edge: Stroke, ground: Colour): Markup {
  const plain = outlineWithoutSign(shape, rect, edge, ground);
  return shape === 'actor' ? group(plain, person(rect, edge.colour)) : plain;
}

/** The same where there is no room for head and shoulders. */
export function outlineWithoutSign(shape: NodeShape, rect: Rect, edge: Stroke, ground: Colour): Markup {
  switch (shape) {
    case 'process':
      return rounded(rect, ovalRadius(rect), edge, ground);
    case 'actor':
      return rounded(rect, 8, edge, ground);
    case 'external':
      return rounded(rect, 0, edge, ground);
    case 'not-known':
      return rounded(rect, 0, { ...edge, dashes: '3 3' }, ground);
    case 'store':
      return store(rect, edge, ground);
    case 'physical':
      return element('path', { d: hexagon(rect), ...stroke(edge, ground) });
  }
}

function rounded(rect: Rect, radius: number, edge: Stroke, ground: Colour): Markup {
  return element('rect', {
    ...box(rect),
    rx: radius === 0 ? undefined : radius,
    ...stroke(edge, ground),
  });
}

export function box({ left, top, right, bottom }: Rect): Readonly<Record<'x' | 'y' | 'width' | 'height', number>> {
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function store(rect: Rect, edge: Stroke, ground: Colour): Markup {
  const lines = `M${rect.left.toFixed(1)} ${rect.top.toFixed(1)}H${rect.right.toFixed(1)}M${rect.left.toFixed(1)} ${rect.bottom.toFixed(1)}H${rect.right.toFixed(1)}`;
  return group(
    element('rect', { ...box(rect), ...fill(ground) }),
    element('path', { d: lines, ...stroke({ ...edge, width: edge.width + 0.7 }) }),
  );
}

function hexagon({ left, top, right, bottom }: Rect): string {
  const middle = (top + bottom) / 2;
  const points = [
    [left + CORNER, top],
    [right - CORNER, top],
    [right, middle],
    [right - CORNER, bottom],
    [left + CORNER, bottom],
    [left, middle],
  ];
  return `M${points.map((point) => point.map((value) => (value ?? 0).toFixed(1)).join(' ')).join('L')}Z`;
}

/** Head and shoulders, left of the words. */
function person(rect: Rect, colour: Colour): Markup {
  const x = rect.left + 15;
  const y = (rect.top + rect.bottom) / 2;
  return group(
    element('circle', { cx: x, cy: y - 5, r: 3.2, ...fill(colour) }),
    element('path', { d: `M${(x - 6).toFixed(1)} ${(y + 7).toFixed(1)}a6 6.5 0 0 1 12 0z`, ...fill(colour) }),
  );
}

function ovalRadius(rect: Rect): number {
  return Math.min(22, (rect.bottom - rect.top) / 2);
}

/** Graphviz ends a line at the rectangle; ovals and hexagons begin further in. */
export function isInShape(shape: NodeShape, rect: Rect, point: Point): boolean {
  const dx = Math.min(point.x - rect.left, rect.right - point.x);
  const dy = Math.min(point.y - rect.top, rect.bottom - point.y);
  if (dx < 0 || dy < 0) return false;
  if (shape === 'physical') return dx >= CORNER * (1 - (2 * dy) / (rect.bottom - rect.top));
  const radius = shape === 'process' ? ovalRadius(rect) : shape === 'actor' ? 8 : 0;
  return dx >= radius || dy >= radius || Math.hypot(radius - dx, radius - dy) <= radius;
}
