/** Whether the residual risk of a threat counts: every control has a requirement with a passed, current test. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import { changedSinceRated } from '../threats/index.js';
import type { Trace } from '../trace/index.js';
import type { Proofs } from './1-proofs.js';
import { hasBrokenLink } from './about-system.js';
import { isLinkLost } from './criterion-input.js';
import { stateOf } from './record-state.js';

// @implements SRS-520
/** A threat without controls is not proven: nothing was shown. */
export function isProven(threat: RecordOf<'threat'>, trace: Trace, proofs: Proofs): boolean {
  return whyNotProven(threat, trace, proofs).length === 0;
}

/** @returns what breaks the way from the threat to its results, in whole phrases; none if it is proven */
export function whyNotProven(threat: RecordOf<'threat'>, trace: Trace, proofs: Proofs): readonly string[] {
  const controls = trace.linked(threat, 'controls');
  const broken = hasBrokenLink(threat, 'controls', trace) ? [`a control that ${threat.id} names is not there`] : [];
  if (controls.length + broken.length === 0) return [`no control mitigates ${threat.id}`];
  const lost = isLinkLost(trace) ? ['a record or a link cannot be read, and may tell otherwise'] : [];
  return [
    ...new Set([
      ...broken,
      ...changedSinceRated(threat, trace),
      ...lost,
      ...controls.flatMap((control) => whyControlNotProven(control, trace, proofs)),
    ]),
  ];
}

/** Verification flows upwards only: a test of the control does not verify its requirements. */
export function whyControlNotProven(control: AnyRecord, trace: Trace, proofs: Proofs): readonly string[] {
  const realising = trace.linked(control, 'realised-by');
  return [
    ...(hasBrokenLink(control, 'realised-by', trace) ? [`what realises ${control.id} is not all there`] : []),
    ...(realising.length === 0 ? [`nothing realises ${control.id}`] : []),
    ...realising.flatMap((one) => lacksOfRealising(one, trace, proofs)),
    ...lacksOfTests(control, trace, proofs),
  ];
}

/** Nobody tests a procedure: that it counts is shown by its approval, and that it works by the test of its control. */
function lacksOfRealising(record: AnyRecord, trace: Trace, proofs: Proofs): readonly string[] {
  if (record.kind !== 'document') return lacksOfTests(record, trace, proofs);
  return stateOf(record, trace) === 'approved' ? [] : [`${record.id} is not approved in its present form`];
}

function lacksOfTests(record: AnyRecord, trace: Trace, proofs: Proofs): readonly string[] {
  const tests = trace.linkedOf(record, 'verified-by', 'test');
  if (tests.length === 0) return [`no test verifies ${record.id}`];
  return tests.flatMap((test) => {
    const { state, cause } = proofs.about(test);
    return state === 'current' ? [] : [`${test.id} ${cause}`];
  });
}
