/** Points, rectangles and curves of a picture, in its units; y grows downwards. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Cubic Bézier pieces: a start, then three points for each piece. */
export type Curve = readonly Point[];

export function rectAround(centre: Point, width: number, height: number): Rect {
  return {
    left: centre.x - width / 2,
    top: centre.y - height / 2,
    right: centre.x + width / 2,
    bottom: centre.y + height / 2,
  };
}

export function grown(rect: Rect, by: number): Rect {
  return { left: rect.left - by, top: rect.top - by, right: rect.right + by, bottom: rect.bottom + by };
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function contains(rect: Rect, { x, y }: Point): boolean {
  return x > rect.left && x < rect.right && y > rect.top && y < rect.bottom;
}

export function isInside(inner: Rect, outer: Rect): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}

export function centreOf(rect: Rect): Point {
  return { x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** @returns points along the curve, about so far apart, ends included */
export function samples(curve: Curve, apart: number): readonly Point[] {
  const [start] = curve;
  if (!start) return [];
  const points: Point[] = [start];
  for (let at = 0; at + 3 < curve.length; at += 3) {
    const piece = curve.slice(at, at + 4);
    const steps = Math.max(1, Math.ceil(lengthOfPiece(piece) / apart));
    for (let step = 1; step <= steps; step++) points.push(pointOn(piece, step / steps));
  }
  return points;
}

/** Of the polygon of its control points: never shorter than the curve. */
function lengthOfPiece(piece: readonly Point[]): number {
  return piece.slice(1).reduce((sum, point, at) => sum + distance(point, piece[at] ?? point), 0);
}

function pointOn(piece: readonly Point[], t: number): Point {
  let points = piece;
  while (points.length > 1) {
    points = points.slice(1).map((point, at) => between(points[at] ?? point, point, t));
  }
  return points[0] ?? { x: 0, y: 0 };
}

function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}
