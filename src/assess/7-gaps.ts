/** Step 7, second half: the words of one gap for each thing that criteria miss. */
import type { Found } from '../rules/index.js';
import type { Trace } from '../trace/index.js';
import type { CriterionAnswer } from './7-criteria.js';
import { effectOf, isContent } from './9-status.js';
import type { Obligation } from './6-obligations.js';
import type { Failure } from './failures.js';
import type { Telling } from './told-once.js';

export function productFound({ failure, bearsOn, sameFor }: Telling, trace: Trace): Found {
  const { obligation, answers, isMissing } = failure;
  const [first] = answers;
  const found = isMissing || !first ? missingProduct(failure, trace) : failedCriterion(obligation, first, trace);
  const { title } = obligation.product;
  return {
    subject: `work-product:${obligation.product.id}`,
    obligations: [...new Set([obligation, ...bearsOn].map(({ product }) => product.id))],
    ...found,
    what: `${title}${forSystems(obligation, sameFor)}: ${found.what}.`,
  };
}

/** The system stands in the key, so that a second system changes no key of the first. */
function detailsOf(obligation: Obligation, part: string): readonly string[] {
  return obligation.scope === 'device' ? [part] : [obligation.scope, part];
}

function missingProduct({ obligation, answers, draft }: Failure, trace: Trace): Found {
  // A report lacks its results first; that there is nothing to report comes after them, or is untrue.
  const first = answers.find((answer) => isContent(answer) || answer.criterion.ask === 'evidence') ?? answers[0];
  return {
    details: detailsOf(obligation, 'missing'),
    spot: trace.find(draft?.failed[0] ?? '')?.spot,
    what: draft
      ? `nothing of it counts yet, as ${draft.says}`
      : `nothing of it is ${answers.some(({ begun }) => begun?.size) ? 'finished' : 'written'}`,
    why: obligation.product.purpose,
    do: (draft ?? first)?.todo ?? 'Write it.',
    because: obligation.because,
    basis: [...obligation.byClass.clauses, ...obligation.bySecurity.clauses],
    severity: 'error',
  };
}

function failedCriterion(obligation: Obligation, answer: CriterionAnswer, trace: Trace): Found {
  const records = answer.failed.flatMap((id) => trace.find(id) ?? []);
  const [first, ...others] = records;
  return {
    details: detailsOf(obligation, answer.criterion.id),
    spot: first?.spot,
    what: answer.says,
    why: answer.criterion.why ? withStop(answer.criterion.why) : obligation.product.purpose,
    do: answer.todo,
    because: answer.side,
    basis: answer.clauses,
    severity: effectOf(answer) === 'unproven' ? 'warning' : 'error',
    see: others.slice(0, 5).map((record) => ({ spot: record.spot, note: `${record.id} too.` })),
  };
}

function forSystems({ scope }: Obligation, sameFor: ReadonlySet<Obligation>): string {
  return scope === 'device' ? '' : ` (${[scope, ...[...sameFor].map((one) => one.scope)].join(', ')})`;
}

/** Letters stay as the pack has them: its words may begin with a path or an id. */
function withStop(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
