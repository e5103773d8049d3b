/** Hours that the class asks and that security adds, as bars from one zero with their ranges. */
import type { Hours } from '../../assess/index.js';
import {
  BASE,
  box,
  chart,
  INK,
  INK_2,
  INK_3,
  line,
  LINE,
  LINE_2,
  round,
  SECURITY,
  SECURITY_GROUND,
  SECURITY_TEXT,
  stripes,
  text,
  type Chart,
} from './svg.js';

export interface OverheadBars {
  readonly name: string;
  readonly byClass: Hours;
  readonly security: Hours;
}

export interface OverheadChart {
  /** The device as a whole. */
  readonly device: OverheadBars & { readonly level: string; readonly ratio: number | null };
  /** The same hours by the place of the work, such as risk. */
  readonly places: readonly OverheadBars[];
}

const WIDTH = 880;
const BARS = { from: 190, to: 610 };
const ROW = 44;

export function overheadChart({ device, places }: OverheadChart): Chart {
  const rows = [device, ...places];
  const most = Math.max(1, ...rows.flatMap(({ byClass, security }) => [topOf(byClass), topOf(security)]));
  const scale = scaleOf(most);
  const height = 54 + ROW * rows.length + (places.length > 0 ? 26 : 0) + 30;
  const title = `What the class asks of ${device.name} and what security adds, in hours`;
  const parts = [...head(), ...grid(scale, height - 34)];
  parts.push(
    box({ x: 0, y: 40, width: WIDTH, height: ROW + 4 }, '#f1f4f7'),
    ...row(device, 44, scale, true),
    ...verdict(device, 44),
  );
  let y = 54 + ROW;
  if (places.length > 0) {
    parts.push(text(0, y + 14, 'By place of the work', { fill: INK_3 }));
    y += 26;
  }
  for (const place of places) {
    parts.push(...row(place, y, scale, false));
    y += ROW;
  }
  parts.push(line(`M0 ${round(y)}H${WIDTH}`, LINE_2), text(0, y + 20, ESTIMATE, { fill: INK_3 }));
  return chart({ title, alt: altOf(title, device, places), width: WIDTH, height }, parts);
}

const ESTIMATE = 'Estimate from adjustable assumptions. Not a quotation.';

interface Scale {
  readonly x: (hours: number) => number;
  readonly ticks: readonly number[];
}

/** Ticks at 1, 2 or 5 times a power of ten, at most six. */
function scaleOf(most: number): Scale {
  const power = 10 ** Math.floor(Math.log10(most / 5));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => most / one <= 5.5) ?? most;
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
  return { x: (hours) => BARS.from + (hours / most) * (BARS.to - BARS.from), ticks };
}

function topOf({ value, high }: Hours): number {
  return value === 'unknown' ? 0 : high;
}

function head(): readonly string[] {
  const quiet = { fill: INK_3 };
  return [
    box({ x: 190, y: 3, width: 11, height: 11 }, BASE),
    text(206, 13, 'class asks', quiet),
    stripes({ x: 284, y: 3, width: 11, height: 11 }, SECURITY_LOOK),
    text(300, 13, 'security adds', quiet),
    whiskers(396, 8.5, 22),
    text(424, 13, 'low to high', quiet),
    text(782, 13, 'hours (low–high)', { ...quiet, anchor: 'end' }),
    text(872, 13, 'sec. : class', { ...quiet, anchor: 'end' }),
  ];
}

const SECURITY_LOOK = { fill: SECURITY, ground: SECURITY_GROUND };

function grid(scale: Scale, bottom: number): readonly string[] {
  return scale.ticks.flatMap((tick) => [
    line(`M${round(scale.x(tick))} 36V${round(bottom)}`, tick === 0 ? INK_3 : LINE),
    text(scale.x(tick), 32, count(tick), { fill: INK_3, anchor: 'middle' }),
  ]);
}

function row({ name, byClass, security }: OverheadBars, y: number, scale: Scale, isDevice: boolean): readonly string[] {
  return [
    text(isDevice ? 10 : 0, y + 16, cutTo(name, isDevice ? 24 : 28), { bold: isDevice, fill: isDevice ? INK : INK_2 }),
    ...bar(byClass, y + 4, scale, (at) => box(at, BASE)),
    ...bar(security, y + 22, scale, (at) => stripes(at, SECURITY_LOOK)),
    ...hours(byClass, y + 15, { bold: isDevice, fill: INK }),
    ...hours(security, y + 33, { bold: isDevice, fill: isDevice ? SECURITY_TEXT : INK_2 }),
  ];
}

type BarLook = (at: { x: number; y: number; width: number; height: number }) => string;

function bar({ value, low, high }: Hours, y: number, scale: Scale, look: BarLook): readonly string[] {
  if (value === 'unknown' || value === 0) return [];
  const at = { x: BARS.from, y, width: Math.max(0.5, scale.x(value) - BARS.from), height: 13 };
  return [look(at), whiskers(scale.x(low), y + 6.5, scale.x(high) - scale.x(low))];
}

function whiskers(x: number, y: number, length: number): string {
  const end = round(x + length);
  return line(`M${round(x)} ${round(y)}H${end}M${round(x)} ${round(y - 3.5)}v7M${end} ${round(y - 3.5)}v7`, INK);
}

function hours({ value, low, high }: Hours, y: number, look: { bold: boolean; fill: string }): readonly string[] {
  if (value === 'unknown') return [text(782, y, 'not known', { fill: INK_3, anchor: 'end' })];
  return [
    text(688, y, count(value), { ...look, anchor: 'end' }),
    ...(value === 0 ? [] : [text(782, y, `(${count(low)}–${count(high)})`, { fill: INK_3, anchor: 'end' })]),
  ];
}

function verdict({ level, ratio }: OverheadChart['device'], y: number): readonly string[] {
  return [
    text(10, y + 33, `overhead: ${level}`, { fill: INK_3 }),
    text(870, y + 25, ratioText(ratio), { size: 15, bold: true, anchor: 'end' }),
  ];
}

function ratioText(ratio: number | null): string {
  return ratio === null ? 'not known' : `${Math.round(ratio * 100)} %`;
}

function count(hoursOfWork: number): string {
  return Math.round(hoursOfWork).toLocaleString('en-GB');
}

function cutTo(words: string, most: number): string {
  const characters = Array.from(words);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : words;
}

function altOf(title: string, device: OverheadChart['device'], places: readonly OverheadBars[]): string {
  const said = ({ value, low, high }: Hours): string =>
    value === 'unknown' ? 'not known' : `${count(value)} h (${count(low)} to ${count(high)})`;
  const rows = [device, ...places].map(
    ({ name, byClass, security }) => `${name}: the class asks ${said(byClass)}, security adds ${said(security)}.`,
  );
  return `${title}. Overhead ${device.level}; security to class ${ratioText(device.ratio)}. ${rows.join(' ')} ${ESTIMATE}`;
}
