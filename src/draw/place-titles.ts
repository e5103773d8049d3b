/** Puts the title of each box on its upper edge, where the fewest lines pass. */
import { contains, type Point, type Rect } from './geometry.js';
import type { SpotGrid } from './spot-grid.js';

const TITLE_HEIGHT = 16;
const INDENT = 8;
const STEP = 12;
const MOST_PLACES = 60;

/**
 * @param widths of the titles, in the order of the boxes
 * @param along points of all lines
 * @returns the ground of each title
 */
export function placeTitles(boxes: readonly Rect[], widths: readonly number[], along: SpotGrid): readonly Rect[] {
  return boxes.map((box, at) => {
    const band = { left: box.left, right: box.right, top: box.top, bottom: box.top + TITLE_HEIGHT + 4 };
    const inBand = along.pointsIn(band).map((one) => one.point);
    return bestPlace(box, widths[at] ?? 0, inBand);
  });
}

/** From left to right, the first place that no line touches; else the one that the fewest touch. */
function bestPlace(box: Rect, width: number, inBand: readonly Point[]): Rect {
  let best: { place: Rect; touched: number } | undefined;
  const last = Math.max(box.left + INDENT, box.right - INDENT - width);
  const step = Math.max(STEP, (last - box.left) / MOST_PLACES);
  for (let left = box.left + INDENT; left <= last; left += step) {
    const place = { left, top: box.top + 3, right: left + width, bottom: box.top + 3 + TITLE_HEIGHT };
    const touched = inBand.filter((point) => contains(place, point)).length;
    if (touched === 0) return place;
    if (!best || touched < best.touched) best = { place, touched };
  }
  if (!best) throw new Error('A box has no place for its title.');
  return best.place;
}
