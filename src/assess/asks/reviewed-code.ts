/** Whether the files of an item are still those that a review looked at. */
import type { AnyRecord, RecordOf } from '../../records/index.js';
import type { Proofs, ProofState } from '../1-proofs.js';

export interface ReviewedCode {
  readonly state: ProofState;
  readonly why: string;
}

/** A review of records alone is bound to their text; one of an item is of its files too. */
export function reviewedCode(
  record: AnyRecord,
  review: RecordOf<'review'>,
  { proofs }: { readonly proofs: Proofs },
): ReviewedCode {
  const { commit } = review.fields;
  if (commit === undefined) return { state: 'undated', why: `${review.id} names no commit` };
  const compared = proofs.filesSince(record, commit);
  if (compared === 'same') return { state: 'current', why: '' };
  if (compared === 'unknown')
    return { state: 'undated', why: `nobody can tell the files of ${record.id} at the commit of ${review.id}` };
  return { state: 'stale', why: `${review.id} is out of date: ${compared}` };
}
