/** Makes links of ids in running text: every id of a record that stands in the set of documents can be followed. */
import type { Inline } from '../document.js';
import type { Style } from './markdown-blocks.js';

export interface IdLinks {
  has(id: string): boolean;
}

const WORD = /[A-Za-z][A-Za-z0-9.]*(?:-[A-Za-z0-9.]*[A-Za-z0-9])+/g;

export function linkIds(words: string, style: Style, links: IdLinks): readonly Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const match of words.matchAll(WORD)) {
    const [id] = match;
    if (!links.has(id)) continue;
    if (match.index > at) parts.push({ is: 'text', text: words.slice(at, match.index), ...style });
    parts.push({ is: 'link', to: id, content: [{ is: 'text', text: id, ...style }] });
    at = match.index + id.length;
  }
  if (at < words.length) parts.push({ is: 'text', text: words.slice(at), ...style });
  return parts;
}
