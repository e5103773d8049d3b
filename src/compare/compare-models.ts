/** Compares two states of a project: records, what their difference means, and what follows from it. */
import type { Assessment } from '../assess/index.js';
import { bindingsOf, type Binding } from './bindings.js';
import { agentChanges, boundaryChanges, elementChanges } from './changes/elements.js';
import { controlChanges } from './changes/controls.js';
import { factChanges, methodChanges, overheadChanges, packChanges } from './changes/device.js';
import { flowChanges } from './changes/flows.js';
import { interfaceChanges } from './changes/interfaces.js';
import { protectionChanges } from './changes/protection.js';
import { classChanges, safetyRiskChanges } from './changes/safety.js';
import { threatChanges } from './changes/threats.js';
import { inOrder, type Consequence } from './consequence.js';
import { linkedConsequences } from './consequences/links.js';
import { candidateConsequences } from './consequences/new-candidates.js';
import { resultConsequences } from './consequences/results.js';
import { voidConsequences } from './consequences/voided.js';
import { workProductConsequences } from './consequences/work-products.js';
import { modelChange, worstFirst, type ModelChange } from './model-change.js';
import { recordChanges, type RecordChanges } from './record-changes.js';
import { findRenames } from './renames.js';
import type { Sides } from './sides.js';
import { touchesOf } from './touched.js';

export interface Difference {
  readonly records: RecordChanges;
  /** Worst first within security, then safety, then the device. */
  readonly model: readonly ModelChange[];
  readonly consequences: readonly Consequence[];
  /** As they are in the later state. */
  readonly bindings: readonly Binding[];
}

const CHECKS: readonly ((sides: Sides) => readonly ModelChange[])[] = [
  threatChanges,
  controlChanges,
  protectionChanges,
  interfaceChanges,
  flowChanges,
  elementChanges,
  boundaryChanges,
  agentChanges,
  methodChanges,
  classChanges,
  safetyRiskChanges,
  factChanges,
  overheadChanges,
  packChanges,
];

/** Both assessed by the same day: else the day would be told as a difference of the device. */
export function compareModels(before: Assessment, after: Assessment): Difference {
  const sides = { before, after, renames: findRenames(before.trace, after.trace) };
  const records = recordChanges(sides);
  const bindings = bindingsOf(after);
  return {
    records,
    model: worstFirst([...CHECKS.flatMap((check) => check(sides)), ...unread(records)]),
    consequences: consequencesOf(records, bindings, sides),
    bindings,
  };
}

function unread({ unread: ids }: RecordChanges): readonly ModelChange[] {
  return ids.map((id) =>
    modelChange('record-unread', id, `${id} cannot be read in one of the two states, so nobody can tell what changed.`),
  );
}

function consequencesOf(records: RecordChanges, bindings: readonly Binding[], sides: Sides): readonly Consequence[] {
  const touches = touchesOf(records, sides);
  const results = resultConsequences(touches, sides);
  const products = workProductConsequences(touches, sides);
  const told = new Set([...results, ...products].map(({ id }) => id));
  return inOrder([
    ...results,
    ...voidConsequences(bindings, sides),
    ...linkedConsequences(touches, sides, told),
    ...oncePerId(products),
    ...candidateConsequences(sides),
  ]);
}

/** A document may cover several products; it is looked at once. */
function oncePerId(consequences: readonly Consequence[]): readonly Consequence[] {
  return [...new Map(consequences.toReversed().map((one) => [one.id, one])).values()];
}
