/** The account of a foreign file: how many values it holds, how many were carried, and each loss at its path. */
import { isEmptyScalar, type YamlTree } from '../shapes/index.js';
import { ForeignValue } from './foreign-value.js';
import type { Loss, LossReason } from './imported.js';
import { LIMITS } from './limits.js';

export interface Account {
  /** Single values that say something: carried plus lost. */
  readonly values: number;
  readonly carried: number;
  /** A list or mapping of which nothing was carried is one loss. */
  readonly losses: readonly Loss[];
}

export function accountOf(root: ForeignValue): Account {
  const { carried, losses } = account(root, 'no-such-field');
  const lost = losses.reduce((sum, loss) => sum + loss.values, 0);
  return { values: carried + lost, carried, losses };
}

type Part = Pick<Account, 'carried' | 'losses'>;
const NOTHING: Part = { carried: 0, losses: [] };

function account(value: ForeignValue, outer: LossReason): Part {
  const why = value.why ?? outer;
  if (value.is === 'scalar') {
    if (value.isEmpty) return NOTHING;
    return value.isCarried ? { carried: 1, losses: [] } : { carried: 0, losses: [lossOf(value, why, 1)] };
  }
  if (value.untouched) {
    const values = valuesIn(value.untouched);
    return values === 0 ? NOTHING : { carried: 0, losses: [lossOf(value, why, values)] };
  }
  const children = value.is === 'list' ? value.items() : value.entries().map(([, child]) => child);
  const parts = children.map((child) => account(child, why));
  const carried = parts.reduce((sum, part) => sum + part.carried, 0);
  const losses = parts.flatMap((part) => part.losses);
  const [first] = losses;
  if (carried > 0 || !first || losses.some((loss) => loss.why !== first.why)) return { carried, losses };
  const values = losses.reduce((sum, loss) => sum + loss.values, 0);
  return { carried, losses: [lossOf(value, first.why, values)] };
}

function valuesIn(tree: YamlTree): number {
  switch (tree.is) {
    case 'scalar':
      return isEmptyScalar(tree) ? 0 : 1;
    case 'list':
      return tree.items.reduce((sum, item) => sum + valuesIn(item), 0);
    case 'map':
      return tree.entries.reduce((sum, entry) => sum + valuesIn(entry.value), 0);
  }
}

function lossOf(value: ForeignValue, why: LossReason, values: number): Loss {
  const parts: string[] = [];
  write(value, parts, { left: LIMITS.shownValue });
  return { at: value.path, what: clip(parts.join(''), LIMITS.shownValue), why, values };
}

/** Like JSON, and no further than will be shown; parts that nobody looked at are not even made. */
function write(value: ForeignValue | YamlTree, parts: string[], room: { left: number }): void {
  const put = (text: string): void => {
    parts.push(text.slice(0, room.left + 1));
    room.left -= text.length;
  };
  if (value.is === 'scalar') {
    put(value.text);
    return;
  }
  const isList = value.is === 'list';
  put(isList ? '[' : '{');
  for (const [at, { key, child }] of childrenOf(value).entries()) {
    if (room.left < 0) return;
    put(`${at === 0 ? '' : ', '}${isList ? '' : `${key}: `}`);
    write(child, parts, room);
  }
  put(isList ? ']' : '}');
}

type Child = { readonly key: string; readonly child: ForeignValue | YamlTree };

/** More of them than characters are shown are not needed. */
function childrenOf(value: ForeignValue | YamlTree): readonly Child[] {
  const tree = value instanceof ForeignValue ? value.untouched : value;
  const most = LIMITS.shownValue;
  if (tree?.is === 'list') return tree.items.slice(0, most).map((child) => ({ key: '', child }));
  if (tree?.is === 'map') return tree.entries.slice(0, most).map(({ key, value: child }) => ({ key, child }));
  if (!(value instanceof ForeignValue)) return [];
  const items = value.items().slice(0, most);
  if (items.length > 0) return items.map((child) => ({ key: '', child }));
  return value
    .entries()
    .slice(0, most)
    .map(([key, child]) => ({ key, child }));
}

/** As much of a text as is kept, never half a character. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 2);
  return `${text.slice(0, length - (last >= 0xd8_00 && last <= 0xdb_ff ? 2 : 1))}…`;
}
