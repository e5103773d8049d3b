/** Whether each clause of a pack is met: the conjunction of the asked criteria that name it, not of whole work products. */
import type { Clause } from '../packs/index.js';
import { isLifted } from './6-obligations.js';
import type { Assessment, ObligationAnswer } from './assessment.js';
import type { CriterionAnswer } from './7-criteria.js';
import type { Answer } from './criterion-input.js';

/**
 * `none`: no criterion of a listed work product names the clause, so nothing can be said about it here. `empty`: what
 * its criteria ask of is not there, so nothing is wrong and nothing is shown.
 */
export type ClauseStatus = 'met' | 'open' | 'unknown' | 'empty' | 'none' | 'not-asked';

export interface ClauseAnswer {
  readonly clause: Clause;
  /** Clause with its pack: `iec62304:5.5.4`. */
  readonly id: string;
  readonly asked: 'by-class' | 'by-security' | 'every-device' | 'not-asked';
  readonly status: ClauseStatus;
  readonly criteria: readonly {
    readonly obligation: string;
    readonly scope: string;
    readonly id: string;
    readonly answer: Answer;
    readonly isDecided: boolean;
  }[];
}

// @implements SRS-517
export function clausesOf(assessment: Assessment, packName: string): readonly ClauseAnswer[] {
  const pack = assessment.packs.packs.find((one) => one.pack === packName);
  return (pack?.clauses ?? []).map((clause) => clauseAnswer(clause, `${packName}:${clause.id}`, assessment));
}

function clauseAnswer(clause: Clause, id: string, assessment: Assessment): ClauseAnswer {
  const named = assessment.obligations.flatMap((obligation) => criteriaNaming(id, obligation));
  const asked = askedBy(clause, assessment);
  const criteria = named.map(({ criterion }) => criterion);
  return { clause, id, asked, status: asked === 'not-asked' ? 'not-asked' : statusOf(named), criteria };
}

/** A criterion that names the clause, and whether any record stands behind its answer. */
interface NamedBy {
  readonly criterion: ClauseAnswer['criteria'][number];
  readonly isRule: boolean;
  readonly isCarried: boolean;
}

function criteriaNaming(clause: string, obligation: ObligationAnswer): readonly NamedBy[] {
  if (obligation.status === 'not-due' || obligation.status === 'not-applicable') return [];
  return obligation.criteria
    .filter((answer) => answer.decides && answer.clauses.includes(clause))
    .map((answer) => ({
      criterion: {
        obligation: obligation.product.id,
        scope: obligation.scope,
        id: answer.criterion.id,
        answer: answer.answer,
        isDecided: isDecided(answer, obligation),
      },
      isRule: answer.criterion.ask === 'rule',
      isCarried: isCarried(answer, obligation),
    }));
}

/** A rule names no records when it finds nothing; then those of its work product tell whether it had any to look at. */
function isCarried(answer: CriterionAnswer, { criteria }: ObligationAnswer): boolean {
  // A component list or a review is no record that counts as a member, but what it was asked of is there.
  if (answer.criterion.ask !== 'rule') return answer.members.length + answer.counted > 0;
  return criteria.some(({ members }) => members.length > 0);
}

function isDecided(answer: CriterionAnswer, obligation: ObligationAnswer): boolean {
  return obligation.decidedCriteria.has(answer.criterion.id);
}

/** Decided criteria are taken out; what is left must all be yes, and something must be left. */
function statusOf(criteria: readonly NamedBy[]): ClauseStatus {
  const left = criteria.filter(({ criterion }) => !criterion.isDecided);
  if (left.length === 0) return 'none';
  if (left.some(({ criterion }) => criterion.answer === 'no')) return 'open';
  if (left.some(({ criterion }) => criterion.answer === 'unknown')) return 'unknown';
  // Where others ask for records too, and find none, that a rule is silent says nothing.
  const telling = left.filter(({ isRule }) => !isRule);
  return (telling.length > 0 ? telling : left).some(({ isCarried: carried }) => carried) ? 'met' : 'empty';
}

function askedBy(clause: Clause, assessment: Assessment): ClauseAnswer['asked'] {
  const { classes, packs, facts } = assessment;
  if (clause.route === 'legacy' && facts.get('route') !== 'legacy') return 'not-asked';
  if (clause.asks.class) {
    if (clause.asks.class.length === 3) return 'every-device';
    if (clause.asks.class.includes(classes.device)) return 'by-class';
    const input = { packs: packs.packs, facts, table: packs.table, classes, isLoaded: assessment.isLoaded };
    return isLifted(clause, input) ? 'by-security' : 'not-asked';
  }
  if (clause.asks.when === undefined) return 'every-device';
  return packs.table.conditions.holds(clause.asks.when, facts) === false ? 'not-asked' : 'by-security';
}
