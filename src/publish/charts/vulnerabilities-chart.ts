/** Vulnerabilities and findings by their age, each bar cut by state: what is open is dark, what is done is pale. */
import { dotted, GREEN, legend, outlined, strip, striped, type Look } from './strip.js';
import { box, chart, INK, LINE, LINE_2, line, text, type Chart } from './svg.js';

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

/** Told apart without colour: solid, striped, dotted edge, pale, empty. */
const LOOKS: Readonly<Record<VulnerabilityState, Look['draw']>> = {
  open: (at) => box(at, RED),
  'put off': (at) => striped(at, RED, 0.4),
  accepted: dotted,
  fixed: (at) => outlined(at, GREEN, '#d7eadd'),
  'not affected': (at) => outlined(at, LINE_2, LINE),
};

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
    ...legend(VULNERABILITY_STATES.map((state) => ({ title: state, draw: LOOKS[state] }))),
    line(`M${LEFT} ${TOP}V${bottom - 4}`, LINE_2),
    ...AGE_BANDS.flatMap((band, at) => row(band, ages, TOP + at * ROW, most)),
  ];
  return chart({ title, alt: altOf(title, ages), width: WIDTH, height: bottom }, parts);
}

function row(band: AgeBand, ages: Ages, y: number, most: number): readonly string[] {
  const parts = VULNERABILITY_STATES.map((state) => ({ draw: LOOKS[state], count: countIn(ages, band, state) }));
  return [
    text(LEFT - 12, y + 28, band, { fill: INK, anchor: 'end' }),
    ...strip(parts, { x: LEFT, y: y + 15, unit: STRIP / most }),
  ];
}

function altOf(title: string, ages: Ages): string {
  const rows = AGE_BANDS.map((band) => {
    const said = VULNERABILITY_STATES.map((state) => `${countIn(ages, band, state)} ${state}`).join(', ');
    return `${band}: ${said}, of ${countIn(ages, band)}.`;
  });
  return `${title}. ${rows.join(' ')}`;
}
