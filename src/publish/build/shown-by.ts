/** What shows it: the result that decides about a test, and whether a rating after control is proven or only claimed. */
import { isProven, verificationOf, type ProofState } from '../../assess/index.js';
import type { AnyRecord } from '../../records/index.js';
import type { TagContext } from '../tags/define.js';
import { personName } from './person-name.js';

const OUTCOMES: Readonly<Record<ProofState, readonly [outcome: string, but: string]>> = {
  none: ['', ''],
  failed: ['failed', ''],
  stale: ['passed', ' for other content'],
  undated: ['passed', ', not known for which content'],
  current: ['passed', ''],
};

/** Long enough to find a commit or a statement, short enough for a column. */
const HASH_LENGTH = 12;

/** @returns such as `passed on 2026-10-02, commit 3f2a9c11d0aa, recorded in RUN-4, tester novak`; empty without a result */
export function resultWords(test: AnyRecord, { assessment }: TagContext): string {
  const { proofs, trace } = assessment;
  const { state, result, assurance = 'claimed' } = proofs.about(test);
  if (!result) return '';
  const run = trace.find(result.source);
  const by = run?.kind === 'run' ? run.fields.tester : undefined;
  const tester = by === undefined ? '' : `, tester ${personName(by, assessment)}`;
  const commit = result.commit === null ? 'no commit told' : `commit ${result.commit.slice(0, HASH_LENGTH)}`;
  const [outcome, but] = OUTCOMES[state];
  const day = `${result.at.slice(0, 'yyyy-mm-dd'.length)}${result.isTimeByHand ? ' (as somebody told)' : ''}`;
  return `${outcome} on ${day}${but}, ${commit}, ${assurance} in ${run ? run.id : fileWords(result.source)}${tester}`;
}

/** A statement lies under the hash of what it says. */
function fileWords(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  return /^[0-9a-f]{64}\./.test(name) ? `statement ${name.slice(0, HASH_LENGTH)}` : name;
}

/** A level that rests on controls of which nothing shows that they hold is a claim. */
export function ratingAfter(rating: string, record: AnyRecord, { assessment }: TagContext): string {
  const { trace, proofs } = assessment;
  if (rating === '' || rating === 'unknown') return rating;
  const isShown =
    record.kind === 'threat'
      ? isProven(record, trace, proofs)
      : verificationOf(record, trace, proofs)?.state === 'verified';
  return isShown ? rating : `${rating}, claimed`;
}
