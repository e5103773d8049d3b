/** Whether the residual risk of a threat counts: every control has a requirement with a passed, current test. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import type { Proofs } from './1-proofs.js';

// @implements SRS-520
/** A threat without controls is not proven: nothing was shown. */
export function isProven(threat: RecordOf<'threat'>, trace: Trace, proofs: Proofs): boolean {
  const controls = trace.linked(threat, 'controls');
  return controls.length > 0 && controls.every((control) => isControlProven(control, trace, proofs));
}

/** Verification flows upwards only: a test of the control does not verify its requirements. */
function isControlProven(control: AnyRecord, trace: Trace, proofs: Proofs): boolean {
  const realising = trace.linked(control, 'realised-by');
  return (
    realising.length > 0 &&
    realising.every((one) => hasCurrentTest(one, trace, proofs)) &&
    hasCurrentTest(control, trace, proofs)
  );
}

function hasCurrentTest(record: AnyRecord, trace: Trace, proofs: Proofs): boolean {
  const tests = trace.linkedOf(record, 'verified-by', 'test');
  return tests.length > 0 && tests.every((test) => proofs.of(test) === 'current');
}
