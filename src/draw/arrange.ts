/** Gives everything in a picture its place: tries a few arrangements and takes the one that is read most easily on paper. */
import { ARRANGEMENTS, FOR_MANY_PARTS, LOOSER, type Arrangement } from './arrangements.js';
import { cleanText } from './clean-text.js';
import { dotText } from './dot-text.js';
import type { Engine } from './graphviz.js';
import { clipped, widthOf, type Setting } from './measure-text.js';
import { sizeOf, type NodeSize } from './node-size.js';
import type { Picture, PictureBox } from './picture.js';
import { pinNodes } from './pin-nodes.js';
import { badgeWidth, placeLabels, type Arranged } from './place-labels.js';
import type { Positions } from './positions.js';
import { readPlaces, type Places } from './read-layout.js';
import { costOfLabels, scoreOfPlaces } from './score.js';

const TITLE: Setting = { size: 11, weight: 'bold' };
const MAX_TITLE = 340;
/** Points by which a later arrangement has to be better. */
const CLEARLY = 0.25;
/** Only for so many of the best arrangements the labels are placed. */
const LABELLED = 3;
/** Beyond so many parts one arrangement is tried, and a coarser one is enough. */
const FEW_PARTS = 200;

interface Input {
  readonly picture: Picture;
  readonly engine: Engine;
  readonly isLarge: boolean;
  readonly titles: readonly string[];
  readonly titleWidths: readonly number[];
}

interface Draft {
  readonly arrangement: Arrangement;
  readonly places: Places;
  readonly nodeSizes: readonly NodeSize[];
  readonly score: number;
}

interface Labelled {
  readonly draft: Draft;
  readonly arranged: Arranged;
  readonly score: number;
}

export interface ArrangeResult {
  readonly arranged: Arranged;
  /** Why pinned positions were not used; empty where they were, or where there are none. */
  readonly refusals: readonly string[];
}

/**
 * @param positions of nodes that a person pinned; the others stand where the best arrangement puts them
 * @returns `undefined` where Graphviz could lay it out in no way
 */
export function arrange(picture: Picture, engine: Engine, positions: Positions): ArrangeResult | undefined {
  const titles = picture.boxes.map(titleOf);
  const titleWidths = titles.map((title) => widthOf(title, TITLE) + 8);
  const isLarge = picture.nodes.length + picture.lines.length > FEW_PARTS;
  const input: Input = { picture, engine, isLarge, titles, titleWidths };
  const best = bestOf(input);
  if (!best) return undefined;
  if (!picture.nodes.some((node) => positions.has(node.id))) return { arranged: best.arranged, refusals: [] };
  const pinned = pinNodes({ ...best.draft, picture, titleWidths, positions, engine });
  if (!pinned.ok) return { arranged: best.arranged, refusals: pinned.refusals };
  return { arranged: labelled({ ...best.draft, places: pinned.places }, input).arranged, refusals: [] };
}

function bestOf(input: Input): Labelled | undefined {
  const drafts = (input.isLarge ? [FOR_MANY_PARTS] : ARRANGEMENTS).flatMap((arrangement) =>
    draftOf(arrangement, input),
  );
  const promising = new Set(drafts.toSorted((a, b) => b.score - a.score).slice(0, LABELLED));
  const best = clearlyBest(drafts.filter((one) => promising.has(one)).map((draft) => labelled(draft, input)));
  if (!best || input.isLarge || !hasLabelsWithoutRoom(best.arranged)) return best;
  const looser = LOOSER.flatMap((change) => draftOf(change(best.draft.arrangement), input));
  return [best, ...looser.map((draft) => labelled(draft, input))].toSorted((a, b) => b.score - a.score)[0];
}

/** A title with a line behind it does not find more room in a looser arrangement; a badge does. */
function hasLabelsWithoutRoom({ labels }: Arranged): boolean {
  return labels.overlapping + labels.aside + labels.hiding > 0;
}

function titleOf(box: PictureBox): string {
  return clipped(cleanText(`${box.id} ${box.title}`), TITLE, MAX_TITLE);
}

/** @returns nothing where Graphviz could not lay it out like this */
function draftOf(arrangement: Arrangement, { picture, engine, isLarge, titleWidths }: Input): readonly Draft[] {
  const nodeSizes = picture.nodes.map((node) => sizeOf(node, arrangement.textWidth));
  const badgeWidths = picture.lines.map(badgeWidth);
  const json = engine(dotText({ picture, nodeSizes, titleWidths, badgeWidths, arrangement, isLarge }));
  const counts = { nodes: picture.nodes.length, boxes: picture.boxes.length, lines: picture.lines.length };
  const places = json === undefined ? undefined : readPlaces(json, counts);
  if (!places) return [];
  // Of a large picture there is one arrangement only, which needs no comparison.
  const score = isLarge ? 0 : scoreOfPlaces(picture, nodeSizes, places);
  return [{ arrangement, places, nodeSizes, score }];
}

function labelled(draft: Draft, { picture, titles, titleWidths, isLarge }: Input): Labelled {
  const { places, nodeSizes } = draft;
  const arranged = placeLabels({ picture, nodeSizes, places, titles, titleWidths, isLarge });
  return { draft, arranged, score: draft.score - costOfLabels(arranged.labels) };
}

function clearlyBest(all: readonly Labelled[]): Labelled | undefined {
  let best: Labelled | undefined;
  for (const one of all) if (!best || one.score > best.score + CLEARLY) best = one;
  return best;
}
