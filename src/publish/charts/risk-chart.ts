/** Two matrices of the same size: where each threat stands before control, and where it is claimed to stand after. */
import type { Method } from '../../packs/index.js';
import { AMBER, box, chart, INK, INK_2, INK_3, line, LINE, round, text, widthOf, type Chart } from './svg.js';

export interface PlacedThreat {
  readonly id: string;
  readonly likelihood: string;
  readonly severity: string;
  /** As it counts, such as one level up where many patients are reached. */
  readonly level: string;
  readonly reachesMany: boolean;
  /** After control: every control is proven. */
  readonly isProven: boolean;
}

export interface RiskChart {
  readonly device: string;
  readonly method: Method;
  readonly of: number;
  readonly before: readonly PlacedThreat[];
  readonly after: readonly PlacedThreat[];
}

const GAP = 40;
const LEFT = 36;
const SIDE = 404;
const WIDTH = LEFT + SIDE + GAP + SIDE + 16;
const TOP = 48;
const LINE_HEIGHT = 15;
const MOST_LINES = 12;

interface Grid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly heights: readonly number[];
  readonly cellWidth: number;
  /** Ids in a line of a cell. */
  readonly perLine: number;
  readonly label: (id: string) => string;
}

export function riskChart(asked: RiskChart): Chart {
  const grid = gridOf(asked);
  const bottom = TOP + grid.heights.reduce((sum, height) => sum + height, 0);
  const title = `${asked.device}: security risk before and after control`;
  const second = LEFT + SIDE + GAP;
  const parts = [
    ...rowNames(grid),
    ...matrix(asked.before, asked, grid, { x: LEFT, title: 'Before control', isAfter: false }),
    ...matrix(asked.after, asked, grid, { x: second, title: 'After control', isAfter: true }),
    text(LEFT + SIDE, bottom + 34, 'severity of harm →', { fill: INK_3, anchor: 'end' }),
    text(second + SIDE, bottom + 34, 'severity of harm →', { fill: INK_3, anchor: 'end' }),
    ...legend(asked, grid).map((words, at) => text(LEFT, bottom + 56 + at * 17, words, { fill: INK_3 })),
  ];
  return chart({ title, alt: altOf(title, asked), width: WIDTH, height: bottom + 82 }, parts);
}

function gridOf({ method, before, after }: RiskChart): Grid {
  const steps = method.steps ?? method.likelihood;
  const rows = steps?.map(({ id }) => id) ?? Object.keys(method.matrix);
  const columns = method.severity.map(({ id }) => id);
  const label = labelsOf([...before, ...after].map(({ id }) => id));
  const cellWidth = SIDE / Math.max(1, columns.length);
  const widest = Math.max(...[...before, ...after].map(({ id }) => widthOf(`${label(id)}↑`)), 18);
  const perLine = Math.max(1, Math.floor((cellWidth - 10) / (widest + 5)));
  const heights = rows.map((row) => {
    const most = Math.max(
      ...[before, after].flatMap((all) => columns.map((column) => inCell(all, row, column).length)),
      0,
    );
    return Math.max(46, Math.min(MOST_LINES, Math.ceil(most / perLine)) * LINE_HEIGHT + 24);
  });
  return { rows, columns, heights, cellWidth, perLine, label };
}

/** `TH-07` is short as `07` where all begin alike. */
function labelsOf(ids: readonly string[]): (id: string) => string {
  const prefix = /^[A-Z]{1,6}-(?=\d+$)/.exec(ids[0] ?? '')?.[0] ?? '';
  const isShared = prefix !== '' && ids.every((id) => id.startsWith(prefix) && /^\d+$/.test(id.slice(prefix.length)));
  return (id) => (isShared ? id.slice(prefix.length) : id);
}

function inCell(threats: readonly PlacedThreat[], row: string, column: string): readonly PlacedThreat[] {
  return threats.filter(({ likelihood, severity }) => likelihood === row && severity === column);
}

function rowNames({ rows, heights }: Grid): readonly string[] {
  let y = TOP;
  return rows.map((row, at) => {
    const height = heights[at] ?? 0;
    y += height;
    return text(LEFT - 6, y - height / 2 + 4, row, { fill: INK_3, anchor: 'end' });
  });
}

interface Place {
  readonly x: number;
  readonly title: string;
  readonly isAfter: boolean;
}

function matrix(
  threats: readonly PlacedThreat[],
  { method }: RiskChart,
  grid: Grid,
  { x, title, isAfter }: Place,
): readonly string[] {
  const parts = [
    text(x, 16, title, { size: 14, bold: true }),
    text(x, 38, `↑ ${method.steps ? 'exploitability' : 'likelihood'}`, { fill: INK_3 }),
    ...counts(threats, method, x, isAfter),
  ];
  const marks: string[] = [];
  let y = TOP;
  for (const [at, row] of grid.rows.entries()) {
    const height = grid.heights[at] ?? 0;
    for (const [column, severity] of grid.columns.entries()) {
      const level = method.matrix[row]?.[column] ?? '';
      const cell = { x: x + column * grid.cellWidth, y, width: grid.cellWidth, height };
      const here = inCell(threats, row, severity);
      const shown = here.some(({ isProven }) => !isAfter || isProven) ? lookOf(level, method) : EMPTY;
      parts.push(
        box(cell, shown.fill, ` stroke="${LINE}"`),
        text(cell.x + cell.width - 6, y + height - 7, level, { fill: shown.quiet, anchor: 'end' }),
      );
      marks.push(...ids(here, cell, grid, shown, isAfter));
    }
    y += height;
  }
  const heads = grid.columns.map((severity, column) =>
    text(x + (column + 0.5) * grid.cellWidth, y + 17, severity, { fill: INK_3, anchor: 'middle' }),
  );
  return [...parts, ...edges(method, grid, x), ...marks, ...heads];
}

interface Look {
  readonly fill: string;
  readonly ink: string;
  readonly quiet: string;
}

const EMPTY: Look = { fill: '#ffffff', ink: INK, quiet: INK_3 };
const STEPS: readonly Look[] = [
  { fill: '#eceff2', ink: INK, quiet: INK_2 },
  { fill: '#c6cfd7', ink: INK, quiet: INK },
  { fill: '#5c6a78', ink: '#ffffff', quiet: '#ffffff' },
  { fill: '#212b35', ink: '#ffffff', quiet: '#ffffff' },
];

/** The first level is plain and the last darkest, however many there are. */
function lookOf(level: string, { accept }: Method): Look {
  const rank = accept.findIndex((one) => one.level === level);
  if (rank < 0) return EMPTY;
  return STEPS[Math.round((rank * (STEPS.length - 1)) / Math.max(1, accept.length - 1))] ?? EMPTY;
}

type Cell = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function ids(
  threats: readonly PlacedThreat[],
  cell: Cell,
  grid: Grid,
  look: Look,
  isAfter: boolean,
): readonly string[] {
  const most = MOST_LINES * grid.perLine;
  const shown = threats.length > most ? threats.slice(0, most - 1) : threats;
  const step = (cell.width - 8) / grid.perLine;
  const labels = shown.map((threat, at) => {
    const [x, y] = [cell.x + 6 + (at % grid.perLine) * step, cell.y + 16 + Math.floor(at / grid.perLine) * LINE_HEIGHT];
    const words = `${grid.label(threat.id)}${threat.reachesMany ? '↑' : ''}`;
    const isClaimed = isAfter && !threat.isProven;
    return (isClaimed ? dashed(x, y, words) : '') + text(x, y, words, { fill: isClaimed ? INK : look.ink });
  });
  if (shown.length === threats.length) return labels;
  return [
    ...labels,
    text(cell.x + 6, cell.y + cell.height - 7, `+ ${threats.length - shown.length} more`, { fill: look.ink }),
  ];
}

/** Only claimed: a dashed edge, and no shade of its level. */
function dashed(x: number, y: number, words: string): string {
  const at = { x: x - 2.5, y: y - 11, width: widthOf(words) + 4, height: 14 };
  return box(at, '#ffffff', ` stroke="${AMBER}" stroke-dasharray="3 2"`);
}

/** A line where the level changes. */
function edges({ matrix: levels }: Method, grid: Grid, left: number): readonly string[] {
  const d: string[] = [];
  let y = TOP;
  for (const [at, row] of grid.rows.entries()) {
    const height = grid.heights[at] ?? 0;
    for (const column of grid.columns.keys()) {
      const own = levels[row]?.[column];
      const x = left + column * grid.cellWidth;
      if (column > 0 && levels[row]?.[column - 1] !== own) d.push(`M${round(x)} ${round(y)}v${round(height)}`);
      const above = levels[grid.rows[at - 1] ?? '']?.[column];
      if (at > 0 && above !== own) d.push(`M${round(x)} ${round(y)}h${round(grid.cellWidth)}`);
    }
    y += height;
  }
  return d.length === 0 ? [] : [line(d.join(''), INK_3)];
}

interface LevelCount {
  readonly level: string;
  readonly count: number;
}

function levelCounts(threats: readonly PlacedThreat[], { accept }: Method): readonly LevelCount[] {
  return accept
    .map(({ level }) => ({ level, count: threats.filter((threat) => threat.level === level).length }))
    .toReversed();
}

/** From the right: how many stand at each level, and how many are only claimed. */
function counts(threats: readonly PlacedThreat[], method: Method, left: number, isAfter: boolean): readonly string[] {
  const proven = isAfter ? threats.filter(({ isProven }) => isProven) : threats;
  const claimed = threats.length - proven.length;
  const parts: string[] = [];
  let right = left + SIDE;
  if (isAfter) {
    const words = `${claimed} not proven`;
    parts.push(text(right, 37, words, { fill: INK_2, anchor: 'end' }));
    right -= widthOf(words) + 4;
    parts.push(
      box({ x: right - 14, y: 25, width: 15, height: 15 }, '#ffffff', ` stroke="${AMBER}" stroke-dasharray="3 2"`),
    );
    right -= 28;
  }
  for (const { level, count } of levelCounts(proven, method).toReversed()) {
    const look = lookOf(level, method);
    const chip = Math.max(16, widthOf(level) + 6);
    parts.push(text(right, 37, String(count), { fill: INK_2, anchor: 'end' }));
    right -= widthOf(String(count)) + 5 + chip;
    parts.push(
      box({ x: right, y: 24.5, width: chip, height: 16 }, look.fill),
      text(right + chip / 2, 37, level, { fill: look.ink, bold: true, anchor: 'middle' }),
    );
    right -= 14;
  }
  return parts;
}

function legend({ before, after, method }: RiskChart, grid: Grid): readonly string[] {
  const [first] = before.length > 0 ? before : after;
  const short = first && grid.label(first.id) !== first.id ? `Numbers stand for ${first.id} and so on. ` : '';
  const many = (method.multiPatient ?? 0) > 0 ? '↑ reaches many patients: counts a level up. ' : '';
  const claimed = 'Dashed: a control has no passed, current test, so that the threat counts as before.';
  return [`${short}${many}`.trim(), claimed].filter((words) => words !== '');
}

function altOf(title: string, { of, before, after, method }: RiskChart): string {
  const said = (threats: readonly PlacedThreat[]): string =>
    levelCounts(threats, method)
      .map(({ level, count }) => `${level} ${count}`)
      .join(', ');
  const proven = after.filter(({ isProven }) => isProven);
  const claimed = after.filter(({ isProven }) => !isProven).map(({ id }) => id);
  const not =
    claimed.length === 0 ? 'none is only claimed' : `${claimed.length} claimed, not proven (${claimed.join(', ')})`;
  const unrated = `${of - before.length} of ${of} not rated before, ${of - after.length} not rated after`;
  return `${title}. ${of} threats; ${unrated}. Before control: ${said(before)}. After proven control: ${said(proven)}; ${not}. ${places(before, 'Before')} ${places(after, 'After')}`;
}

function places(threats: readonly PlacedThreat[], when: string): string {
  const list = threats.map(({ id, likelihood, severity, level }) => `${id} ${likelihood} ${severity} ${level}`);
  return list.length === 0 ? '' : `${when}: ${list.join('; ')}.`;
}
