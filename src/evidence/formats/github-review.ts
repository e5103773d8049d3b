/** One review of a GitHub pull request, as the REST API (2022-11-28) or `gh pr view --json reviews` writes it. */
import { at, textAt } from '../json-access.js';
import { clip } from '../limits.js';
import type { Review } from '../report.js';

const STATES = new Map<string, Review['state']>([
  ['APPROVED', 'approved'],
  ['CHANGES_REQUESTED', 'changes-requested'],
  ['COMMENTED', 'commented'],
  ['DISMISSED', 'dismissed'],
]);

/** @returns `undefined` for a review that is still being written (`PENDING`) */
export function githubReview(review: unknown, of: string | null): Review | undefined {
  const state = STATES.get(textAt(review, 'state') ?? '');
  if (state === undefined) return undefined;
  const by = textAt(review, 'user', 'login') ?? textAt(review, 'author', 'login') ?? 'unknown';
  return {
    by: clip(by, 100),
    how: 'review',
    state,
    commit: commitIn(at(review, 'commit_id')) ?? commitIn(at(review, 'commit', 'oid')),
    at: textAt(review, 'submitted_at') ?? textAt(review, 'submittedAt') ?? null,
    of: textAt(review, 'pull_request_url') ?? of,
  };
}

/** @returns `null` for what is no hash of a commit */
export function commitIn(written: unknown): string | null {
  return typeof written === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(written) ? written : null;
}
