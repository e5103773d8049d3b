/** Reads where Graphviz put nodes, boxes and lines, in units from the top left. */
import type { Curve, Point, Rect } from './geometry.js';

export interface Places {
  readonly width: number;
  readonly height: number;
  /** By position in the picture. */
  readonly nodes: readonly Point[];
  readonly boxes: readonly Rect[];
  readonly lines: readonly Curve[];
}

interface GraphvizJson {
  readonly bb: string;
  readonly objects?: readonly { readonly name: string; readonly pos?: string; readonly bb?: string }[];
  readonly edges?: readonly { readonly id: string; readonly pos?: string }[];
}

/** @returns `undefined` where something was not placed: then this arrangement is not used */
export function readPlaces(json: string, counts: { nodes: number; boxes: number; lines: number }): Places | undefined {
  const graph = JSON.parse(json) as GraphvizJson;
  const [, , width = 0, height = 0] = numbersOf(graph.bb);
  const objects = new Map((graph.objects ?? []).map((object) => [object.name, object]));
  const edges = new Map((graph.edges ?? []).map((edge) => [edge.id, edge]));
  const nodes = upTo(counts.nodes, (at) => pointsOf(objects.get(`n${at}`)?.pos, height)[0]);
  const boxes = upTo(counts.boxes, (at) => rectOf(objects.get(`cluster_b${at}`)?.bb, height));
  const lines = upTo(counts.lines, (at) => curveOf(edges.get(`l${at}`)?.pos, height));
  return nodes && boxes && lines ? { width, height, nodes, boxes, lines } : undefined;
}

function upTo<T>(count: number, valueAt: (at: number) => T | undefined): readonly T[] | undefined {
  const values = Array.from({ length: count }, (_, at) => valueAt(at));
  return values.every((value) => value !== undefined) ? values : undefined;
}

function rectOf(bb: string | undefined, height: number): Rect | undefined {
  const [left, bottom, right, top] = numbersOf(bb ?? '');
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return undefined;
  return { left, top: height - top, right, bottom: height - bottom };
}

/** A start and three points for each piece. */
function curveOf(pos: string | undefined, height: number): Curve | undefined {
  const points = pointsOf(pos, height);
  return points.length >= 4 && (points.length - 1) % 3 === 0 ? points : undefined;
}

function pointsOf(pos: string | undefined, height: number): readonly Point[] {
  return (pos ?? '').split(' ').flatMap((pair) => {
    const [x, y] = numbersOf(pair);
    return x === undefined || y === undefined ? [] : [{ x, y: height - y }];
  });
}

function numbersOf(list: string): readonly number[] {
  return list
    .split(',')
    .map((word) => Number.parseFloat(word))
    .filter((number) => Number.isFinite(number));
}
