/** The few shapes that charts are made of: attributes alone, so that print, screen and Word draw the same. */
import { withoutControls } from '../text/markdown-blocks.js';

export const INK = '#17202a';
export const INK_2 = '#414d59';
export const INK_3 = '#5a6672';
export const LINE = '#dfe4e8';
export const LINE_2 = '#b4bec7';
/** What the class asks. */
export const BASE = '#8793a0';
/** What security adds: stripes on a pale ground. */
export const SECURITY = '#7c62cf';
export const SECURITY_GROUND = '#efebfa';
export const SECURITY_TEXT = '#5a3db5';
export const AMBER = '#b96f00';

export interface Chart {
  readonly svg: string;
  /** Everything that the picture says, with all numbers. */
  readonly alt: string;
}

export interface Frame {
  readonly title: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

export function chart({ title, alt, width, height }: Frame, parts: readonly string[]): Chart {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}" font-family="Inter, 'DejaVu Sans', sans-serif" role="img">`;
  return { svg: `${head}<title>${escaped(title)}</title><desc>${escaped(alt)}</desc>${parts.join('')}</svg>`, alt };
}

export interface TextLook {
  readonly size?: number;
  readonly fill?: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** @param y of the line on which the letters stand */
export function text(x: number, y: number, words: string, look: TextLook = {}): string {
  const { size = 12, fill = INK, bold = false, anchor = 'start' } = look;
  const weight = bold ? ' font-weight="700"' : '';
  const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${round(x)}" y="${round(y)}" fill="${fill}" font-size="${size}"${weight}${side}>${escaped(words)}</text>`;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function box({ x, y, width, height }: Box, fill: string, more = ''): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"${more}/>`;
}

export function line(d: string, stroke: string, more = ''): string {
  return `<path d="${d}" stroke="${stroke}" fill="none"${more}/>`;
}

/** Stripes as polygons that are cut at the box: a pattern is drawn with seams by some programs. */
export function stripes(at: Box, { fill, ground, step = 6.4, share = 0.5 }: Stripes): string {
  const { x, y, width, height } = at;
  const polygons: string[] = [];
  for (let from = 0; from < width + height; from += step) {
    const corners = bandCorners(width, height, from, from + step * share);
    if (corners.length > 2)
      polygons.push(`M${corners.map(([dx, dy]) => `${round(x + dx)} ${round(y + dy)}`).join('L')}z`);
  }
  return box(at, ground) + (polygons.length === 0 ? '' : `<path d="${polygons.join('')}" fill="${fill}"/>`);
}

export interface Stripes {
  readonly fill: string;
  readonly ground: string;
  readonly step?: number;
  /** Part of a step that is filled. */
  readonly share?: number;
}

type Point = readonly [x: number, y: number];

/** The part of a box between two lines `x + y = from` and `x + y = to`. */
function bandCorners(width: number, height: number, from: number, to: number): readonly Point[] {
  const corners: readonly Point[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
  return cut(cut(corners, from, 1), to, -1);
}

/** Keeps what lies on the side of the line `x + y = at` that the sign names. */
function cut(corners: readonly Point[], at: number, sign: 1 | -1): readonly Point[] {
  const inside = ([x, y]: Point): number => sign * (x + y - at);
  return corners.flatMap((corner, index): readonly Point[] => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const [here, there] = [inside(corner), inside(next)];
    const own = here >= 0 ? [corner] : [];
    if (here >= 0 === there >= 0) return own;
    const part = here / (here - there);
    const crossing: Point = [corner[0] + (next[0] - corner[0]) * part, corner[1] + (next[1] - corner[1]) * part];
    return [...own, crossing];
  });
}

/** Width of words in the font of charts; a little more than most fonts need. */
export function widthOf(words: string, size = 12): number {
  return Array.from(words).length * size * 0.6;
}

export function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(words: string): string {
  return withoutControls(words).replaceAll(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
