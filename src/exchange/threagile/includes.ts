/**
 * Puts a Threagile model together that is split into several files by `includes:`, as Threagile merges them: mappings by
 * their keys, lists one behind the other; where two files say different things the first one counts, and that is told.
 * Only files in the folder of the model, and folders in it, are asked for.
 */
import { ForeignValue } from '../foreign-value.js';
import type { ReadContext } from '../formats/define.js';
import { LIMITS } from '../limits.js';
import { scalarsIn } from '../take.js';

export interface WholeModel {
  readonly root: ForeignValue;
  /** Of each file. */
  readonly roots: readonly ForeignValue[];
}

export function withIncludes(main: ForeignValue, context: ReadContext): WholeModel {
  const roots: ForeignValue[] = [main];
  const known = new Set<string>();
  const load = (from: ForeignValue, folder: string): void => {
    for (const value of scalarsIn(from, 'includes')) {
      const path = pathInside(folder, value.carry());
      const told = (message: string): void => context.problems.add(value.path, message);
      if (path === undefined)
        told(`\`${value.text.slice(0, 60)}\` is no file in the folder of the model; it is not read.`);
      else if (known.has(path)) told('This file is included already; it is read once.');
      else if (known.size >= LIMITS.includes)
        told(`The model includes more than ${LIMITS.includes} files; this one is not read.`);
      else {
        known.add(path);
        const root = context.include(path)?.root;
        if (root && root.is !== 'map')
          context.problems.add(root.path, 'An included file is a mapping like the model itself.');
        if (root) roots.push(root);
        if (root) load(root, path.split('/').slice(0, -1).join('/'));
      }
    }
  };
  load(main, '');
  const [first = main, ...others] = roots.filter((root) => root.is === 'map');
  return { root: join(first, others), roots };
}

/** @returns the path from the folder of the model with `/`, `undefined` where it leads out of it */
export function pathInside(folder: string, written: string): string | undefined {
  // Absolute, an address, a drive, or a separator of another system.
  if (/^[/~]|^[A-Za-z][A-Za-z+.-]*:|\\|\0/.test(written)) return undefined;
  const names: string[] = [];
  for (const name of [...folder.split('/'), ...written.split('/')]) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names.length === 0 ? undefined : names.join('/');
}

function join(first: ForeignValue, others: readonly ForeignValue[]): ForeignValue {
  const [head, ...rest] = [first, ...others].filter((value) => !value.isEmpty);
  if (!head || rest.length === 0) return head ?? first;
  const same = rest.filter((value) => value.is === head.is);
  for (const value of rest) if (value.is !== head.is) contradicts(head, value);
  if (head.is === 'list')
    return ForeignValue.joined(
      head,
      [head, ...same].flatMap((list) => list.items()),
    );
  if (head.is === 'scalar') {
    for (const value of same)
      if (value.text === head.text) value.carry();
      else contradicts(head, value);
    return head;
  }
  const keys = new Map<string, ForeignValue[]>();
  for (const [key, child] of [head, ...same].flatMap((map) => map.entries()))
    keys.set(key, [...(keys.get(key) ?? []), child]);
  return ForeignValue.joined(head, new Map([...keys].map(([key, [one, ...more]]) => [key, join(one ?? head, more)])));
}

function contradicts(first: ForeignValue, other: ForeignValue): void {
  other.lose('ambiguous');
  other.problems.add(other.path, `Another file says something else at ${first.path || 'its beginning'}; that counts.`);
}
