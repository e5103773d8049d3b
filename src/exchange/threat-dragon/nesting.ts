/**
 * What lies in which box of a diagram. Threat Dragon keeps no parent: a shape lies in a box if all of it does, and in
 * the innermost of several that lie in one another (ADR on exchange).
 */
import type { ForeignValue } from '../foreign-value.js';
import { LIMITS } from '../limits.js';
import type { Problems } from '../problems.js';
import type { Thing } from '../record-ids.js';
import { peekNumber } from '../take.js';

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Box {
  readonly thing: Thing;
  readonly rectangle: Rectangle;
  readonly area: number;
}

/** @returns the box around each element and each box, as far as the drawing tells */
export function boxesAround(
  elements: readonly Thing[],
  boxes: readonly Thing[],
  problems: Problems,
): ReadonlyMap<Thing, Thing> {
  if (boxes.length === 0) return new Map();
  if (boxes.length > LIMITS.boxes) {
    problems.add(
      boxes[0]?.value.path ?? '',
      `The diagram has more than ${LIMITS.boxes} boxes; what lies in which is not looked for.`,
    );
    return new Map();
  }
  const drawn = boxes.flatMap((thing) => boxOf(thing)).toSorted((a, b) => a.area - b.area);
  const around = new Map<Thing, Thing>();
  for (const thing of [...elements, ...boxes]) {
    const rectangle = rectangleOf(thing.value);
    if (!rectangle)
      problems.add(thing.value.path, 'This shape has no position and size, so nobody can say in which box it lies.');
    const box = rectangle && innermost(thing, rectangle, drawn, problems);
    if (box) around.set(thing, box);
  }
  return around;
}

function innermost(thing: Thing, rectangle: Rectangle, boxes: readonly Box[], problems: Problems): Thing | undefined {
  const others = boxes.filter((box) => box.thing !== thing);
  const [first, ...outer] = others.filter((box) => contains(box.rectangle, rectangle));
  if (first && outer.every((box) => contains(box.rectangle, first.rectangle))) {
    return first.thing;
  }
  const touched =
    first ?? others.find((box) => overlap(box.rectangle, rectangle) && !contains(rectangle, box.rectangle));
  if (touched) {
    const how = first
      ? 'lies in several boxes that do not lie in one another'
      : `lies partly in the box ${nameOf(touched.thing)}`;
    problems.add(
      thing.value.path,
      `${nameOf(thing)} ${how}: on which side it stands does not follow. Write \`boundary:\` or \`parent:\` into its record.`,
    );
  }
  return undefined;
}

function nameOf(thing: Thing): string {
  const name = thing.name?.replaceAll(/\s+/g, ' ').trim().slice(0, 60) ?? '';
  return name === '' ? 'without a name' : `"${name}"`;
}

function boxOf(thing: Thing): readonly Box[] {
  const rectangle = rectangleOf(thing.value);
  if (!rectangle) return [];
  return [{ thing, rectangle, area: (rectangle.right - rectangle.left) * (rectangle.bottom - rectangle.top) }];
}

function rectangleOf(cell: ForeignValue): Rectangle | undefined {
  const [left, top] = ['x', 'y'].map((key) => peekNumber(cell.find('position'), key));
  const [width, height] = ['width', 'height'].map((key) => peekNumber(cell.find('size'), key));
  if (left === undefined || top === undefined || width === undefined || height === undefined) return undefined;
  return { left, top, right: left + width, bottom: top + height };
}

/** Wholly, and not the same rectangle: two boxes drawn over one another do not lie in one another. */
function contains(outer: Rectangle, inner: Rectangle): boolean {
  const isIn =
    outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom;
  return (
    isIn &&
    (outer.left < inner.left || outer.top < inner.top || outer.right > inner.right || outer.bottom > inner.bottom)
  );
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
