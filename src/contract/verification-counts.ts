/** How many records of a kind are verified, failed, without a result, out of date or unknown. */
import { VERIFICATION_STATES, verificationOf, type Assessment, type VerificationState } from '../assess/index.js';
import type { AnyRecord } from '../records/index.js';
import { integer, object, oneOf, type Schema } from './schema.js';

export type VerificationCounts = Readonly<Record<VerificationState, number>>;

/** Records that nobody needs to verify are not counted. */
export function countVerification(records: readonly AnyRecord[], { trace, proofs }: Assessment): VerificationCounts {
  const counts = Object.fromEntries(VERIFICATION_STATES.map((state) => [state, 0])) as Record<
    VerificationState,
    number
  >;
  for (const record of records) {
    const found = verificationOf(record, trace, proofs);
    if (found) counts[found.state]++;
  }
  return counts;
}

export const verificationState: Schema = oneOf(...VERIFICATION_STATES);
export const verificationCounts: Schema = object(
  Object.fromEntries(VERIFICATION_STATES.map((state) => [state, integer])),
);
