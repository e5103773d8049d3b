/** What can become a gap: a failing criterion, or a whole work product; in the order in which they are told. */
import type { CriterionAnswer } from './7-criteria.js';
import { effectOf, isContent, isOnlyConditional, nothingCounts, type Status } from './9-status.js';
import type { Obligation } from './6-obligations.js';
import type { CriterionInput } from './criterion-input.js';
import { isOfScope, lacksOf, type Lack } from './lacks.js';

/** A work product with the criteria that decide about it, those left out that a decision took away. */
export interface FailedProduct {
  readonly obligation: Obligation;
  readonly asked: readonly CriterionAnswer[];
  readonly status: Status;
}

/** What becomes one gap, if nothing tells it before: a failing criterion, or a product of which nothing counts. */
export interface Failure {
  readonly obligation: Obligation;
  readonly answers: readonly CriterionAnswer[];
  readonly isMissing: boolean;
  /** Of a product of which nothing counts: what was written all the same, such as a draft. */
  readonly draft: CriterionAnswer | undefined;
}

export function failuresOf(
  { obligation, asked, status }: FailedProduct,
  { trace }: CriterionInput,
): readonly Failure[] {
  if (status === 'not-applicable' || status === 'not-due') return [];
  const failing = asked.filter((answer) => answer.answer === 'no');
  // Also where a fact is not known on which it depends: then it may be asked, and one gap says so.
  if ((status === 'missing' || nothingCounts(asked)) && failing.every((answer) => answer.members.length === 0)) {
    if (isOnlyConditional(obligation)) return [];
    const draft = failing.find(({ criterion, failed }) => criterion.ask === 'each' && trace.find(failed[0] ?? ''));
    return [{ obligation, answers: failing, isMissing: true, draft }];
  }
  // A failing rule is a gap by itself.
  return failing
    .filter((answer) => answer.criterion.ask !== 'rule')
    .map((answer) => ({ obligation, answers: [answer], isMissing: false, draft: undefined }));
}

/** What blocks before what waits for proof, what is told where it is written before where it is missed; then as packed. */
export function inOrder(failures: readonly Failure[], input: CriterionInput): readonly Failure[] {
  return failures
    .map((failure, index) => ({ failure, rank: rankOf(failure, input), index }))
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ failure }) => failure);
}

function rankOf(failure: Failure, input: CriterionInput): number {
  const isWarning = !failure.isMissing && failure.answers.every((answer) => effectOf(answer) === 'unproven');
  const isHome = failure.answers.some((answer) => isAtHome(answer, failure.obligation, input));
  return (isWarning ? 2 : 0) + (isHome ? 0 : 1);
}

/** That a test has no result comes before what it was to prove; that a review is missing, where reviews are written. */
function isAtHome({ criterion }: CriterionAnswer, { product }: Obligation, { selectors }: CriterionInput): boolean {
  const kindOf = (id: string): string | undefined => selectors.get(id)?.kind;
  const of = criterion.of ?? [];
  if (criterion.ask === 'evidence') return of.some((id) => kindOf(id) === 'test');
  if (criterion.ask === 'review') return product.holds.some((id) => kindOf(id) === 'review');
  return of.some((id) => product.holds.includes(id));
}

/** Where nothing is there that could be approved, the content is what is lacking. */
export function lacksOfFailure(
  { obligation, answers, isMissing }: Failure,
  products: readonly FailedProduct[],
  input: CriterionInput,
): readonly Lack[] {
  const [only] = answers;
  const isOfNothing = !isMissing && only?.criterion.ask === 'approval' && only.counted === 0;
  const content = isOfNothing ? contentLacking(obligation, products) : isMissing ? begunBy(answers) : [];
  const asked = content.length > 0 ? content : answers;
  return asked.flatMap((answer) => lacksOf(answer, obligation, input));
}

/** Of a product whose texts are begun these are what is lacking; nothing else of it can be there before. */
export function begunBy(answers: readonly CriterionAnswer[]): readonly CriterionAnswer[] {
  const documents = answers.filter(({ criterion }) => criterion.ask === 'document');
  return documents.some(({ begun }) => begun?.size) ? documents : [];
}

function contentLacking(obligation: Obligation, products: readonly FailedProduct[]): readonly CriterionAnswer[] {
  const product = products.find((one) => one.obligation === obligation);
  return (product?.asked ?? []).filter((answer) => answer.answer === 'no' && isContent(answer));
}

/** Of a product of which nothing counts the words tell no more than that, and what was written all the same. */
export function toldBy({ isMissing, draft }: Failure, lacks: readonly Lack[]): readonly Lack[] {
  if (!isMissing) return lacks;
  const written = new Set(draft?.failed);
  return lacks.flatMap((lack) => {
    const at = isOfScope(lack) ? lack.at : lack.at.filter((id) => written.has(id));
    return at.length > 0 ? [{ ...lack, at }] : [];
  });
}

/** The same criterion, or the whole of the same product, for another software system. */
export function isSame(a: Failure, b: Failure): boolean {
  if (a.isMissing || b.isMissing) return a.isMissing && b.isMissing && a.obligation.product === b.obligation.product;
  return a.answers[0]?.criterion === b.answers[0]?.criterion;
}
