/** Sentences of the tool's own: what stands between backticks is code, ids of records are links. */
import type { Inline } from '../document.js';
import { linkIds, type IdLinks } from './link-ids.js';
import { withoutControls, type Style } from './markdown-blocks.js';

export function markedWords(text: string, links: IdLinks, style: Style = {}): readonly Inline[] {
  return withoutControls(text)
    .split(/`([^`]+)`/)
    .flatMap((words, at) => (at % 2 === 1 ? [{ is: 'text', text: words, code: true }] : linkIds(words, style, links)));
}
