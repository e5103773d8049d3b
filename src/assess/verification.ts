/** How far a record is verified, from the results of its tests up through the records that rest on it. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import { isOwnSoftware, type Trace } from '../trace/index.js';
import type { Proofs, ProofState } from './1-proofs.js';
import { acceptedReviews } from './asks/accepted-reviews.js';
import { reviewedCode } from './asks/reviewed-code.js';
import { isLinkLost } from './criterion-input.js';
import { whyNotProven } from './proven.js';

/**
 * `verified`: every test passed for the content of today. `not-run`: at least one test has no result, or there is no
 * test. `stale`: passed for content that changed since. `unknown`: passed, and nobody can tell for which content.
 */
export type VerificationState = 'verified' | 'failed' | 'not-run' | 'stale' | 'unknown';

/** Worst first. */
export const VERIFICATION_STATES: readonly VerificationState[] = ['failed', 'not-run', 'stale', 'unknown', 'verified'];

export interface Verification {
  readonly state: VerificationState;
  /** What keeps it from being verified, in whole phrases; empty if it is. */
  readonly causes: readonly string[];
}

const knownFor = new WeakMap<Proofs, Verifications>();

// @implements SRS-524
/** @returns `undefined` for kinds that nobody tests, and for what need not be tested and is not */
export function verificationOf(record: AnyRecord, trace: Trace, proofs: Proofs): Verification | undefined {
  const known = knownFor.get(proofs) ?? new Verifications(trace, proofs);
  knownFor.set(proofs, known);
  return known.of(record);
}

/** By which links a record leads to those on which it rests, beside its own tests: proof flows upwards only. */
const RESTS_ON: Readonly<Record<string, string>> = {
  need: 'satisfied-by',
  requirement: 'satisfied-by',
  item: 'parts',
  control: 'realised-by',
  threat: 'controls',
  risk: 'controls',
  anomaly: 'resolved-by',
  vulnerability: 'controls',
};

/** Kinds of which each record is to be verified: without any test it is not. */
const EXPECTED: ReadonlySet<string> = new Set([
  'need',
  'requirement',
  'design',
  'item',
  'interface',
  'control',
  'threat',
]);

/** Kinds that a test may verify besides. */
const POSSIBLE: ReadonlySet<string> = new Set(['risk', 'flow', 'soup', 'vulnerability', 'anomaly', 'change']);

class Verifications {
  readonly #trace: Trace;
  readonly #proofs: Proofs;
  readonly #known = new Map<AnyRecord, Verification | undefined>();

  constructor(trace: Trace, proofs: Proofs) {
    this.#trace = trace;
    this.#proofs = proofs;
  }

  of(record: AnyRecord): Verification | undefined {
    if (!this.#known.has(record)) this.#settle(record);
    return this.#known.get(record);
  }

  /** What a record rests on comes first; without calls in calls, however long the way is. */
  #settle(first: AnyRecord): void {
    const open = new Set<AnyRecord>();
    const waiting = [first];
    for (let record = waiting.at(-1); record; record = waiting.at(-1)) {
      if (!open.has(record) && !this.#known.has(record)) {
        open.add(record);
        for (const one of this.#restsOn(record)) if (!open.has(one) && !this.#known.has(one)) waiting.push(one);
      } else {
        waiting.pop();
        if (!this.#known.has(record)) this.#known.set(record, this.#certain(record));
      }
    }
  }

  /** What cannot be read may be a test that failed, or the link to it. */
  #certain(record: AnyRecord): Verification | undefined {
    const found = this.#judge(record);
    if (found?.state !== 'verified') return found;
    if (this.#trace.reading.duplicates.has(record.id))
      return { state: 'unknown', causes: [`${record.id} stands twice`] };
    if (!isLinkLost(this.#trace)) return found;
    return { state: 'unknown', causes: ['a record or a link cannot be read, and may tell otherwise'] };
  }

  #restsOn(record: AnyRecord): readonly AnyRecord[] {
    const name = RESTS_ON[record.kind];
    return name === undefined ? [] : this.#trace.linked(record, name);
  }

  #judge(record: AnyRecord): Verification | undefined {
    if (record.kind === 'test') return this.#ofTest(record);
    const isExpected = isToBeVerified(record);
    if (!isExpected && !POSSIBLE.has(record.kind)) return undefined;
    const below = this.#restsOn(record).flatMap((one) => this.#part(one) ?? []);
    const parts = [...this.#own(record), ...below];
    if (record.kind === 'threat') return this.#ofThreat(record, parts);
    if (parts.length > 0) return worstOf(parts);
    return isExpected ? { state: 'not-run', causes: [`no test verifies ${record.id}`] } : undefined;
  }

  /** One that is not settled yet rests on the record that asks. */
  #part(record: AnyRecord): Verification | undefined {
    if (this.#known.has(record)) return this.#known.get(record);
    return { state: 'unknown', causes: [`${record.id} rests on itself`] };
  }

  /** Its tests; where there are none, reviews that looked at it as it is. */
  #own(record: AnyRecord): readonly Verification[] {
    const tests = this.#trace.linkedOf(record, 'verified-by', 'test');
    return tests.length > 0 ? tests.map((test) => this.#ofTest(test)) : this.#byReview(record);
  }

  #ofTest(test: AnyRecord): Verification {
    if (test.unusable.size > 0) return { state: 'unknown', causes: [`${test.id} cannot be read as a whole`] };
    const { state, cause } = this.#proofs.about(test);
    return { state: FROM_PROOF[state], causes: state === 'current' ? [] : [`${test.id} ${cause}`] };
  }

  /** The best of them: one that saw the present content is enough. */
  #byReview(record: AnyRecord): readonly Verification[] {
    const reviews = acceptedReviews(record, undefined, this.#trace).filter(({ fields }) => VERIFYING.has(fields.type));
    const judged = reviews.map((review): Verification => {
      const { state, why } = reviewedCode(record, review, { proofs: this.#proofs });
      return { state: FROM_PROOF[state], causes: why === '' ? [] : [why] };
    });
    const best = judged.toSorted((a, b) => rankOf(b) - rankOf(a))[0];
    return best ? [best] : [];
  }

  /** A threat is verified once its residual risk is proven, which asks more than that its controls are. */
  #ofThreat(threat: RecordOf<'threat'>, parts: readonly Verification[]): Verification {
    const lacks = whyNotProven(threat, this.#trace, this.#proofs);
    const worst = worstOf(parts.length > 0 ? parts : [{ state: 'not-run', causes: lacks }]);
    return worst.state !== 'verified' || lacks.length === 0 ? worst : { state: 'not-run', causes: lacks };
  }
}

const FROM_PROOF: Readonly<Record<ProofState, VerificationState>> = {
  none: 'not-run',
  failed: 'failed',
  stale: 'stale',
  undated: 'unknown',
  current: 'verified',
};

/** Reviews that look at what was built, not at what is wanted. */
const VERIFYING: ReadonlySet<unknown> = new Set(['code', 'design', 'security']);

/** People, things and products of others are elements too, and nobody verifies them here. */
function isToBeVerified(record: AnyRecord): boolean {
  return EXPECTED.has(record.kind) && (record.kind !== 'item' || isOwnSoftware(record));
}

function rankOf({ state }: Verification): number {
  return VERIFICATION_STATES.indexOf(state);
}

function worstOf(parts: readonly Verification[]): Verification {
  const state = VERIFICATION_STATES.find((one) => parts.some((part) => part.state === one)) ?? 'not-run';
  return { state, causes: [...new Set(parts.flatMap(({ causes }) => causes))] };
}
