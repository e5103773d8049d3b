/** Threats of the library that the later model raises and the earlier did not: nobody thought about them yet. */
import { compareText } from '../../shapes/index.js';
import { someOf, type Consequence } from '../consequence.js';
import { named } from '../shown-value.js';
import type { Sides } from '../sides.js';

export function candidateConsequences({ before, after, renames }: Sides): readonly Consequence[] {
  const asked = new Set(
    [...before.candidates().byTarget].flatMap(([id, targets]) =>
      targets.filter(({ state }) => state === 'open').map(({ pattern }) => `${pattern.id}@${renames.now(id)}`),
    ),
  );
  return after.candidates().open.flatMap(({ key, pattern, anchor, targets }) => {
    const fresh = targets.filter((target) => !asked.has(`${pattern.id}@${target.record.id}`));
    if (fresh.length === 0) return [];
    const because = fresh.map((target) => target.record.id).toSorted(compareText);
    const where = because.length === 1 && because[0] === anchor.id ? '' : `, for ${someOf(because)}`;
    const what = `The library asks at ${named(anchor)}: ${pattern.title.replace(/\.$/, '')}${where}.`;
    return [{ sort: 'candidate' as const, id: key, what, because }];
  });
}
