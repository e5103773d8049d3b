/** Draws a short piece of a line, for the legend. */
import { octagon, strokeOf } from './draw-line.js';
import { centreOf, type Rect } from './geometry.js';
import { element, group, numberText, type Markup } from './markup.js';
import { fill, stroke } from './paint.js';
import type { PictureLine } from './picture.js';

export function drawLineSample(line: Pick<PictureLine, 'standing' | 'change'>, rect: Rect): Markup {
  const look = strokeOf(line);
  const { y } = centreOf(rect);
  return group(
    element('path', { d: `M${numberText(rect.left)} ${numberText(y)}H${numberText(rect.right - 7)}`, ...stroke(look) }),
    element('path', {
      d: `M${numberText(rect.right)} ${numberText(y)}l-8 -3.6v7.2z`,
      ...fill(look.colour),
    }),
  );
}

/** A red line with its sign: it differs from the others without colour too. */
export function drawBadgeSample(rect: Rect): Markup {
  const middle = centreOf(rect);
  return group(
    drawLineSample({ standing: 'unanswered', change: undefined }, rect),
    octagon({ x: middle.x - 4, y: middle.y }),
  );
}
