/** Sets the places that are still to be filled apart from the words around them. */
import { marksIn } from '../../packs/index.js';
import type { Block, Inline } from '../document.js';

export function withMarksShown(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block): Block => {
    switch (block.is) {
      case 'paragraph':
        return { ...block, content: shown(block.content) };
      case 'list':
        return { ...block, items: block.items.map(withMarksShown) };
      case 'table': {
        const cells = (row: (typeof block.rows)[number]): (typeof block.rows)[number]['cells'] =>
          row.cells.map((cell) => ({ ...cell, content: cell.content.map(shown) }));
        return { ...block, rows: block.rows.map((row) => ({ ...row, cells: cells(row) })) };
      }
      default:
        return block;
    }
  });
}

/** Bold and in brackets as written: seen on paper and in grey, and found by a search for what stands in the file. */
function shown(content: readonly Inline[]): readonly Inline[] {
  return content.flatMap((inline) => (inline.is === 'text' ? parts(inline) : inline));
}

function parts(inline: Extract<Inline, { is: 'text' }>): readonly Inline[] {
  const pieces: Inline[] = [];
  let from = 0;
  for (const { offset, length } of marksIn(inline.text)) {
    if (offset > from) pieces.push({ ...inline, text: inline.text.slice(from, offset) });
    pieces.push({ ...inline, text: inline.text.slice(offset, offset + length).replaceAll(/\s+/g, ' '), strong: true });
    from = offset + length;
  }
  if (from < inline.text.length) pieces.push({ ...inline, text: inline.text.slice(from) });
  return pieces;
}
