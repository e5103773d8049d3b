/** Writes a picture in the language of Graphviz: numbers and sizes only, so that no word of a record reaches another program. */
import type { Arrangement } from './arrangements.js';
import { BADGE_HEIGHT } from './place-badges.js';
import type { Point } from './geometry.js';
import type { NodeSize } from './node-size.js';
import type { Picture, PictureBox, PictureLine } from './picture.js';

export interface DotInput {
  readonly picture: Picture;
  readonly nodeSizes: readonly NodeSize[];
  /** Width of the title of each box. */
  readonly titleWidths: readonly number[];
  readonly badgeWidths: readonly number[];
  readonly arrangement: Arrangement;
  /** So many parts that a coarser layout has to do. */
  readonly isLarge: boolean;
}

const COARSE = ' nslimit=2 nslimit1=2 mclimit=0.5 maxiter=100';

export const TITLE_ROOM = 18;
const BOX_MARGIN = 8;

/** Names: `n0`, `b0`, `l0` for the first node, box and line of the picture. */
export function dotText(input: DotInput): string {
  const { picture, arrangement } = input;
  const nodeNames = new Map(picture.nodes.map((node, at) => [node.id, `n${at}`]));
  const inner = new Map<string | undefined, number[]>();
  picture.nodes.forEach((node, at) => inner.set(node.box, [...(inner.get(node.box) ?? []), at]));
  return [
    'digraph {',
    `graph [rankdir=${arrangement.direction} nodesep=${inches(arrangement.nodeGap)} ranksep=${inches(arrangement.rankGap)}`,
    `newrank=${String(arrangement.sharedRanks)} splines=true pad=0 margin=0${input.isLarge ? COARSE : ''}]`,
    'node [shape=box fixedsize=true label=""]',
    'edge [dir=none]',
    ...nodesIn(undefined, inner, input),
    ...boxesIn(undefined, inner, input),
    ...linesOf(input, nodeNames),
    '}',
  ].join('\n');
}

type Inner = ReadonlyMap<string | undefined, readonly number[]>;

function nodesIn(box: string | undefined, inner: Inner, { nodeSizes }: DotInput): readonly string[] {
  return (inner.get(box) ?? []).map((at) => {
    const size = nodeSizes[at];
    if (!size) throw new Error('A node has no size.');
    return `n${at} [width=${inches(size.width)} height=${inches(size.height)}]`;
  });
}

function boxesIn(parent: string | undefined, inner: Inner, input: DotInput): readonly string[] {
  return input.picture.boxes.flatMap((box: PictureBox, at) =>
    box.parent === parent
      ? [
          `subgraph cluster_b${at} {`,
          `graph [margin=${BOX_MARGIN} labeljust=l labelloc=t label=${room(input.titleWidths[at] ?? 0, TITLE_ROOM)}]`,
          ...nodesIn(box.id, inner, input),
          ...boxesIn(box.id, inner, input),
          '}',
        ]
      : [],
  );
}

/** An empty table of the size of a label: Graphviz keeps the room, and the words are set by us. */
function room(width: number, height: number): string {
  return `<<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="${Math.ceil(width)}" HEIGHT="${height}"><TR><TD></TD></TR></TABLE>>`;
}

function linesOf(
  { picture, arrangement, badgeWidths }: DotInput,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of picture.lines) counts.set(pairOf(line), (counts.get(pairOf(line)) ?? 0) + 1);
  return picture.lines.map((line, at) => {
    const from = names.get(line.from);
    const to = names.get(line.to);
    if (from === undefined || to === undefined) throw new Error('A line ends at a node that is not in the picture.');
    const isParallel = (counts.get(pairOf(line)) ?? 0) > 1;
    const hasRoom = arrangement.roomFor === 'all' || (arrangement.roomFor === 'parallel' && isParallel);
    const label = hasRoom ? ` label=${room(badgeWidths[at] ?? 0, BADGE_HEIGHT)}` : '';
    return `${from} -> ${to} [id=l${at}${label}]`;
  });
}

/** The same for both directions. */
function pairOf({ from, to }: PictureLine): string {
  return from < to ? `${from} ${to}` : `${to} ${from}`;
}

/** Nodes that have their places already, for which Graphviz only leads the lines. */
export function pinnedDotText(picture: Picture, nodeSizes: readonly NodeSize[], centres: readonly Point[]): string {
  const names = new Map(picture.nodes.map((node, at) => [node.id, `n${at}`]));
  return [
    'digraph {',
    'graph [splines=true pad=0 margin=0]',
    'node [shape=box fixedsize=true label=""]',
    'edge [dir=none]',
    ...picture.nodes.map((_, at) => {
      const [size, centre] = [nodeSizes[at], centres[at]];
      if (!size || !centre) throw new Error('A node has no size or place.');
      // Graphviz counts upwards.
      return `n${at} [width=${inches(size.width)} height=${inches(size.height)} pos="${centre.x.toFixed(1)},${(-centre.y).toFixed(1)}"]`;
    }),
    ...picture.lines.map((line, at) => `${names.get(line.from) ?? ''} -> ${names.get(line.to) ?? ''} [id=l${at}]`),
    '}',
  ].join('\n');
}

function inches(units: number): string {
  return (units / 72).toFixed(4);
}
