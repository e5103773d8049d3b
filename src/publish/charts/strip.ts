/** A strip that is cut into parts, such as states: each as long as it is often, its number above it, their sum behind it. */
import { box, INK_2, INK_3, round, stripes, text, widthOf, type Box } from './svg.js';

export const GREEN = '#1c6b3d';
const GROUND = '#ffffff';

export interface Look {
  readonly title: string;
  readonly draw: (at: Box) => string;
}

export interface Part {
  readonly draw: Look['draw'];
  readonly count: number;
}

/** Where a strip begins, and how long one of what is counted is. */
export interface StripPlace {
  readonly x: number;
  readonly y: number;
  readonly unit: number;
}

const HEIGHT = 18;

export function strip(parts: readonly Part[], { x: from, y, unit }: StripPlace): readonly string[] {
  const drawn: string[] = [];
  let x = from;
  // Numbers that stand too close would cover each other: the next one then stands a little further right.
  let free = from;
  for (const { draw, count } of parts) {
    if (count === 0) continue;
    const width = count * unit;
    const words = String(count);
    const middle = Math.max(x + width / 2, free + widthOf(words) / 2);
    drawn.push(
      draw({ x, y, width: Math.max(1, width - 1), height: HEIGHT }),
      text(middle, y - 5, words, { fill: INK_2, anchor: 'middle' }),
    );
    free = middle + widthOf(words) / 2 + 4;
    x += width;
  }
  const sum = parts.reduce((all, { count }) => all + count, 0);
  return [...drawn, text(x + 8, y + 13, `of ${round(sum)}`, { fill: INK_3 })];
}

/** In one line at the top of a chart. */
export function legend(looks: readonly Look[]): readonly string[] {
  let x = 0;
  return looks.flatMap(({ title, draw }) => {
    const parts = [draw({ x, y: 3, width: 14, height: 12 }), text(x + 20, 13, title, { fill: INK_3 })];
    x += 20 + widthOf(title) + 18;
    return parts;
  });
}

export function outlined(at: Box, stroke: string, ground = 'none'): string {
  return box(inset(at), ground, ` stroke="${stroke}"`);
}

export function dotted(at: Box): string {
  return box(inset(at), GROUND, ` stroke="${INK_2}" stroke-dasharray="3 2"`);
}

/** @param share part of it that is filled, 0 to 1 */
export function striped(at: Box, fill: string, share: number): string {
  return stripes(at, { fill, ground: GROUND, share }) + outlined(at, fill);
}

/** An edge lies half outside its box. */
function inset({ x, y, width, height }: Box): Box {
  return { x: x + 0.5, y: y + 0.5, width: Math.max(0, width - 1), height: Math.max(0, height - 1) };
}
