/** The tag at a node or box that differs from another model: in words, so that it prints. */
import type { Rect } from './geometry.js';
import { element, group, words, type Markup } from './markup.js';
import { widthOf, type Setting } from './measure-text.js';
import { fill, stroke } from './paint.js';
import type { Change } from './picture.js';
import { box } from './shapes.js';

const TAG: Setting = { size: 10, weight: 'bold' };
const CHANGE_WORDS: Readonly<Record<Change, string>> = { added: 'new', removed: 'gone', changed: 'changed' };

/** On the upper edge, right, above the words inside. */
export function tagRect(change: Change, { right, top }: Rect): Rect {
  const width = widthOf(CHANGE_WORDS[change], TAG) + 10;
  return { left: right - width - 4, top: top - 11, right: right - 4, bottom: top + 4 };
}

/** Black for what is new, white for the others. */
export function changeTag(change: Change, at: Rect): Markup {
  const rect = tagRect(change, at);
  const isNew = change === 'added';
  return group(
    element('rect', { ...box(rect), rx: 3, ...stroke({ colour: 'ink', width: 1 }, isNew ? 'ink' : 'bg') }),
    element(
      'text',
      {
        x: (rect.left + rect.right) / 2,
        y: rect.bottom - 4,
        'font-size': TAG.size,
        'font-weight': 600,
        'text-anchor': 'middle',
        ...fill(isNew ? 'bg' : 'ink'),
      },
      words(CHANGE_WORDS[change]),
    ),
  );
}
