/** Holds what is to answer a question of a form against the facts and sections that there are. */
import { didYouMean, shown } from '../shapes/index.js';
import type { EntryFault, Path } from './pack-draft.js';
import type { PackWorld } from './pack-world.js';
import type { AnsweredByRecords } from './pack.js';

export function* answeringFaults(by: AnsweredByRecords, path: Path, world: PackWorld): Generator<EntryFault> {
  const facts = new Set(world.facts.map(({ id }) => id));
  for (const [index, fact] of (by.facts ?? []).entries()) {
    if (facts.has(fact)) continue;
    yield [
      [...path, 'facts', index],
      `No fact is called \`${shown(fact)}\`${didYouMean(fact, facts) || '.'}`,
      'Correct it.',
    ];
  }
  for (const [index, named] of (by.sections ?? []).entries()) {
    const [product = '', section = ''] = named.split('#', 2);
    if (world.sectionsOf(product)?.includes(section)) continue;
    yield [
      [...path, 'sections', index],
      `There is no section \`${shown(named)}\`.`,
      'Write it as `work-product#section`.',
    ];
  }
}
