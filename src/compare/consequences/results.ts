/** Results of tests that counted and do not count any more, as the assessment judges them. */
import type { RecordOf } from '../../records/index.js';
import type { Consequence } from '../consequence.js';
import { named } from '../shown-value.js';
import { pairsOf, type Sides } from '../sides.js';
import type { Touch } from '../touched.js';

export function resultConsequences(touches: ReadonlyMap<string, Touch>, sides: Sides): readonly Consequence[] {
  return pairsOf('test', sides).flatMap(({ id, before, after }) => {
    if (!before || !after || sides.before.proofs.of(before) !== 'current') return [];
    const proof = sides.after.proofs.about(after);
    if (proof.state === 'current') return [];
    const what = `The result of ${named(after)} counted and does not count any more: ${id} ${proof.cause}.`;
    return [{ sort: 'result-void' as const, id, what, because: reasons(after, touches, sides) }];
  });
}

function reasons(test: RecordOf<'test'>, touches: ReadonlyMap<string, Touch>, { after }: Sides): readonly string[] {
  return [test.id, ...after.trace.names(test, 'verifies')].filter((id) => touches.has(id)).toSorted();
}
