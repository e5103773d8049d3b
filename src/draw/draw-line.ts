/** Draws a line from outline to outline, with its arrows and its badge. */
import { centreOf, type Curve, type Point, type Rect } from './geometry.js';
import { element, group, numberText, words, type Markup } from './markup.js';
import { fill, stroke, type Stroke } from './paint.js';
import type { NodeShape, PictureLine } from './picture.js';
import type { PlacedBadge } from './place-badges.js';
import { BADGE, SIGN_WIDTH } from './place-labels.js';
import { box, isInShape } from './shapes.js';

const ARROW = 8;
const HALF_ARROW = 3.6;
/** How far a line is led on into the rectangle of a node until it meets the outline. */
const FURTHEST = 26;

export interface LineEnd {
  readonly shape: NodeShape;
  readonly rect: Rect;
}

const STROKES: Readonly<Record<PictureLine['standing'], Stroke>> = {
  inside: { colour: 'ink-3', width: 1.1 },
  crossing: { colour: 'sec-fill', width: 1.8 },
  unanswered: { colour: 'red', width: 1.8 },
  'not-known': { colour: 'sec-fill', width: 1.8, dashes: '2 3' },
  entry: { colour: 'ink', width: 1.2, dashes: '6 3' },
};

export function strokeOf(line: Pick<PictureLine, 'standing' | 'change'>): Stroke {
  const usual = STROKES[line.standing];
  if (line.change === 'removed') return { ...usual, width: 1, dashes: '4 3' };
  return line.change === 'added' ? { ...usual, width: usual.width + 1.4 } : usual;
}

export function drawLine(line: PictureLine, curve: Curve, from: LineEnd, to: LineEnd): Markup {
  const look = strokeOf(line);
  const start = endOf(curve.toReversed(), from, line.isTwoWay);
  const end = endOf(curve, to, true);
  const middle = curve.slice(1, -1);
  const points = [start.at, ...middle, end.at];
  const d = points.map((point, at) => `${at === 0 ? 'M' : at === 1 ? 'C' : ' '}${pair(point)}`).join('');
  return group(
    element('path', { d, ...stroke(look) }),
    ...[start, end].flatMap((one) => (one.arrow ? [element('path', { d: one.arrow, ...fill(look.colour) })] : [])),
  );
}

/** @returns where the stroke ends, and the arrow before it, if there is one */
function endOf(curve: Curve, end: LineEnd, hasArrow: boolean): { at: Point; arrow: string | undefined } {
  const last = curve.at(-1) ?? { x: 0, y: 0 };
  const direction = directionAt(curve, last);
  let tip = last;
  for (let on = 0; on < FURTHEST && !isInShape(end.shape, end.rect, tip); on += 0.5) {
    tip = moved(last, direction, on);
  }
  if (!isInShape(end.shape, end.rect, tip)) tip = last;
  if (!hasArrow) return { at: tip, arrow: undefined };
  const back = moved(tip, direction, -ARROW);
  const across = { x: -direction.y, y: direction.x };
  const corners = [tip, moved(back, across, HALF_ARROW), moved(back, across, -HALF_ARROW)];
  return { at: moved(tip, direction, -ARROW + 1), arrow: `M${corners.map(pair).join('L')}Z` };
}

/** Of the last point that differs from the end. */
function directionAt(curve: Curve, last: Point): Point {
  const before = curve.toReversed().find((point) => Math.hypot(point.x - last.x, point.y - last.y) > 0.5) ?? last;
  const length = Math.hypot(last.x - before.x, last.y - before.y) || 1;
  return { x: (last.x - before.x) / length, y: (last.y - before.y) / length };
}

function moved(point: Point, direction: Point, by: number): Point {
  return { x: point.x + direction.x * by, y: point.y + direction.y * by };
}

function pair({ x, y }: Point): string {
  return `${numberText(x)} ${numberText(y)}`;
}

export function drawBadge(line: PictureLine, badge: PlacedBadge): Markup {
  const { colour } = STROKES[line.standing];
  const isUnanswered = line.standing === 'unanswered';
  const middle = centreOf(badge.rect);
  return group(
    element('rect', { ...box(badge.rect), rx: 7.5, ...stroke({ colour, width: 1 }, 'bg') }),
    ...(isUnanswered ? [octagon({ x: badge.rect.left + 10, y: middle.y })] : []),
    element(
      'text',
      {
        x: middle.x + (isUnanswered ? SIGN_WIDTH / 2 : 0),
        y: middle.y + 3.6,
        'font-size': BADGE.size,
        'text-anchor': 'middle',
        'text-decoration': line.change === 'removed' ? 'line-through' : undefined,
        'font-weight': line.change === 'added' || line.change === 'changed' ? 600 : undefined,
        ...fill('ink'),
      },
      words(line.id),
    ),
  );
}

/** From a badge that stands aside to its line. */
export function drawLeader(line: PictureLine, badge: PlacedBadge): Markup {
  const { colour } = STROKES[line.standing];
  const middle = centreOf(badge.rect);
  const d = `M${pair(middle)}L${pair(badge.anchor)}`;
  return group(
    element('path', { d, ...stroke({ colour: 'ink-3', width: 0.8, dashes: '1.5 1.5' }) }),
    element('circle', { cx: badge.anchor.x, cy: badge.anchor.y, r: 2.2, ...fill(colour) }),
  );
}

/** The sign of what blocks: it must be seen without colour too. */
export function octagon(centre: Point): Markup {
  const { x, y } = centre;
  const [outer, inner] = [5, 2.1];
  const corners = [
    [x - inner, y - outer],
    [x + inner, y - outer],
    [x + outer, y - inner],
    [x + outer, y + inner],
    [x + inner, y + outer],
    [x - inner, y + outer],
    [x - outer, y + inner],
    [x - outer, y - inner],
  ];
  return group(
    element('path', {
      d: `M${corners.map((corner) => corner.map((one) => numberText(one ?? 0)).join(' ')).join('L')}Z`,
      ...fill('red'),
    }),
    element('path', { d: `M${pair({ x, y: y - 3 })}V${numberText(y + 0.6)}`, ...stroke({ colour: 'bg', width: 1.4 }) }),
    element('circle', { cx: x, cy: y + 2.6, r: 0.8, ...fill('bg') }),
  );
}
