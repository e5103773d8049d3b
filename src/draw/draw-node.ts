/** Draws a node: its outline, id and name, small notes, and a tag where it differs from another model. */
import { changeTag } from './change-tag.js';
import { grown, type Rect } from './geometry.js';
import { element, group, words, type Markup } from './markup.js';
import { NAME, NAME_LINE, NOTE, NOTE_LINE, PERSON, type NodeSize } from './node-size.js';
import { fill, type Stroke } from './paint.js';
import type { PictureNode } from './picture.js';
import { outline } from './shapes.js';

const EDGE: Stroke = { colour: 'ink', width: 1.4 };
const ADDED_EDGE: Stroke = { colour: 'ink', width: 3 };
const REMOVED_EDGE: Stroke = { colour: 'ink-3', width: 1.2, dashes: '4 3' };

export function drawNode(node: PictureNode, rect: Rect, size: NodeSize): Markup {
  const edge = node.change === 'added' ? ADDED_EDGE : node.change === 'removed' ? REMOVED_EDGE : EDGE;
  return group(
    outline(node.shape, rect, edge, node.isOurs ? 'bg' : 'base-bg'),
    ...(node.isSegregated ? [outline(node.shape, grown(rect, -3), { ...edge, width: 0.8 }, 'bg')] : []),
    ...textOf(node, rect, size),
    ...(node.change === undefined ? [] : [changeTag(node.change, rect)]),
  );
}

function textOf(node: PictureNode, rect: Rect, size: NodeSize): readonly Markup[] {
  const x = (rect.left + rect.right) / 2 + (node.shape === 'actor' ? PERSON / 2 : 0);
  const height = size.nameLines.length * NAME_LINE + size.noteLines.length * NOTE_LINE;
  const top = (rect.top + rect.bottom - height) / 2;
  let bold = size.boldCharacters;
  const names = size.nameLines.map((line, at) => {
    const boldHere = Math.min(bold, line.length);
    bold -= boldHere;
    return nameLine(line, boldHere, x, top + (at + 0.78) * NAME_LINE);
  });
  const notesTop = top + size.nameLines.length * NAME_LINE;
  const notes = size.noteLines.map((line, at) => centred(line, x, notesTop + (at + 0.76) * NOTE_LINE, NOTE.size));
  return [...names, ...notes];
}

function nameLine(line: string, boldCharacters: number, x: number, y: number): Markup {
  const bold = line.slice(0, boldCharacters);
  const rest = line.slice(boldCharacters);
  return element(
    'text',
    { x, y, 'font-size': NAME.size, 'text-anchor': 'middle', ...fill('ink') },
    ...(bold === '' ? [] : [element('tspan', { 'font-weight': 600 }, words(bold))]),
    words(rest),
  );
}

function centred(text: string, x: number, y: number, size: number): Markup {
  return element('text', { x, y, 'font-size': size, 'text-anchor': 'middle', ...fill('ink-3') }, words(text));
}
