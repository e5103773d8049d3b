/** Asks that every member has a passed result of the named type that is current. */
import type { Criterion, EvidenceType } from '../../packs/index.js';
import type { AnyRecord } from '../../records/index.js';
import type { Match } from '../../trace/index.js';
import type { ProofState } from '../1-proofs.js';
import { namesOf } from '../2-facts.js';
import { lowerFirst, select, type Answered, type Asked, type CriterionInput } from '../criterion-input.js';
import { acceptedReviews } from './accepted-reviews.js';
import { NOTHING } from './ask.js';
import { answerEmpty, isUnsure } from './empty-set.js';

/** Every member needs a passed result. Until results can be dated against content, a passed one is unknown, not proof. */
export function answerEvidence(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const selected = select(criterion.of ?? [], asked.partial, asked.obligation.scope, input);
  const types = (criterion.types ?? []).flatMap((id) => input.evidenceTypes.get(id) ?? []);
  const names = types.map((type) => lowerFirst(type.title)).join(' or ') || 'a result';
  if (selected.members.length === 0) return answerEmpty(criterion, asked, selected, input);
  const proofs = selected.members.map((record) => ({ id: record.id, proof: proofOf(record, criterion, input) }));
  const failing = proofs.filter(({ proof }) => proof === 'failed').map(({ id }) => id);
  const without = proofs.filter(({ proof }) => proof === 'none').map(({ id }) => id);
  const isCurrent =
    proofs.every(({ proof }) => proof === 'current') && !selected.open && !isUnsure(criterion, selected);
  const failed = [...failing, ...without];
  return {
    ...NOTHING,
    answer: failed.length > 0 ? 'no' : isCurrent ? 'yes' : 'unknown',
    counted: selected.members.length,
    failed,
    failedProof: failing.length > 0,
    says:
      failing.length > 0
        ? `${failing.length} of ${selected.members.length} ${lowerFirst(selected.title)} failed (${namesOf(failing)})`
        : `${without.length} of ${selected.members.length} ${lowerFirst(selected.title)} have no passed ${names} (${namesOf(without)})`,
    todo: failing.length > 0 ? 'Mend what failed and run it again.' : `Bring a current result of ${names}.`,
  };
}

function proofOf(record: AnyRecord, criterion: Criterion, input: CriterionInput): ProofState {
  const types = (criterion.types ?? []).flatMap((id) => input.evidenceTypes.get(id) ?? []);
  const tests =
    record.kind === 'test' ? [record] : input.trace.linked(record, 'verified-by').filter((far) => far.kind === 'test');
  const fits = (test: AnyRecord): Match => fitsTypes(test, types, input);
  // One that may be of the type can fail; only one that is can prove.
  if (tests.some((test) => fits(test) !== false && input.proofs.of(test) === 'failed')) return 'failed';
  const states = tests.filter((test) => fits(test) === true).map((test) => input.proofs.of(test));
  if (states.length > 0 && states.every((state) => state === 'current')) return 'current';
  if (states.length > 0 && !states.includes('none')) return 'undated';
  const reviews = acceptedReviews(record, undefined, input.trace);
  const byReview = types.some(
    (type) =>
      type.kind === 'review' && reviews.some((review) => input.trace.matches(review, type.where ?? {}) === true),
  );
  return byReview ? 'undated' : 'none';
}

function fitsTypes(test: AnyRecord, types: readonly EvidenceType[], { trace }: CriterionInput): Match {
  if (types.length === 0) return true;
  const matches = types.filter((type) => type.kind === 'test').map((type) => trace.matches(test, type.where ?? {}));
  return matches.includes(true) || (matches.includes('unknown') && 'unknown');
}
