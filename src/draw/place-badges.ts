/** Puts the badge of each line on it: over no node, title or other badge, and over other lines only where there is no other way. */
import { grown, rectAround, type Point, type Rect } from './geometry.js';
import { SpotGrid } from './spot-grid.js';

export const BADGE_HEIGHT = 15;
/** Places on a line that are looked at. */
const MOST_PLACES = 60;
/** Between badges, and between a badge and a node. */
const AIR = 2;
/** The dot at the end of a leader. */
const ANCHOR = 6;
/** What it costs to cover a point of another line, in steps away from the middle. */
const COST_OF_LINE = 4;
/** More points of other lines are no worse than so many. */
const CROWDED = 24;
/** How far from its line a badge may stand if there is no room on it. */
const ASIDE = [16, 26, 38, 54, 74, 98, 140, 200];

export interface PlacedBadge {
  readonly rect: Rect;
  /** Where it belongs to the line; differs from its middle if it stands aside. */
  readonly anchor: Point;
  readonly isAside: boolean;
}

export interface BadgeInput {
  /** Points of each line, from end to end. */
  readonly paths: readonly (readonly Point[])[];
  /** The same points, by where they are. */
  readonly along: SpotGrid;
  readonly widths: readonly number[];
  /** Nodes and titles. */
  readonly taken: readonly Rect[];
  readonly bounds: Rect;
}

interface Candidate {
  readonly rect: Rect;
  readonly anchor: Point;
  readonly cost: number;
  readonly isAside: boolean;
}

/** @returns the badges, in the order of the lines */
export function placeBadges(input: BadgeInput): readonly PlacedBadge[] {
  const { paths } = input;
  const taken = new SpotGrid();
  for (const rect of input.taken) taken.addRect(rect);
  const onLine = paths.map((path, at) => candidatesOn(path, at, input, taken));
  const placed: (PlacedBadge | undefined)[] = paths.map(() => undefined);
  // Who has the least choice goes first.
  const order = paths.map((_, at) => at).toSorted((a, b) => count(onLine[a]) - count(onLine[b]) || a - b);
  for (const at of order) {
    const best = cheapestFree(onLine[at] ?? [], taken) ?? placeAside(paths[at] ?? [], at, input, taken);
    const chosen = best ?? onTop(paths[at] ?? [], input.widths[at] ?? 0);
    taken.addRect(chosen.rect);
    // Where its leader ends must be seen too.
    if (chosen.isAside) taken.addRect(rectAround(chosen.anchor, ANCHOR, ANCHOR));
    placed[at] = chosen;
  }
  return placed.map((badge) => {
    if (!badge) throw new Error('A line has no badge.');
    return badge;
  });
}

function count(list: readonly unknown[] | undefined): number {
  return list?.length ?? 0;
}

/** All places on the line itself that are free of nodes and titles, the middle first. */
function candidatesOn(path: readonly Point[], line: number, input: BadgeInput, taken: SpotGrid): readonly Candidate[] {
  const width = input.widths[line] ?? 0;
  return spread(path).flatMap(([anchor, at]): readonly Candidate[] => {
    const rect = rectAround(anchor, width, BADGE_HEIGHT);
    if (taken.touches(grown(rect, AIR))) return [];
    const fromMiddle = Math.abs(at - (path.length - 1) / 2);
    return [
      { rect, anchor, isAside: false, cost: fromMiddle + COST_OF_LINE * input.along.othersIn(rect, line, CROWDED) },
    ];
  });
}

/** Inner points of a path; of a long one so many, evenly, that a large picture stays quick. */
function spread(path: readonly Point[]): readonly (readonly [point: Point, at: number])[] {
  const every = Math.max(1, Math.floor(path.length / MOST_PLACES));
  const first = Math.max(1, Math.floor((path.length - 1) / 2) % every);
  return path.flatMap((point, at) =>
    at > 0 && at < path.length - 1 && at % every === first % every ? [[point, at] as const] : [],
  );
}

/** The nearest places beside the line at which one is free; among equally near ones, where the fewest lines pass. */
function placeAside(path: readonly Point[], line: number, input: BadgeInput, taken: SpotGrid): Candidate | undefined {
  const width = input.widths[line] ?? 0;
  const anchors = spread(path).filter(([anchor]) => !taken.touches(rectAround(anchor, ANCHOR, ANCHOR)));
  for (const off of ASIDE) {
    const free = anchors.flatMap(([anchor, at]) =>
      [off, -off].flatMap((signed): readonly Candidate[] => {
        const rect = rectAround(besideOf(path, at, signed), width, BADGE_HEIGHT);
        if (leaves(rect, input.bounds) || taken.touches(grown(rect, AIR))) return [];
        const fromMiddle = Math.abs(at - (path.length - 1) / 2);
        const cost = fromMiddle + COST_OF_LINE * input.along.othersIn(rect, -1, CROWDED);
        return [{ rect, anchor, cost, isAside: true }];
      }),
    );
    const [best] = free.toSorted((a, b) => a.cost - b.cost);
    if (best) return best;
  }
  return undefined;
}

/** A point so far from the path, at a right angle to it. */
function besideOf(path: readonly Point[], at: number, off: number): Point {
  const here = path[at] ?? { x: 0, y: 0 };
  const [before = here, after = here] = [path[at - 1], path[at + 1]];
  const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
  return { x: here.x - ((after.y - before.y) / length) * off, y: here.y + ((after.x - before.x) / length) * off };
}

function leaves(rect: Rect, bounds: Rect): boolean {
  return rect.left < bounds.left || rect.right > bounds.right || rect.top < bounds.top || rect.bottom > bounds.bottom;
}

function cheapestFree(candidates: readonly Candidate[], taken: SpotGrid): Candidate | undefined {
  return candidates.toSorted((a, b) => a.cost - b.cost).find(({ rect }) => !taken.touches(grown(rect, AIR)));
}

/** Nowhere is room, which only a crowd of lines brings about: the badge stays on its line, and the overlap is counted. */
function onTop(path: readonly Point[], width: number): PlacedBadge {
  const anchor = path[Math.floor(path.length / 2)] ?? { x: 0, y: 0 };
  return { rect: rectAround(anchor, width, BADGE_HEIGHT), anchor, isAside: false };
}

/** @returns how many badges lie over another badge, a node or a title */
export function overlapsOf(badges: readonly PlacedBadge[], taken: readonly Rect[]): number {
  const around = new SpotGrid();
  for (const rect of taken) around.addRect(rect);
  return badges.filter(({ rect }) => {
    const isOver = around.touches(rect);
    around.addRect(rect);
    return isOver;
  }).length;
}
