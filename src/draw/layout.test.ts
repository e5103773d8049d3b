import { beforeAll, describe, expect, test } from 'vitest';
import { boxesAround } from './boxes-around.js';
import { drawPicture, type DrawnPicture } from './draw-picture.js';
import { contains, grown, isInside, overlap, samples, type Rect } from './geometry.js';
import { loadEngine, type Engine } from './graphviz.js';
import { widthOf } from './measure-text.js';
import type { Picture } from './picture.js';
import { allPictures, sample } from './samples.test-support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

const known = new Map<Picture, DrawnPicture>();

function drawn(picture: Picture): DrawnPicture {
  const found = known.get(picture) ?? drawPicture(picture, engine);
  if (typeof found === 'string') throw new Error(`Not drawn: ${found}.`);
  known.set(picture, found);
  return found;
}

/** What lies over what, in words that a failing test shows. */
function collisions(named: readonly (readonly [name: string, rect: Rect])[]): readonly string[] {
  return named.flatMap(([name, rect], at) =>
    named
      .slice(at + 1)
      .filter(([, other]) => overlap(rect, other))
      .map(([other]) => `${name} over ${other}`),
  );
}

const PICTURES = (['labdesk', 'glucoloop'] as const).flatMap((device) =>
  allPictures(sample(device)).map(([name, picture]) => ({ name: `${device} ${name}`, picture })),
);

describe('every picture of both sample devices', () => {
  test('there are views, purposes and ways to assets among them', () => {
    expect(PICTURES.length).toBeGreaterThan(35);
  });

  test.each(PICTURES)('$name: no label lies over another label, a node or a title', ({ picture }) => {
    const { nodes, boxes, lines } = drawn(picture).arranged;
    expect(
      collisions([
        ...nodes.map(({ rect }, at) => [picture.nodes[at]!.id, rect] as const),
        ...boxes.map(({ titleRect }, at) => [`title of ${picture.boxes[at]!.id}`, titleRect] as const),
        ...lines.map(({ badge }, at) => [`badge ${picture.lines[at]!.id}`, badge.rect] as const),
      ]),
    ).toEqual([]);
  });

  test.each(PICTURES)('$name: a node stands in the boundaries around it, and in no other', ({ picture }) => {
    const { nodes, boxes } = drawn(picture).arranged;
    const around = boxesAround(picture);
    picture.nodes.forEach((node, at) => {
      picture.boxes.forEach((box, index) => {
        const isAround = around.get(node.id)!.includes(box.id);
        const [rect, outer] = [nodes[at]!.rect, boxes[index]!.rect];
        expect(isAround ? isInside(rect, outer) : !overlap(rect, outer), `${node.id} and ${box.id}`).toBe(true);
      });
    });
  });

  test.each(PICTURES)(
    '$name: a line begins and ends at its nodes, and its badge is on it or tells where it belongs',
    ({ picture }) => {
      const { nodes, lines } = drawn(picture).arranged;
      const rectOf = (id: string): Rect => nodes[picture.nodes.findIndex((node) => node.id === id)]!.rect;
      lines.forEach(({ curve, badge }, at) => {
        const line = picture.lines[at]!;
        expect(contains(grown(rectOf(line.from), 3), curve[0]!), `${line.id} at ${line.from}`).toBe(true);
        expect(contains(grown(rectOf(line.to), 3), curve.at(-1)!), `${line.id} at ${line.to}`).toBe(true);
        const isOn = samples(curve, 2).some((point) => contains(grown(badge.rect, 1), point));
        expect(isOn || badge.isAside, line.id).toBe(true);
        const near = samples(curve, 2).some(({ x, y }) => Math.hypot(x - badge.anchor.x, y - badge.anchor.y) < 4);
        expect(near, `anchor of ${line.id}`).toBe(true);
      });
    },
  );

  test.each(PICTURES)('$name: words fit into what is drawn around them', ({ picture }) => {
    const { nodes, boxes } = drawn(picture).arranged;
    for (const { rect, size } of nodes) {
      for (const line of size.nameLines)
        expect(widthOf(line, { size: 11, weight: 'regular' })).toBeLessThanOrEqual(rect.right - rect.left);
      for (const line of size.noteLines)
        expect(widthOf(line, { size: 10, weight: 'regular' })).toBeLessThanOrEqual(rect.right - rect.left);
    }
    for (const { rect, title, titleRect } of boxes) {
      expect(widthOf(title, { size: 11, weight: 'bold' })).toBeLessThanOrEqual(titleRect.right - titleRect.left);
      expect(isInside(titleRect, rect), title).toBe(true);
    }
  });

  test.each(PICTURES)('$name: nothing of the figure lies outside the sheet', ({ picture }) => {
    const { arranged, width } = drawn(picture);
    const { extent, nodes, boxes, lines } = arranged;
    const parts = [...nodes, ...boxes].map(({ rect }) => rect);
    for (const rect of [...parts, ...lines.map(({ badge }) => badge.rect)]) {
      expect(isInside(rect, grown(extent, 1))).toBe(true);
    }
    expect(extent.right - extent.left).toBeLessThanOrEqual(width);
  });

  test('few lines run over a node that is none of their ends', () => {
    const misled = PICTURES.flatMap(({ name, picture }) => {
      const { nodes, lines } = drawn(picture).arranged;
      return lines.flatMap(({ curve }, at) => {
        const line = picture.lines[at]!;
        const path = samples(curve, 3);
        return picture.nodes
          .filter((node) => node.id !== line.from && node.id !== line.to)
          .filter((node) => path.some((point) => contains(nodes[picture.nodes.indexOf(node)]!.rect, point)))
          .map((node) => `${name}: ${line.id} over ${node.id}`);
      });
    });
    expect(misled).toEqual([]);
  });
});
