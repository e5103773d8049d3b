/** Step 9: the status of an obligation, the first verdict that fits (fulfilment.yaml, `verdict`). */
import type { WorkProduct } from '../packs/index.js';
import type { Trace } from '../trace/index.js';
import type { CriterionAnswer } from './7-criteria.js';
import type { Obligation } from './6-obligations.js';

export const STATUSES = ['met', 'unproven', 'incomplete', 'missing', 'not-due', 'not-applicable', 'unknown'] as const;
export type Status = (typeof STATUSES)[number];

export interface StatusInput {
  readonly obligation: Obligation;
  readonly answers: readonly CriterionAnswer[];
  /** Criteria that a decision took out. */
  readonly decided: ReadonlySet<string>;
  /** Decisions that the whole product does not apply. */
  readonly notApplicable: readonly string[];
  readonly isDue: boolean | 'unknown';
}

const CONTENT = new Set(['document', 'records', 'each', 'rule']);

export function isContent(answer: CriterionAnswer): boolean {
  return CONTENT.has(answer.criterion.ask);
}

/** What a "no" of the criterion does to the product. */
export function effectOf(answer: CriterionAnswer): 'missing' | 'incomplete' | 'unproven' {
  if (answer.failedProof) return 'incomplete';
  if (answer.criterion.ifNo) return answer.criterion.ifNo;
  if (answer.criterion.ask === 'records') return 'missing';
  return isContent(answer) ? 'incomplete' : 'unproven';
}

// @implements SRS-513, SRS-610
export function statusOf(input: StatusInput): Status {
  const { obligation } = input;
  const asked = input.answers.filter((answer) => answer.decides && !input.decided.has(answer.criterion.id));
  const failing = asked.filter((answer) => answer.answer === 'no');
  const withEffect = (effect: string): boolean => failing.some((answer) => effectOf(answer) === effect);
  if (obligation.unknownFacts.length > 0) return 'unknown';
  if (input.notApplicable.length > 0 && !obligation.product.neverWaived) return 'not-applicable';
  if (input.isDue === false) return 'not-due';
  if (nothingCounts(asked)) return isOnlyConditional(obligation) ? 'not-due' : 'missing';
  if (withEffect('missing')) return 'missing';
  if (withEffect('incomplete')) return 'incomplete';
  if (asked.length === 0 || asked.some((answer) => answer.answer === 'unknown') || input.isDue === 'unknown')
    return 'unknown';
  if (withEffect('unproven')) return 'unproven';
  if (asked.some((answer) => answer.members.length > 0)) return 'met';
  // Every answer is yes because every list is empty: an empty set fulfils nothing.
  return isOnlyConditional(obligation) ? 'not-due' : 'unknown';
}

/** Asked only if a situation exists that nothing in the project speaks of, such as legacy software. */
export function isOnlyConditional({ byClass, bySecurity }: Obligation): boolean {
  return [byClass, bySecurity].every(({ level }) => level === 'none' || level === 'conditional');
}

/** No content criterion found anything that counts. */
export function nothingCounts(asked: readonly CriterionAnswer[]): boolean {
  const content = asked.filter((answer) => isContent(answer) && answer.criterion.ask !== 'rule');
  return content.length > 0 && content.every((answer) => answer.answer === 'no' && answer.members.length === 0);
}

// @implements SRS-514
/**
 * Whether the event before which a product is not due has happened, told by records and the profile.
 * @param isOnTheMarket a device on the market was released, whether somebody wrote a release down or not
 */
export function isDue(product: WorkProduct, trace: Trace, isOnTheMarket: boolean | 'unknown'): boolean | 'unknown' {
  if (product.due === undefined || isOnTheMarket === true) return true;
  const releases = trace.all('release');
  if (product.due === 'on-the-market')
    return releases.some((release) => release.fields['in-field']) ? true : isOnTheMarket;
  if (releases.length > 0) return true;
  return product.due === 'first-system-test' && trace.all('run').length > 0;
}
