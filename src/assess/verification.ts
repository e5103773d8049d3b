/** How far a record is verified, from the results of its tests up through the records that rest on it. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import type { Proofs, ProofState } from './1-proofs.js';
import { isProven } from './proven.js';

/**
 * `verified`: every test passed for the content of today. `not-run`: at least one test has no result, or there is no
 * test. `stale`: passed for content that changed since. `unknown`: passed, and nobody can tell for which content.
 */
export type VerificationState = 'verified' | 'failed' | 'not-run' | 'stale' | 'unknown';

export interface Verification {
  readonly state: VerificationState;
  /** What keeps it from being verified, in whole phrases; empty if it is. */
  readonly causes: readonly string[];
}

/** Kinds of which a person asks whether they are verified. */
const VERIFIED_KINDS: ReadonlySet<string> = new Set([
  'test',
  'need',
  'requirement',
  'design',
  'item',
  'interface',
  'control',
  'threat',
  'risk',
]);

const FROM_PROOF: Readonly<Record<ProofState, VerificationState>> = {
  none: 'not-run',
  failed: 'failed',
  stale: 'stale',
  undated: 'unknown',
  current: 'verified',
};

/** Worst first. */
const ORDER: readonly VerificationState[] = ['failed', 'not-run', 'stale', 'unknown', 'verified'];

/** @returns `undefined` for kinds that nobody tests */
export function verificationOf(record: AnyRecord, trace: Trace, proofs: Proofs): Verification | undefined {
  if (!VERIFIED_KINDS.has(record.kind)) return undefined;
  if (record.kind === 'test') return ofTest(record, proofs);
  if (record.kind === 'threat') return ofThreat(record as RecordOf<'threat'>, trace, proofs);
  const own = trace.linkedOf(record, 'verified-by', 'test').map((test) => ofTest(test, proofs));
  // A test of a control does not verify the requirements that realise it; a control stands on both.
  const realising = record.kind === 'control' ? trace.linked(record, 'realised-by') : [];
  const parts = [...own, ...realising.flatMap((one) => verificationOf(one, trace, proofs) ?? [])];
  return parts.length === 0 ? { state: 'not-run', causes: [`no test verifies ${record.id}`] } : worstOf(parts);
}

function ofTest(test: AnyRecord, proofs: Proofs): Verification {
  const { state, cause } = proofs.about(test);
  return { state: FROM_PROOF[state], causes: state === 'current' ? [] : [`${test.id} ${cause}`] };
}

/** A threat is verified once its residual risk is proven. */
function ofThreat(threat: RecordOf<'threat'>, trace: Trace, proofs: Proofs): Verification {
  const controls = trace.linked(threat, 'controls');
  const parts = controls.flatMap((control) => verificationOf(control, trace, proofs) ?? []);
  if (parts.length === 0) return { state: 'not-run', causes: [`no control mitigates ${threat.id}`] };
  const worst = worstOf(parts);
  if (worst.state !== 'verified' || isProven(threat, trace, proofs)) return worst;
  return { state: 'not-run', causes: ['a control has no requirement or no test of its own'] };
}

function worstOf(parts: readonly Verification[]): Verification {
  const state = ORDER.find((one) => parts.some((part) => part.state === one)) ?? 'not-run';
  return { state, causes: [...new Set(parts.flatMap(({ causes }) => causes))] };
}
