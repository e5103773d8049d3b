/** Moves nodes to where a person pinned them, draws the boxes around them anew, and has the lines led again. */
import { boxesAround } from './boxes-around.js';
import { grown, isInside, overlap, rectAround, samples, type Curve, type Point, type Rect } from './geometry.js';
import type { Engine } from './graphviz.js';
import type { NodeSize } from './node-size.js';
import { pinnedDotText, TITLE_ROOM } from './dot-text.js';
import type { Picture } from './picture.js';
import { readPlaces, type Places } from './read-layout.js';
import type { Positions } from './positions.js';

export interface PinInput {
  readonly picture: Picture;
  readonly places: Places;
  readonly nodeSizes: readonly NodeSize[];
  readonly titleWidths: readonly number[];
  readonly positions: Positions;
  readonly engine: Engine;
}

/** `refusals`: why the positions were not used; then the picture is drawn as if there were none. */
export type Pinned =
  { readonly ok: true; readonly places: Places } | { readonly ok: false; readonly refusals: readonly string[] };

const AIR = 8;
const MARGIN = 10;
/** Between lines that would lie on one another. */
const LINE_GAP = 16;
const MOST_REFUSALS = 5;

export function pinNodes(input: PinInput): Pinned {
  const { picture, nodeSizes, engine } = input;
  const centres = picture.nodes.map(
    (node, at) => input.positions.get(node.id) ?? input.places.nodes[at] ?? { x: 0, y: 0 },
  );
  const nodes = centres.map((centre, at) => rectAround(centre, nodeSizes[at]?.width ?? 0, nodeSizes[at]?.height ?? 0));
  const boxes = boxesOf(input, nodes);
  const refusals = [...overlaps(picture, nodes), ...strangers(picture, nodes, boxes), ...mixed(picture, boxes)];
  if (refusals.length > 0) return { ok: false, refusals: refusals.slice(0, MOST_REFUSALS) };
  const routed = route(input, centres, engine);
  if (!routed) return { ok: false, refusals: ['The lines could not be led between the pinned nodes.'] };
  return { ok: true, places: moved({ ...routed, boxes }, nodes, boxes) };
}

/** From the inside outwards: around what is in it, with room for the title. */
function boxesOf({ picture, titleWidths }: PinInput, nodes: readonly Rect[]): readonly Rect[] {
  const rects = new Map<string, Rect>();
  picture.boxes.toReversed().forEach((box) => {
    const at = picture.boxes.indexOf(box);
    const inside = [
      ...picture.nodes.flatMap((node, index) => (node.box === box.id ? [nodes[index]] : [])),
      ...picture.boxes.filter((other) => other.parent === box.id).map((other) => rects.get(other.id)),
    ].filter((rect) => rect !== undefined);
    const around = grown(hull(inside), MARGIN);
    const right = Math.max(around.right, around.left + (titleWidths[at] ?? 0) + 2 * MARGIN);
    rects.set(box.id, { ...around, right, top: around.top - TITLE_ROOM });
  });
  return picture.boxes.map((box) => rects.get(box.id) ?? { left: 0, top: 0, right: 0, bottom: 0 });
}

function hull(rects: readonly Rect[]): Rect {
  return {
    left: Math.min(...rects.map((rect) => rect.left)),
    top: Math.min(...rects.map((rect) => rect.top)),
    right: Math.max(...rects.map((rect) => rect.right)),
    bottom: Math.max(...rects.map((rect) => rect.bottom)),
  };
}

function overlaps({ nodes }: Picture, rects: readonly Rect[]): readonly string[] {
  return nodes.flatMap((node, at) =>
    nodes
      .slice(at + 1)
      .filter((_, later) => overlap(grown(rects[at] ?? NOWHERE, AIR), rects[at + 1 + later] ?? NOWHERE))
      .map((other) => `${node.id} and ${other.id} lie over one another.`),
  );
}

const NOWHERE: Rect = { left: 0, top: 0, right: 0, bottom: 0 };

/** A node inside a boundary to which it does not belong would be a false statement. */
function strangers(picture: Picture, nodes: readonly Rect[], boxes: readonly Rect[]): readonly string[] {
  const around = boxesAround(picture);
  return picture.nodes.flatMap((node, at) =>
    picture.boxes
      .filter(
        (box, index) =>
          !(around.get(node.id) ?? []).includes(box.id) && overlap(nodes[at] ?? NOWHERE, boxes[index] ?? NOWHERE),
      )
      .map((box) => `${node.id} would stand in ${box.id}, to which it does not belong.`),
  );
}

/** Boxes lie in one another or apart. */
function mixed({ boxes }: Picture, rects: readonly Rect[]): readonly string[] {
  return boxes.flatMap((box, at) =>
    boxes.slice(at + 1).flatMap((other, later) => {
      const [a, b] = [rects[at] ?? NOWHERE, rects[at + 1 + later] ?? NOWHERE];
      const isNested = isWithin(other.id, box.id, boxes) && isInside(b, a);
      return isNested || !overlap(a, b) ? [] : [`${box.id} and ${other.id} would lie over one another.`];
    }),
  );
}

function isWithin(inner: string, outer: string, boxes: Picture['boxes']): boolean {
  for (let at = boxes.find((box) => box.id === inner); at; at = boxes.find((box) => box.id === at?.parent)) {
    if (at.parent === outer) return true;
  }
  return false;
}

function route({ picture, nodeSizes }: PinInput, centres: readonly Point[], engine: Engine): Places | undefined {
  const json = engine(pinnedDotText(picture, nodeSizes, centres), 'nop');
  if (json === undefined) return undefined;
  const counts = { nodes: picture.nodes.length, boxes: 0, lines: picture.lines.length };
  const places = readPlaces(json, counts);
  if (!places) return undefined;
  // Graphviz moves everything so that it begins at nothing; back to where it was pinned.
  const [first, wanted] = [places.nodes[0], centres[0]];
  const by = first && wanted ? { x: wanted.x - first.x, y: wanted.y - first.y } : { x: 0, y: 0 };
  const lines = places.lines.map((curve) => curve.map((point) => ({ x: point.x + by.x, y: point.y + by.y })));
  return { ...places, nodes: centres, lines: setApart(picture, lines) };
}

/** Lines between the same two nodes are led alike: each is bent a little to its own side. */
function setApart(picture: Picture, curves: readonly Curve[]): readonly Curve[] {
  const groups = new Map<string, number[]>();
  picture.lines.forEach((line, at) => {
    const key = line.from < line.to ? `${line.from} ${line.to}` : `${line.to} ${line.from}`;
    groups.set(key, [...(groups.get(key) ?? []), at]);
  });
  return curves.map((curve, at) => {
    const line = picture.lines[at];
    const group = [...groups.values()].find((one) => one.includes(at)) ?? [at];
    const side = (group.indexOf(at) - (group.length - 1) / 2) * LINE_GAP;
    const isForward = line !== undefined && line.from < line.to;
    return side === 0 ? curve : bent(curve, isForward ? side : -side);
  });
}

function bent(curve: Curve, by: number): Curve {
  const [start, end] = [curve[0], curve.at(-1)];
  if (!start || !end) return curve;
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const across = { x: -((end.y - start.y) / length) * by, y: ((end.x - start.x) / length) * by };
  return curve.map((point, at) =>
    at === 0 || at === curve.length - 1 ? point : { x: point.x + across.x, y: point.y + across.y },
  );
}

/** Everything begins at nothing again, with what stands furthest left and up. */
function moved(places: Places, nodes: readonly Rect[], boxes: readonly Rect[]): Places {
  const points = places.lines.flatMap((curve) => samples(curve, 20));
  const all = hull([...nodes, ...boxes, ...points.map((point) => rectAround(point, 2, 2))]);
  const shift = (point: Point): Point => ({ x: point.x - all.left, y: point.y - all.top });
  return {
    width: all.right - all.left,
    height: all.bottom - all.top,
    nodes: places.nodes.map(shift),
    boxes: boxes.map((rect) => ({
      left: rect.left - all.left,
      right: rect.right - all.left,
      top: rect.top - all.top,
      bottom: rect.bottom - all.top,
    })),
    lines: places.lines.map((curve) => curve.map(shift)),
  };
}
