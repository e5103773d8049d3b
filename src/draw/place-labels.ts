/** Puts titles and badges into a laid-out picture, and says how well that went. */
import { contains, grown, rectAround, samples, type Curve, type Point, type Rect } from './geometry.js';
import { widthOf, type Setting } from './measure-text.js';
import type { NodeSize } from './node-size.js';
import type { Picture, PictureLine } from './picture.js';
import { overlapsOf, placeBadges, type PlacedBadge } from './place-badges.js';
import { placeTitles } from './place-titles.js';
import type { Places } from './read-layout.js';
import { SpotGrid } from './spot-grid.js';
import { tagRect } from './change-tag.js';

export const BADGE: Setting = { size: 10, weight: 'regular' };
/** Room for the sign that a badge bears. */
export const SIGN_WIDTH = 13;
/** Units between the points of a line that are looked at: finer than a badge is high, and coarser where there are very many. */
const APART = 5;
const APART_OF_MANY = 14;
/** Units of a line beside its badge: an arrow at each end, and some of the line before it. */
const LEAST_VISIBLE = 32;

export interface Arranged {
  /** What the figure covers; begins a little outside 0 where a badge stands on an outer line. */
  readonly extent: Rect;
  readonly nodes: readonly { readonly rect: Rect; readonly size: NodeSize }[];
  readonly boxes: readonly { readonly rect: Rect; readonly title: string; readonly titleRect: Rect }[];
  readonly lines: readonly { readonly curve: Curve; readonly badge: PlacedBadge }[];
  readonly labels: LabelFaults;
}

/** How many labels are worse than they should be. */
export interface LabelFaults {
  /** Badges over another badge, a node or a title. */
  readonly overlapping: number;
  /** Badges that stand beside their line, with a leader. */
  readonly aside: number;
  /** Badges that hide nearly all of their line. */
  readonly hiding: number;
  /** Titles behind which a line passes: they stand on a ground of their own. */
  readonly crossedTitles: number;
}

export interface LabelInput {
  readonly picture: Picture;
  readonly nodeSizes: readonly NodeSize[];
  readonly places: Places;
  readonly titles: readonly string[];
  readonly titleWidths: readonly number[];
  readonly isLarge: boolean;
}

export function placeLabels(input: LabelInput): Arranged {
  const { picture, nodeSizes, places, titles } = input;
  const nodes = nodeSizes.map((size, at) => ({ size, rect: nodeRect(places, nodeSizes, at) }));
  const paths = places.lines.map((curve) => samples(curve, input.isLarge ? APART_OF_MANY : APART));
  const along = new SpotGrid();
  paths.forEach((path, at) => path.forEach((point) => along.addPoint(point, at)));
  const titleRects = placeTitles(places.boxes, input.titleWidths, along);
  const taken = [...nodes.map((node) => node.rect), ...titleRects, ...tagsOf(picture, nodes, places)];
  const badges = placeBadges({
    paths,
    along,
    widths: picture.lines.map(badgeWidth),
    taken,
    bounds: grown({ left: 0, top: 0, right: places.width, bottom: places.height }, 24),
  });
  return {
    extent: extentOf(places, badges),
    nodes,
    boxes: places.boxes.map((rect, at) => ({ rect, title: titles[at] ?? '', titleRect: titleRects[at] ?? rect })),
    lines: places.lines.map((curve, at) => {
      const badge = badges[at];
      if (!badge) throw new Error('A line has no badge.');
      return { curve, badge };
    }),
    labels: {
      overlapping: overlapsOf(badges, taken),
      aside: badges.filter((badge) => badge.isAside).length,
      hiding: badges.filter((badge, at) => !badge.isAside && isHiding(badge, paths[at] ?? [], input)).length,
      crossedTitles: titleRects.filter((rect) => along.pointsIn(rect).length > 0).length,
    },
  };
}

export function nodeRect(places: Places, nodeSizes: readonly NodeSize[], at: number): Rect {
  const size = nodeSizes[at] ?? { width: 0, height: 0 };
  return rectAround(places.nodes[at] ?? { x: 0, y: 0 }, size.width, size.height);
}

function tagsOf(picture: Picture, nodes: readonly { readonly rect: Rect }[], places: Places): readonly Rect[] {
  return [
    ...picture.nodes.flatMap(({ change }, at) => {
      const rect = nodes[at]?.rect;
      return change && rect ? [tagRect(change, rect)] : [];
    }),
    ...picture.boxes.flatMap(({ change }, at) => {
      const rect = places.boxes[at];
      return change && rect ? [tagRect(change, rect)] : [];
    }),
  ];
}

export function badgeWidth(line: PictureLine): number {
  return widthOf(line.id, BADGE) + 12 + (line.standing === 'unanswered' ? SIGN_WIDTH : 0);
}

/** Too little of the line can be seen beside its badge to follow it. */
function isHiding({ rect }: PlacedBadge, path: readonly Point[], { isLarge }: LabelInput): boolean {
  const visible = path.filter((point) => !contains(rect, point)).length;
  return visible * (isLarge ? APART_OF_MANY : APART) < LEAST_VISIBLE;
}

function extentOf({ width, height }: Places, badges: readonly PlacedBadge[]): Rect {
  const rects = badges.map((badge) => badge.rect);
  return {
    left: rects.reduce((left, rect) => Math.min(left, rect.left - 1), 0),
    top: rects.reduce((top, rect) => Math.min(top, rect.top - 1), 0),
    right: rects.reduce((right, rect) => Math.max(right, rect.right + 1), width),
    bottom: rects.reduce((bottom, rect) => Math.max(bottom, rect.bottom + 1), height),
  };
}
