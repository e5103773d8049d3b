/** Answers that people give to a special-test criterion on an item: a test, a review that looked at it, a decision. */
import type { AnsweredBy } from '../../packs/index.js';
import type { AnyRecord, RecordOf } from '../../records/index.js';
import type { Trace } from '../../trace/index.js';
import type { ProofState } from '../1-proofs.js';
import { acceptedReviews } from '../asks/accepted-reviews.js';
import { reviewedCode } from '../asks/reviewed-code.js';
import type { SpecialTestInput } from './matrix.js';

export interface WayAnswer {
  readonly way: AnsweredBy;
  /** Id of a record, or path of a statement. */
  readonly source: string;
  readonly state: 'current' | 'failed' | 'stale' | 'unknown';
  readonly why: string;
}

const FROM_PROOF: Readonly<Record<ProofState, WayAnswer['state']>> = {
  none: 'unknown',
  failed: 'failed',
  stale: 'stale',
  undated: 'unknown',
  current: 'current',
};

/** Tests that name the criterion and verify the item, or what is allocated to it. */
export function byTest(
  criterion: string,
  item: RecordOf<'item'>,
  { trace, proofs }: SpecialTestInput,
): readonly WayAnswer[] {
  return trace
    .all('test')
    .filter((test) => trace.foreign(test, 'criteria').includes(criterion) && isAbout(test, item, trace))
    .map((test) => {
      const { state, cause } = proofs.about(test);
      return {
        way: 'test',
        source: test.id,
        state: FROM_PROOF[state],
        why: state === 'current' ? '' : `${test.id} ${cause}`,
      };
    });
}

const TO_ITEMS = ['allocated-to', 'of', 'item'] as const;

function isAbout(test: RecordOf<'test'>, item: AnyRecord, trace: Trace): boolean {
  return trace
    .linked(test, 'verifies')
    .some((record) => record === item || TO_ITEMS.some((name) => trace.linked(record, name).includes(item)));
}

/** Accepted reviews of the item that name the criterion, of the files as they are. */
export function byReview(criterion: string, item: RecordOf<'item'>, input: SpecialTestInput): readonly WayAnswer[] {
  return acceptedReviews(item, undefined, input.trace)
    .filter((review) => input.trace.foreign(review, 'criteria').includes(criterion))
    .map((review) => {
      const { state, why } = reviewedCode(item, review, input);
      return { way: 'review', source: review.id, state: FROM_PROOF[state], why };
    });
}

/** A valid decision that names the criterion, about the item or about nothing in particular. */
export function byDecision(
  criterion: string,
  item: RecordOf<'item'>,
  { trace, decisions }: SpecialTestInput,
): readonly WayAnswer[] {
  return decisions.valid
    .filter((decision) => trace.foreign(decision, 'scope').includes(criterion))
    .filter((decision) => {
      const about = trace.linked(decision, 'about');
      return about.length === 0 || about.includes(item);
    })
    .map(({ id }) => ({ way: 'decision', source: id, state: 'current', why: '' }));
}
