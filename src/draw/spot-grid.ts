/** Finds what lies in a rectangle without looking at everything: rectangles and points by the squares they fall into. */
import { contains, overlap, type Point, type Rect } from './geometry.js';

const SQUARE = 64;
/** Points lie closer than rectangles. */
const POINT_SQUARE = 16;
/** Larger rectangles than so many squares are kept apart, so that a boundary around everything costs no more than a node. */
const MANY_SQUARES = 400;

interface OwnedRect {
  readonly rect: Rect;
  readonly owner: number;
}

interface OwnedPoint {
  readonly point: Point;
  readonly owner: number;
}

export class SpotGrid {
  readonly #rects = new Map<number, OwnedRect[]>();
  readonly #large: OwnedRect[] = [];
  readonly #points = new Map<number, OwnedPoint[]>();

  addRect(rect: Rect, owner = -1): void {
    const keys = squaresOf(rect, SQUARE);
    if (keys.length > MANY_SQUARES) this.#large.push({ rect, owner });
    else for (const key of keys) push(this.#rects, key, { rect, owner });
  }

  addPoint(point: Point, owner: number): void {
    push(this.#points, squareAt(point, POINT_SQUARE), { point, owner });
  }

  /** Whether a rectangle that was added overlaps. */
  touches(rect: Rect): boolean {
    const isHit = (other: OwnedRect): boolean => overlap(rect, other.rect);
    return this.#large.some(isHit) || squaresOf(rect, SQUARE).some((key) => this.#rects.get(key)?.some(isHit) ?? false);
  }

  /** Owners of the rectangles in which the point lies. */
  ownersAt(point: Point): readonly number[] {
    const near = [...this.#large, ...(this.#rects.get(squareAt(point, SQUARE)) ?? [])];
    return near.filter((one) => contains(one.rect, point)).map((one) => one.owner);
  }

  /** How many points inside belong to somebody else; where it is crowded, the limit is enough to know. */
  othersIn(rect: Rect, owner: number, limit: number): number {
    let count = 0;
    for (const key of squaresOf(rect, POINT_SQUARE)) {
      for (const one of this.#points.get(key) ?? []) {
        if (one.owner !== owner && contains(rect, one.point) && ++count >= limit) return count;
      }
    }
    return count;
  }

  /** The points inside, each with its owner. */
  pointsIn(rect: Rect): readonly OwnedPoint[] {
    return squaresOf(rect, POINT_SQUARE)
      .flatMap((key) => this.#points.get(key) ?? [])
      .filter((one) => contains(rect, one.point));
  }
}

function push<T>(lists: Map<number, T[]>, key: number, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function squaresOf(rect: Rect, size: number): readonly number[] {
  const keys: number[] = [];
  for (let column = Math.floor(rect.left / size); column <= Math.floor(rect.right / size); column++) {
    for (let row = Math.floor(rect.top / size); row <= Math.floor(rect.bottom / size); row++) {
      keys.push(keyOf(column, row));
    }
  }
  return keys;
}

function squareAt({ x, y }: Point, size: number): number {
  return keyOf(Math.floor(x / size), Math.floor(y / size));
}

/** No picture is a hundred thousand squares wide. */
function keyOf(column: number, row: number): number {
  return column * 200_003 + row;
}
