/** Judges one obligation: answers its criteria, takes out what was decided, and says what is left to do. */
import { answerCriteria, type CriteriaContext, type CriterionAnswer } from './7-criteria.js';
import type { Decisions } from './8-decisions.js';
import { isDue, statusOf, type Status } from './9-status.js';
import type { EffortEstimate } from './10-effort.js';
import type { Obligation } from './6-obligations.js';
import type { ObligationAnswer } from './assessment.js';
import { bearingGaps, type OpenGaps } from './bearing-gaps.js';
import type { FailedProduct } from './failures.js';
import type { FactValues } from '../packs/index.js';

export interface JudgeInput {
  readonly context: CriteriaContext;
  readonly decisions: Decisions;
  readonly effort: EffortEstimate;
  readonly facts: FactValues;
}

export interface Judged {
  readonly failed: FailedProduct;
  /** @param telling keys of the gaps that tell what it lacks */
  withGaps(gaps: OpenGaps, telling: readonly string[]): ObligationAnswer;
}

/** Its gaps are known only when all obligations are judged: what several lack is told once. */
export function judge(obligation: Obligation, input: JudgeInput): Judged {
  const { context, decisions } = input;
  const { product, scope } = obligation;
  const answers = answerCriteria(obligation, context);
  const decidedBy = new Map(answers.map((answer) => [answer.criterion.id, decisionsOfPart(answer, scope, decisions)]));
  const decided = new Set([...decidedBy].filter(([, ids]) => ids.length > 0).map(([id]) => id));
  const notApplicable = decisions.ofProduct(product.id, scope);
  const phase = input.facts.get('life-phase');
  const status = statusOf({
    obligation,
    answers,
    decided,
    notApplicable,
    isDue: isDue(product, context.trace, phase === undefined ? 'unknown' : phase === 'on-the-market'),
  });
  const records = new Set(
    answers.filter((answer) => answer.criterion.ask !== 'approval').flatMap((answer) => answer.members),
  );
  return {
    failed: {
      obligation,
      status,
      asked: answers.filter((answer) => answer.decides && !decided.has(answer.criterion.id)),
    },
    withGaps: (gaps, telling) => ({
      ...obligation,
      status,
      criteria: answers,
      decisions: [...new Set([...notApplicable, ...[...decidedBy.values()].flat()])],
      decidedCriteria: decided,
      byReference: answers.reduce((sum, answer) => sum + answer.byReference, 0),
      gaps: bearingGaps(gaps, telling, answers),
      records: records.size,
      hoursLeft: hoursLeft(obligation, status, answers, input.effort),
    }),
  };
}

function decisionsOfPart(answer: CriterionAnswer, scope: string, decisions: Decisions): readonly string[] {
  const parts = [answer.criterion.id, ...answer.clauses];
  return parts.flatMap((part) => decisions.ofPart(part, scope));
}

/** Hours of the product times the part of its criteria that are not answered with yes. */
function hoursLeft(
  obligation: Obligation,
  status: Status,
  answers: readonly CriterionAnswer[],
  effort: EffortEstimate,
): number {
  if (status === 'met' || status === 'not-applicable') return 0;
  const hours = hoursOf(effort, obligation.product.id);
  const asked = answers.filter((answer) => answer.decides);
  const open = asked.filter((answer) => answer.answer !== 'yes').length;
  return asked.length === 0 ? hours : Math.round(((hours * open) / asked.length) * 10) / 10;
}

/** Of both sides; while a deciding fact is not known, the upper end. */
function hoursOf(effort: EffortEstimate, product: string): number {
  const sides = effort.byProduct.get(product);
  if (!sides) return 0;
  return [sides.byClass, sides.security].reduce(
    (sum, hours) => sum + (hours.value === 'unknown' ? hours.high : hours.value),
    0,
  );
}
