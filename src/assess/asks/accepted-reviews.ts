/** Which reviews of a record count: accepted by a named person on a day, for its present content. */
import type { AnyRecord, RecordOf } from '../../records/index.js';
import { isBoundTo, type Trace } from '../../trace/index.js';

export function acceptedReviews(
  record: AnyRecord,
  type: string | undefined,
  trace: Trace,
): readonly RecordOf<'review'>[] {
  const reviews = trace.linkedOf(record, 'reviewed-in', 'review');
  return reviews.length === 0 ? reviews : acceptedAmong(reviews, record, type, trace);
}

function acceptedAmong(
  reviews: readonly RecordOf<'review'>[],
  record: AnyRecord,
  type: string | undefined,
  trace: Trace,
): readonly RecordOf<'review'>[] {
  return reviews.filter((review) => {
    const { outcome, by, date } = review.fields;
    const accepted = outcome === 'accepted' || outcome === 'accepted-with-findings';
    return (
      accepted &&
      by !== undefined &&
      date !== undefined &&
      (type === undefined || review.fields.type === type) &&
      isBoundTo(review, record, trace)
    );
  });
}
