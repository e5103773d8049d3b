/** Gives each heading an id that says what it is and stands once in the document. */
import type { Inline } from '../document.js';

export function headingId(content: readonly Inline[], taken: Set<string>): string {
  const stem =
    wordsOf(content)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 60) || 'section';
  let id = stem;
  for (let count = 2; taken.has(id); count++) id = `${stem}-${count}`;
  taken.add(id);
  return id;
}

export function wordsOf(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      switch (inline.is) {
        case 'text':
          return inline.text;
        case 'link':
        case 'address':
          return wordsOf(inline.content);
        default:
          return ' ';
      }
    })
    .join('');
}
