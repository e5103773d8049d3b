/** Obligations by state, in one strip for each reason: what is done is solid, what is left stands out less and less filled. */
import { box, chart, INK, INK_2, INK_3, LINE_2, round, stripes, text, widthOf, type Box, type Chart } from './svg.js';

export interface ObligationStrip {
  /** Such as `Asked by the class`. */
  readonly name: string;
  /** State → how many. */
  readonly counts: ReadonlyMap<string, number>;
}

const GREEN = '#1c6b3d';
const GROUND = '#ffffff';

interface State {
  readonly id: string;
  readonly title: string;
  readonly draw: (at: Box) => string;
}

const edge = (stroke: string): string => ` stroke="${stroke}"`;
const outlined = (at: Box, stroke: string): string => box(inset(at), 'none', edge(stroke));

/** In the order of the discs: from met to what nobody can tell. */
const STATES: readonly State[] = [
  { id: 'met', title: 'met', draw: (at) => box(at, GREEN) },
  { id: 'unproven', title: 'not proven', draw: (at) => striped(at, 0.62) },
  { id: 'incomplete', title: 'incomplete', draw: (at) => striped(at, 0.25) },
  { id: 'missing', title: 'missing', draw: (at) => outlined(at, INK_2) },
  { id: 'unknown', title: 'not known', draw: (at) => box(inset(at), GROUND, `${edge(INK_2)} stroke-dasharray="3 2"`) },
  { id: 'not-due', title: 'not due', draw: (at) => box(at, '#dfe4e8') },
  { id: 'not-applicable', title: 'not applicable', draw: (at) => box(at, LINE_2) },
];

function striped(at: Box, share: number): string {
  return stripes(at, { fill: GREEN, ground: GROUND, share }) + outlined(at, GREEN);
}

/** An edge lies half outside its box. */
function inset({ x, y, width, height }: Box): Box {
  return { x: x + 0.5, y: y + 0.5, width: Math.max(0, width - 1), height: Math.max(0, height - 1) };
}

const WIDTH = 880;
const LEFT = 190;
const STRIP = 640;
const ROW = 54;

export function obligationsChart(device: string, strips: readonly ObligationStrip[]): Chart {
  const most = Math.max(1, ...strips.map(totalOf));
  const title = `${device}: obligations by state`;
  const parts = [...legend(strips), ...strips.flatMap((strip, at) => row(strip, 42 + at * ROW, most))];
  return chart({ title, alt: altOf(title, strips), width: WIDTH, height: 42 + strips.length * ROW }, parts);
}

function totalOf({ counts }: ObligationStrip): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function legend(strips: readonly ObligationStrip[]): readonly string[] {
  let x = 0;
  return STATES.filter(({ id }) => strips.some(({ counts }) => (counts.get(id) ?? 0) > 0)).flatMap(
    ({ title, draw }) => {
      const parts = [draw({ x, y: 3, width: 14, height: 12 }), text(x + 20, 13, title, { fill: INK_3 })];
      x += 20 + widthOf(title) + 18;
      return parts;
    },
  );
}

function row(strip: ObligationStrip, y: number, most: number): readonly string[] {
  const parts = [text(0, y + 27, strip.name, { fill: INK })];
  let x = LEFT;
  // Numbers that stand too close would cover each other: the next one then stands a little further right.
  let free = LEFT;
  for (const { id, draw } of STATES) {
    const count = strip.counts.get(id) ?? 0;
    if (count === 0) continue;
    const width = (count / most) * STRIP;
    const words = String(count);
    const middle = Math.max(x + width / 2, free + widthOf(words) / 2);
    parts.push(
      draw({ x, y: y + 14, width: Math.max(1, width - 1), height: 18 }),
      text(middle, y + 9, words, { fill: INK_2, anchor: 'middle' }),
    );
    free = middle + widthOf(words) / 2 + 4;
    x += width;
  }
  const total = totalOf(strip);
  return [...parts, text(x + 8, y + 27, `of ${round(total)}`, { fill: INK_3 })];
}

function altOf(title: string, strips: readonly ObligationStrip[]): string {
  const rows = strips.map((strip) => {
    const said = STATES.map(({ id, title: state }) => `${strip.counts.get(id) ?? 0} ${state}`).join(', ');
    return `${strip.name}: ${said}, of ${totalOf(strip)}.`;
  });
  return `${title}. ${rows.join(' ')}`;
}
