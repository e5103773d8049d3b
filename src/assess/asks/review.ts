/** Asks that every member was reviewed and accepted in its present content. */
import type { Criterion } from '../../packs/index.js';
import type { AnyRecord, RecordOf } from '../../records/index.js';
import { shortList } from '../../shapes/index.js';
import { lowerFirst, select, type Answered, type Asked, type CriterionInput } from '../criterion-input.js';
import { acceptedReviews } from './accepted-reviews.js';
import { NOTHING } from './ask.js';
import { answerEmpty, isUnsure } from './empty-set.js';
import { reviewedCode, type ReviewedCode } from './reviewed-code.js';

// @implements SRS-509
export function answerReview(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const selected = select(criterion.of ?? [], asked.partial, asked.obligation.scope, input);
  if (selected.members.length === 0) return answerEmpty(criterion, asked, selected, input);
  const reviewed = selected.members.map((record) => ({
    record,
    reviews: acceptedReviews(record, criterion.type, input.trace),
  }));
  const failed = reviewed.filter(({ reviews }) => !isEnough(reviews, criterion)).map(({ record }) => record.id);
  const outdated = isOfCode(criterion)
    ? reviewed.flatMap((one) => codeOf(one, input)).filter(({ state }) => state !== 'current')
    : [];
  const stale = outdated.filter(({ state }) => state === 'stale');
  const looked = criterion.looked ? ` that looked at ${criterion.looked.join(', ')}` : '';
  return {
    ...NOTHING,
    answer:
      failed.length + stale.length > 0
        ? 'no'
        : outdated.length === 0 && !selected.open && !isUnsure(criterion, selected)
          ? 'yes'
          : 'unknown',
    counted: selected.members.length,
    failed: [...failed, ...stale.map(({ id }) => id)],
    says:
      failed.length === 0 && outdated.length > 0
        ? outdated
            .map(({ why }) => why)
            .slice(0, 2)
            .join('; ')
        : `${failed.length} of ${selected.members.length} ${lowerFirst(selected.title)} have no accepted ${criterion.type ?? ''} review of their present content${looked} (${shortList(failed)})`,
    todo: `Write a review with \`type: ${criterion.type ?? ''}\`, \`reviewed\`,${criterion.looked ? ` \`looked: [${criterion.looked.join(', ')}]\`,` : ''} \`by\`, \`date\`, \`outcome\` and \`bound-to\` as \`medward show ID\` prints it.`,
    members: [...new Set(reviewed.flatMap(({ reviews }) => reviews))],
  };
}

/** What one member has of accepted reviews. */
interface Reviewed {
  readonly record: AnyRecord;
  readonly reviews: readonly RecordOf<'review'>[];
}

function isEnough(reviews: Reviewed['reviews'], criterion: Criterion): boolean {
  if (reviews.length === 0) return false;
  const looked = new Set(reviews.flatMap((review) => review.fields.looked ?? []));
  return (criterion.looked ?? []).every((name) => looked.has(name));
}

/** A review of what the code is like holds as long as the code. */
function isOfCode({ currency }: Criterion): boolean {
  return currency !== undefined && currency !== 'content';
}

function codeOf(
  { record, reviews }: Reviewed,
  input: CriterionInput,
): readonly (ReviewedCode & { readonly id: string })[] {
  const states = reviews.map((review) => reviewedCode(record, review, input));
  const best = states.find(({ state }) => state === 'current') ?? states[0];
  return best ? [{ ...best, id: record.id }] : [];
}
