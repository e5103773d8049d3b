/** The colours of a picture: print colours as attributes, and beside each a class by which a screen may replace it. */
import type { Attributes } from './markup.js';

/** Value on paper, class of a filled area, class of a line; a dark page gives the classes other values. */
const COLOURS = {
  ink: ['#17202a', 'c-ink', 'c-ln-ink'],
  'ink-2': ['#414d59', 'c-ink2', 'c-ink2-ln'],
  'ink-3': ['#5a6672', 'c-ink3', 'c-axis'],
  line: ['#dfe4e8', 'c-line-a', 'c-line'],
  'line-2': ['#b4bec7', 'c-off', 'c-line2'],
  bg: ['#ffffff', 'c-bg', 'c-bg-ln'],
  'base-bg': ['#e9edf0', 'c-na', 'c-na-ln'],
  sec: ['#5a3db5', 'c-sect', 'c-sect-ln'],
  'sec-fill': ['#7c62cf', 'c-sec', 'c-sec-ln'],
  red: ['#b3261e', 'c-red', 'c-red-ln'],
  'shade-0': ['#ffffff', 'c-shade0', ''],
  'shade-1': ['#faf9fd', 'c-shade1', ''],
  'shade-2': ['#f3f0fb', 'c-shade2', ''],
  'shade-3': ['#ebe6f8', 'c-shade3', ''],
} as const;

export type Colour = keyof typeof COLOURS;

export function fill(colour: Colour): Attributes {
  const [value, area] = COLOURS[colour];
  return { class: area, fill: value };
}

export interface Stroke {
  readonly colour: Colour;
  readonly width: number;
  readonly dashes?: string;
}

/** @param ground of what is inside the line; nothing where there is none */
export function stroke({ colour, width, dashes }: Stroke, ground?: Colour): Attributes {
  const [value, , line] = COLOURS[colour];
  const inside = ground === undefined ? undefined : COLOURS[ground];
  return {
    class: inside ? `${inside[1]} ${line}` : line,
    fill: inside ? inside[0] : 'none',
    stroke: value,
    'stroke-width': width,
    'stroke-dasharray': dashes,
  };
}

export function shadeOf(depth: number): Colour {
  const shades = ['shade-0', 'shade-1', 'shade-2', 'shade-3'] as const;
  return shades[Math.min(depth, shades.length - 1)] ?? 'shade-3';
}
