/** Which reviews of an export stand: of each reviewer the last word on a change, with the files that it was about. */
import type { Review, ReviewedFile } from './report.js';
import type { Statement } from './statement.js';

export interface StandingReview extends Review {
  /** `null`: nobody can say which files were looked at. */
  readonly files: readonly ReviewedFile[] | null;
  /** Path of the statement. */
  readonly statement: string;
}

// @implements SRS-813
/**
 * Only approvals and requests for changes are a last word: a comment behind them takes nothing back, a dismissal does.
 * The files are those of the commit that was reviewed; a review of another commit of the same request saw others.
 */
export function standingReviews(
  stored: readonly { readonly path: string; readonly statement: Statement }[],
): readonly StandingReview[] {
  return stored.flatMap(({ path, statement }) => {
    const { reviews, changes = [] } = statement.predicate;
    const files = new Map(changes.map((change) => [change.commit, change.files]));
    return lastWords(reviews).map((review) => ({
      ...review,
      files: (review.commit === null ? undefined : files.get(review.commit)) ?? null,
      statement: path,
    }));
  });
}

/** Exports hold reviews in the order in which they were given. */
function lastWords(reviews: readonly Review[]): readonly Review[] {
  const last = new Map<string, Review>();
  for (const review of reviews) {
    if (review.state !== 'commented') last.set(JSON.stringify([review.of ?? review.commit, review.by]), review);
  }
  return [...last.values()].filter(({ state }) => state !== 'dismissed');
}
