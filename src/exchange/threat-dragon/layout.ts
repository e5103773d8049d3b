/** Places elements in nested boxes so that each lies wholly in its own: in rows, about as wide as high. */

export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box with what lies in it; an element has no parts. */
export interface Part {
  readonly id: string;
  readonly isBox: boolean;
  readonly parts: readonly Part[];
}

const ELEMENT = { width: 160, height: 80 };
const GAP = 60;

/** @returns the place of each part, in the coordinates of the drawing */
export function placed(parts: readonly Part[]): ReadonlyMap<string, Placed> {
  const places = new Map<string, Placed>();
  place(parts, { x: 0, y: 0 }, places);
  return places;
}

/** @returns the corner at the lower right */
function place(
  parts: readonly Part[],
  start: { x: number; y: number },
  places: Map<string, Placed>,
): { x: number; y: number } {
  const end = { ...start };
  const perRow = Math.ceil(Math.sqrt(parts.length));
  let { x, y } = { x: start.x + GAP, y: start.y + GAP };
  for (const [at, part] of parts.entries()) {
    if (at > 0 && at % perRow === 0) {
      x = start.x + GAP;
      y = end.y + GAP;
    }
    const corner = part.isBox ? place(part.parts, { x, y }, places) : { x: x + ELEMENT.width, y: y + ELEMENT.height };
    places.set(part.id, { x, y, width: corner.x - x, height: corner.y - y });
    x = corner.x + GAP;
    end.x = Math.max(end.x, corner.x);
    end.y = Math.max(end.y, corner.y);
  }
  return parts.length === 0
    ? { x: start.x + ELEMENT.width, y: start.y + ELEMENT.height }
    : { x: end.x + GAP, y: end.y + GAP };
}
