/** Compares arrangements of the same picture: in points of type, so that each fault has a price in legibility. */
import { boxesAround } from './boxes-around.js';
import { grown, samples } from './geometry.js';
import type { NodeSize } from './node-size.js';
import { fitOn, PAGES, SMALLEST_POINTS, type Page } from './page-fit.js';
import type { Picture } from './picture.js';
import { nodeRect, type LabelFaults } from './place-labels.js';
import type { Places } from './read-layout.js';
import { SpotGrid } from './spot-grid.js';

/** What it is worth that one sheet is enough. */
const READABLE = 1;
const COST_OVER_NODE = 1;
const COST_THROUGH_BOX = 0.15;
const COSTS: Readonly<Record<keyof LabelFaults, number>> = {
  overlapping: 10,
  aside: 0.5,
  hiding: 0.3,
  crossedTitles: 0.1,
};

/**
 * A line that runs over a node that is none of its ends, or through a boundary that it does not cross, makes the picture say what
 * is not so.
 */
export function scoreOfPlaces(picture: Picture, nodeSizes: readonly NodeSize[], places: Places): number {
  const nodes = new SpotGrid();
  picture.nodes.forEach((_, at) => nodes.addRect(grown(nodeRect(places, nodeSizes, at), 2), at));
  const boxes = new SpotGrid();
  places.boxes.forEach((rect, at) => boxes.addRect(rect, at));
  const around = boxesAround(picture);
  let misled = 0;
  picture.lines.forEach((line, at) => {
    const path = samples(places.lines[at] ?? [], 8);
    const own = new Set([...(around.get(line.from) ?? []), ...(around.get(line.to) ?? [])]);
    const over = new Set(path.flatMap((point) => nodes.ownersAt(point)).map((owner) => picture.nodes[owner]?.id ?? ''));
    const through = new Set(
      path.flatMap((point) => boxes.ownersAt(point)).map((owner) => picture.boxes[owner]?.id ?? ''),
    );
    if ([...over].some((id) => id !== line.from && id !== line.to)) misled += COST_OVER_NODE;
    misled += COST_THROUGH_BOX * [...through].filter((id) => !own.has(id)).length;
  });
  return scoreOfSize(places) - misled;
}

/** The larger the text on A4 the better; whether it can be read at all, on A4 or on A3, counts most. */
function scoreOfSize({ width, height }: Places): number {
  const points = (page: Page): number => fitOn(page, width, height).points;
  const onA4 = Math.max(...PAGES.filter((page) => page.id !== 'a3-landscape').map(points));
  const onAny = Math.max(...PAGES.map(points));
  return onA4 + (onA4 >= SMALLEST_POINTS ? READABLE : 0) + (onAny >= SMALLEST_POINTS ? READABLE : 0);
}

export function costOfLabels(faults: LabelFaults): number {
  return (Object.keys(COSTS) as (keyof LabelFaults)[]).reduce((sum, fault) => sum + COSTS[fault] * faults[fault], 0);
}
