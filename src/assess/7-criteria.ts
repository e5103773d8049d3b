/** Step 7: answers each criterion of each obligation so that an auditor can redo it by hand: what was counted and what failed. */
import type { Criterion } from '../packs/index.js';
import { answerAsk } from './asks.js';
import type { Answer, Answered, CriterionInput } from './criterion-input.js';
import type { Obligation } from './6-obligations.js';

export interface CriterionAnswer extends Answered {
  readonly criterion: Criterion;
  /** Only the security-relevant members were asked. */
  readonly partial: boolean;
  /** Whether it decides the status: habits and analogies are shown, and decide only if the team's plan adopts them. */
  readonly decides: boolean;
  readonly side: 'safety-class' | 'cybersecurity' | 'both';
  /** Clauses of the chosen packs that ask it. */
  readonly clauses: readonly string[];
}

export interface CriteriaContext extends CriterionInput {
  readonly isExposed: boolean | 'unknown';
  /** Whether a condition on facts holds. */
  holds(condition: string): boolean | 'unknown';
}

export function answerCriteria(obligation: Obligation, context: CriteriaContext): readonly CriterionAnswer[] {
  return obligation.product.criteria.flatMap((criterion) => {
    const depth = depthOf(criterion, obligation, context);
    if (!depth) return [];
    const answered = answerAsk(criterion, { obligation, partial: depth.partial }, context);
    return [{ ...answered, answer: certain(answered.answer, criterion, depth, context), criterion, ...depth }];
  });
}

type Depth = Pick<CriterionAnswer, 'partial' | 'decides' | 'side' | 'clauses'>;

/** The class asks at full depth, security at its own; the wider one wins. Neither: it is not asked and not shown. */
function depthOf(criterion: Criterion, obligation: Obligation, context: CriteriaContext): Depth | undefined {
  const clauses = criterion.clauses.filter((clause) => context.isLoaded(clause));
  if (clauses.length === 0) return undefined;
  const byClass = obligation.byClass.level !== 'none' && (criterion.classes?.includes(obligation.class) ?? false);
  const bySecurity =
    obligation.bySecurity.level !== 'none' && criterion.security !== undefined && isChosen(criterion, context);
  if (!byClass && !bySecurity) return undefined;
  if (criterion.when !== undefined && context.holds(criterion.when) === false) return undefined;
  return {
    partial: !byClass && (criterion.security === 'partial' || context.isExposed === false),
    decides: criterion.basis !== 'practice' && criterion.basis !== 'analogy',
    side: byClass && bySecurity ? 'both' : byClass ? 'safety-class' : 'cybersecurity',
    clauses,
  };
}

function isChosen(criterion: Criterion, context: CriteriaContext): boolean {
  if (!criterion.packs) return true;
  return criterion.packs.some((name) => context.packs.some((pack) => pack.pack === name));
}

/** An unknown condition makes the answer unknown: it is not known whether the criterion is asked at all. */
function certain(answer: Answer, criterion: Criterion, _depth: Depth, context: CriteriaContext): Answer {
  const open = criterion.when !== undefined && context.holds(criterion.when) === 'unknown';
  return open && answer === 'yes' ? 'unknown' : answer;
}
