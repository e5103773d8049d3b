/** Holds starter texts against their work product: sections that there are, each once, and none without a marked place. */
import { didYouMean, shown } from '../shapes/index.js';
import { marksIn } from './marks.js';
import type { EntryFault, Path } from './pack-draft.js';
import type { PackWorld } from './pack-world.js';
import type { Starter, StarterSection } from './pack.js';

export function* starterFaults({ id, sections }: Starter, world: PackWorld): Generator<EntryFault> {
  const known = world.sectionsOf(id);
  if (!known) {
    const hint = didYouMean(id, world.ids('work-products')) || '.';
    yield [
      ['id'],
      `There is no work product \`${shown(id)}\`${hint}`,
      'A starter text has the id of its work product.',
    ];
    return;
  }
  const ids = sections.map((section) => section.id);
  for (const [index, section] of sections.entries()) {
    const path = ['sections', index];
    if (ids.indexOf(section.id) !== index) yield [path, `The section \`${section.id}\` stands twice.`, 'Delete one.'];
    if (!known.includes(section.id)) {
      yield [path, `\`${id}\` has no section \`${section.id}\`.`, `Its sections: ${known.join(', ') || 'none'}.`];
    }
    yield* unmarked(section, path);
  }
}

/** A text that leaves nothing to fill would make a plan that nobody thought about. */
function* unmarked({ id, text, partial }: StarterSection, path: Path): Generator<EntryFault> {
  for (const [key, words] of [
    ['text', text],
    ['partial', partial],
  ] as const) {
    if (words === undefined || marksIn(words).length > 0) continue;
    yield [[...path, key], `The starter text of \`${id}\` has no place to fill.`, 'Add one, as `[fill: who decides]`.'];
  }
}
