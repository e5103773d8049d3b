/** Vulnerabilities and findings by their age, each bar cut by state: what is open is dark, what is done is pale. */
import {
  box,
  chart,
  INK,
  INK_2,
  INK_3,
  LINE,
  LINE_2,
  line,
  round,
  stripes,
  text,
  widthOf,
  type Box,
  type Chart,
} from './svg.js';

export const AGE_BANDS = [
  '0 to 30 days',
  '31 to 90 days',
  '91 to 180 days',
  'more than 180 days',
  'age not known',
] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export const VULNERABILITY_STATES = ['open', 'put off', 'accepted', 'fixed', 'not affected'] as const;
export type VulnerabilityState = (typeof VULNERABILITY_STATES)[number];

export type Ages = ReadonlyMap<AgeBand, ReadonlyMap<VulnerabilityState, number>>;

export function countIn(ages: Ages, band: AgeBand, state?: VulnerabilityState): number {
  const counts = ages.get(band);
  if (state !== undefined) return counts?.get(state) ?? 0;
  return [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
}

const RED = '#9c2b1f';
const GREEN = '#1c6b3d';
const GROUND = '#ffffff';

/** Told apart without colour: solid, striped, dotted edge, pale, empty. */
const LOOKS: Readonly<Record<VulnerabilityState, (at: Box) => string>> = {
  open: (at) => box(at, RED),
  'put off': (at) => stripes(at, { fill: RED, ground: GROUND, share: 0.4 }) + outlined(at, RED),
  accepted: (at) => box(inset(at), GROUND, ` stroke="${INK_2}" stroke-dasharray="3 2"`),
  fixed: (at) => box(inset(at), '#d7eadd', ` stroke="${GREEN}"`),
  'not affected': (at) => box(inset(at), LINE, ` stroke="${LINE_2}"`),
};

function outlined(at: Box, stroke: string): string {
  return box(inset(at), 'none', ` stroke="${stroke}"`);
}

/** An edge lies half outside its box. */
function inset({ x, y, width, height }: Box): Box {
  return { x: x + 0.5, y: y + 0.5, width: Math.max(0, width - 1), height: Math.max(0, height - 1) };
}

const WIDTH = 880;
const LEFT = 150;
const STRIP = 640;
const TOP = 40;
const ROW = 46;

/** @param date on which the ages were counted */
export function vulnerabilitiesChart(device: string, ages: Ages, date: string): Chart {
  const title = `${device}: vulnerabilities and findings by age on ${date}`;
  const most = Math.max(1, ...AGE_BANDS.map((band) => countIn(ages, band)));
  const bottom = TOP + AGE_BANDS.length * ROW;
  const parts = [
    ...legend(),
    line(`M${LEFT} ${TOP}V${bottom - 4}`, LINE_2),
    ...AGE_BANDS.flatMap((band, at) => row(band, ages, TOP + at * ROW, most)),
  ];
  return chart({ title, alt: altOf(title, ages), width: WIDTH, height: bottom }, parts);
}

function legend(): readonly string[] {
  let x = 0;
  return VULNERABILITY_STATES.flatMap((state) => {
    const parts = [LOOKS[state]({ x, y: 3, width: 14, height: 12 }), text(x + 20, 13, state, { fill: INK_3 })];
    x += 20 + widthOf(state) + 18;
    return parts;
  });
}

function row(band: AgeBand, ages: Ages, y: number, most: number): readonly string[] {
  const parts = [text(LEFT - 12, y + 28, band, { fill: INK, anchor: 'end' })];
  let x: number = LEFT;
  // Numbers that stand too close would cover each other: the next one then stands a little further right.
  let free: number = LEFT;
  for (const state of VULNERABILITY_STATES) {
    const count = countIn(ages, band, state);
    if (count === 0) continue;
    const width = (count / most) * STRIP;
    const words = String(count);
    const middle = Math.max(x + width / 2, free + widthOf(words) / 2);
    parts.push(
      LOOKS[state]({ x, y: y + 15, width: Math.max(1, width - 1), height: 18 }),
      text(middle, y + 11, words, { fill: INK_2, anchor: 'middle' }),
    );
    free = middle + widthOf(words) / 2 + 4;
    x += width;
  }
  return [...parts, text(x + 8, y + 28, `of ${round(countIn(ages, band))}`, { fill: INK_3 })];
}

function altOf(title: string, ages: Ages): string {
  const rows = AGE_BANDS.map((band) => {
    const said = VULNERABILITY_STATES.map((state) => `${countIn(ages, band, state)} ${state}`).join(', ');
    return `${band}: ${said}, of ${countIn(ages, band)}.`;
  });
  return `${title}. ${rows.join(' ')}`;
}
