/** Obligations by state, in one strip for each reason: what is done is solid, what is left stands out less and less filled. */
import { dotted, GREEN, legend, outlined, strip, striped, type Look } from './strip.js';
import { box, chart, INK, INK_2, LINE_2, text, type Chart } from './svg.js';

export interface ObligationStrip {
  /** Such as `Asked by the class`. */
  readonly name: string;
  /** State → how many. */
  readonly counts: ReadonlyMap<string, number>;
}

interface State extends Look {
  readonly id: string;
}

/** In the order of the discs: from met to what nobody can tell. */
const STATES: readonly State[] = [
  { id: 'met', title: 'met', draw: (at) => box(at, GREEN) },
  { id: 'unproven', title: 'not proven', draw: (at) => striped(at, GREEN, 0.62) },
  { id: 'incomplete', title: 'incomplete', draw: (at) => striped(at, GREEN, 0.25) },
  { id: 'missing', title: 'missing', draw: (at) => outlined(at, INK_2) },
  { id: 'unknown', title: 'not known', draw: dotted },
  { id: 'not-due', title: 'not due', draw: (at) => box(at, '#dfe4e8') },
  { id: 'not-applicable', title: 'not applicable', draw: (at) => box(at, LINE_2) },
];

const WIDTH = 880;
const LEFT = 190;
const STRIP = 640;
const ROW = 54;

export function obligationsChart(device: string, strips: readonly ObligationStrip[]): Chart {
  const most = Math.max(1, ...strips.map(totalOf));
  const title = `${device}: obligations by state`;
  const shown = STATES.filter(({ id }) => strips.some(({ counts }) => (counts.get(id) ?? 0) > 0));
  const parts = [...legend(shown), ...strips.flatMap((one, at) => row(one, 42 + at * ROW, most))];
  return chart({ title, alt: altOf(title, strips), width: WIDTH, height: 42 + strips.length * ROW }, parts);
}

function totalOf({ counts }: ObligationStrip): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function row({ name, counts }: ObligationStrip, y: number, most: number): readonly string[] {
  const parts = STATES.map(({ id, draw }) => ({ draw, count: counts.get(id) ?? 0 }));
  return [text(0, y + 27, name, { fill: INK }), ...strip(parts, { x: LEFT, y: y + 14, unit: STRIP / most })];
}

function altOf(title: string, strips: readonly ObligationStrip[]): string {
  const rows = strips.map((one) => {
    const said = STATES.map(({ id, title: state }) => `${one.counts.get(id) ?? 0} ${state}`).join(', ');
    return `${one.name}: ${said}, of ${totalOf(one)}.`;
  });
  return `${title}. ${rows.join(' ')}`;
}
