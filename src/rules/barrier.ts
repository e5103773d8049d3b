/** On which external controls an independent barrier rests, and whether anything shows that they really stand. */
import type { RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';

export function creditedControls(trace: Trace): readonly RecordOf<'control'>[] {
  return trace
    .all('control')
    .filter((control) => control.fields.external && trace.linked(control, 'credited-by').length > 0);
}

/** @returns what the control lacks: a reason for its independence, a confirmed proof kept elsewhere */
export function missingProofs(control: RecordOf<'control'>): readonly string[] {
  return (['independence', 'proof'] as const).filter((name) => control.fields[name] === undefined);
}

/** A test without a dated result proves nothing yet: only a proof that is kept elsewhere and confirmed counts. */
export function isBarrierProven(trace: Trace): boolean {
  const credited = creditedControls(trace);
  return credited.length > 0 && credited.every((control) => missingProofs(control).length === 0);
}
