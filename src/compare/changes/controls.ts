/** Controls: gone, answering less than before, without what realises them or a test. */
import type { RecordOf } from '../../records/index.js';
import { isCurrent, isSecurityControl, type Trace } from '../../trace/index.js';
import { modelChange, type ModelChange } from '../model-change.js';
import { named } from '../shown-value.js';
import { formerNames, isUnread, pairsOf, presentNames, without, type Pair, type Sides } from '../sides.js';

type Control = RecordOf<'control'>;

export function controlChanges(sides: Sides): readonly ModelChange[] {
  return pairsOf('control', sides).flatMap((pair) => {
    const { id, before, after } = pair;
    if (before && !after) return [removed(id, before, sides)];
    if (!after) return [];
    const fresh = before ? [] : [modelChange(sortOf('control-new', after), id, `${named(after)} is a new control.`)];
    return [...fresh, ...unlinked(pair, sides), ...unrealised(pair, sides), ...untested(pair, sides)];
  });
}

function sortOf<S extends 'control-new' | 'control-removed' | 'control-unlinked'>(
  sort: S,
  control: Control,
): S | `safety-${S}` {
  return isSecurityControl(control) ? sort : `safety-${sort}`;
}

function removed(id: string, control: Control, sides: Sides): ModelChange {
  const answered = [...formerNames(control, 'mitigates', sides)].join(', ');
  const words = answered === '' ? '' : `; it answered ${answered}`;
  return modelChange(sortOf('control-removed', control), id, `The control ${named(control)} is gone${words}.`);
}

/** What is itself gone needs no answer; what cannot be read may still be answered. */
function unlinked({ id, before, after }: Pair<'control'>, sides: Sides): readonly ModelChange[] {
  if (!before || !after) return [];
  const left = without(formerNames(before, 'mitigates', sides), presentNames(after, 'mitigates', sides)).filter(
    (far) => isThere(far, sides.after.trace) && !isUnread(far, sides.after),
  );
  if (left.length === 0) return [];
  const words = `${named(after)} does not answer ${left.join(', ')} any more.`;
  return [modelChange(sortOf('control-unlinked', after), id, words)];
}

function isThere(id: string, trace: Trace): boolean {
  const record = trace.find(id);
  return record !== undefined && isCurrent(record);
}

/** A procedure or a warning is realised by no requirement and tested by nobody; if it was before, that is told. */
function isMade({ fields }: Control): boolean {
  return fields.means !== 'procedure' && fields.means !== 'information';
}

function unrealised(pair: Pair<'control'>, sides: Sides): readonly ModelChange[] {
  const words = lacking(pair, 'realised-by', sides);
  return words && pair.after
    ? [modelChange('control-without-requirement', pair.id, `No requirement realises ${named(pair.after)}${words}.`)]
    : [];
}

function untested(pair: Pair<'control'>, sides: Sides): readonly ModelChange[] {
  const words = lacking(pair, 'verified-by', sides);
  return words && pair.after
    ? [modelChange('control-without-test', pair.id, `No test verifies ${named(pair.after)}${words}.`)]
    : [];
}

/** @returns the words behind the sentence; nothing where nothing is lacking, or was lacking before */
function lacking({ before, after }: Pair<'control'>, link: string, sides: Sides): string | undefined {
  if (!after || !isSecurityControl(after) || presentNames(after, link, sides).size > 0) return undefined;
  if (!before) return isMade(after) ? ', which is new' : undefined;
  return formerNames(before, link, sides).size > 0 ? ' any more' : undefined;
}
