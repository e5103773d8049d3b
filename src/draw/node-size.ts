/** How large a node is: its words broken into lines, and the room that its shape needs around them. */
import { cleanText } from './clean-text.js';
import { breakText, clipped, widthOf, type Setting } from './measure-text.js';
import type { NodeShape, PictureNode } from './picture.js';

export const NAME: Setting = { size: 11, weight: 'regular' };
/** Broken as if all of it were bold, because the id is. */
const NAME_AT_MOST: Setting = { size: 11, weight: 'bold' };
export const NOTE: Setting = { size: 10, weight: 'regular' };
export const NAME_LINE = 13.5;
export const NOTE_LINE = 12.5;

const MAX_NAME_LINES = 4;
/** A note is one line; it is cut only where it is longer than any of ours. */
const MAX_NOTE = 190;
const MIN_WIDTH = 72;

/** Room between text and edge, left and right: ovals and hexagons lose their corners, a person stands beside the words. */
const SIDE: Readonly<Record<NodeShape, number>> = {
  process: 16,
  store: 12,
  external: 10,
  actor: 12,
  physical: 20,
  'not-known': 10,
};
export const PERSON = 16;
const ABOVE = 7;

export interface NodeSize {
  readonly width: number;
  readonly height: number;
  /** Characters of the first lines that are the id. */
  readonly boldCharacters: number;
  readonly nameLines: readonly string[];
  readonly noteLines: readonly string[];
}

/** @param textWidth the widest line that the arrangement allows */
export function sizeOf(node: PictureNode, textWidth: number): NodeSize {
  const id = `${node.id}${node.isMultiPatient ? '\u00A0↑' : ''}`;
  const nameLines = breakText(cleanText(`${id} ${node.title}`), NAME_AT_MOST, textWidth, MAX_NAME_LINES);
  const noteLines = node.notes.map((note) => clipped(cleanText(note), NOTE, MAX_NOTE));
  const text = Math.max(
    MIN_WIDTH - 2 * SIDE[node.shape],
    ...nameLines.map((line) => widthOf(line, NAME_AT_MOST)),
    ...noteLines.map((line) => widthOf(line, NOTE)),
  );
  return {
    width: Math.ceil(text + 2 * SIDE[node.shape] + (node.shape === 'actor' ? PERSON : 0)),
    height: Math.ceil(nameLines.length * NAME_LINE + noteLines.length * NOTE_LINE + 2 * ABOVE),
    boldCharacters: id.length,
    nameLines,
    noteLines,
  };
}
