/** What rules on special tests share: which criteria are open on which item, in words. */
import type { RecordOf } from '../records/index.js';
import type { SpecialCellView } from './define.js';

/** Not answered for sure; what nobody can tell is no gap. */
export function isOpen({ state }: SpecialCellView): boolean {
  return state !== 'answered' && state !== 'not-applicable' && state !== 'unknown';
}

export function openByItem(
  cells: readonly SpecialCellView[],
): ReadonlyMap<RecordOf<'item'>, readonly SpecialCellView[]> {
  const found = new Map<RecordOf<'item'>, SpecialCellView[]>();
  for (const cell of cells.filter(isOpen)) {
    const list = found.get(cell.item) ?? [];
    found.set(cell.item, list);
    list.push(cell);
  }
  return found;
}

const SHOWN = 3;

/** The first titles, with the cause where one is known. */
export function topicsOf(cells: readonly SpecialCellView[]): string {
  const names = cells.slice(0, SHOWN).map(({ title, causes }) => {
    const [cause] = causes;
    return cause === undefined ? `"${title}"` : `"${title}" (${cause})`;
  });
  return `${names.join(', ')}${cells.length > SHOWN ? ` and ${cells.length - SHOWN} more criteria` : ''}`;
}
