/** Step 7, second half: one gap for each criterion that fails, unless a rule already tells it at its cause. */
import { relationTable, type AnyRecord } from '../records/index.js';
import { allRules, type Found, type Gap, type Rule } from '../rules/index.js';
import { valuesOf, type Trace } from '../trace/index.js';
import type { CriterionAnswer } from './7-criteria.js';
import { effectOf, isContent, type Status } from './9-status.js';
import type { Obligation } from './6-obligations.js';
import { counts } from './criterion-input.js';

export interface FailedInput {
  readonly obligation: Obligation;
  readonly answers: readonly CriterionAnswer[];
  readonly decided: ReadonlySet<string>;
  readonly status: Status;
  /** Gaps of rules, as `gapsTold` names them. */
  readonly told: ReadonlySet<string>;
  readonly trace: Trace;
}

/** Rule and record of gaps, decided ones too: a criterion whose cause is among them tells nothing new. */
export function gapsTold(gaps: readonly Gap[]): ReadonlySet<string> {
  return new Set(gaps.map((gap) => `${gap.rule}@${gap.record}`));
}

// @implements SRS-516
export function failedCriteria(input: FailedInput): readonly Found[] {
  const { obligation, status } = input;
  if (status === 'not-applicable' || status === 'not-due') return [];
  const failing = input.answers.filter(
    (answer) => answer.answer === 'no' && answer.decides && !input.decided.has(answer.criterion.id),
  );
  if (status === 'missing' && failing.every((answer) => answer.members.length === 0))
    return [missingProduct(obligation, failing)];
  return failing
    .filter((answer) => !isToldElsewhere(answer, input))
    .map((answer) => failedCriterion(obligation, answer, input.trace));
}

function subjectOf(obligation: Obligation): Pick<Found, 'subject' | 'obligations'> {
  return { subject: `work-product:${obligation.product.id}`, obligations: [obligation.product.id] };
}

/** The system stands in the key, so that a second system changes no key of the first. */
function detailsOf(obligation: Obligation, part: string): readonly string[] {
  return obligation.scope === 'device' ? [part] : [obligation.scope, part];
}

function missingProduct(obligation: Obligation, failing: readonly CriterionAnswer[]): Found {
  // A report lacks its results first; that there is nothing to report comes after them, or is untrue.
  const first = failing.find((answer) => isContent(answer) || answer.criterion.ask === 'evidence') ?? failing[0];
  return {
    ...subjectOf(obligation),
    details: detailsOf(obligation, 'missing'),
    what: `${obligation.product.title}: nothing of it is written${forSystem(obligation)}.`,
    why: obligation.product.purpose,
    do: first?.todo ?? 'Write it.',
    because: obligation.because,
    basis: [...obligation.byClass.clauses, ...obligation.bySecurity.clauses],
    severity: 'error',
  };
}

function failedCriterion(obligation: Obligation, answer: CriterionAnswer, trace: Trace): Found {
  const records = answer.failed.flatMap((id) => trace.find(id) ?? []);
  const [first, ...others] = records;
  return {
    ...subjectOf(obligation),
    details: detailsOf(obligation, answer.criterion.id),
    spot: first?.spot,
    what: `${obligation.product.title}${forSystem(obligation)}: ${answer.says}.`,
    why: answer.criterion.why ? sentence(answer.criterion.why) : obligation.product.purpose,
    do: answer.todo,
    because: answer.side,
    basis: answer.clauses,
    severity: effectOf(answer) === 'unproven' ? 'warning' : 'error',
    see: others.slice(0, 5).map((record) => ({ spot: record.spot, note: `${record.id} too.` })),
  };
}

function forSystem(obligation: Obligation): string {
  return obligation.scope === 'device' ? '' : ` (${obligation.scope})`;
}

function sentence(words: string): string {
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

const knownRules = new Map<string, readonly string[]>();

/** The rules that tell at the record itself what it lacks: a row of the relation table, or one that names the field. */
function rulesTelling(kind: string, name: string): readonly string[] {
  const known = knownRules.get(`${kind}.${name}`);
  if (known) return known;
  const rows = relationTable().expectations.filter((row) => row.of === kind && row.link === name);
  const naming = allRules.filter((rule: Rule) => rule.tells?.includes(`${kind}.${name}`));
  const rules = [...rows.map((row) => row.rule), ...naming.map((rule) => rule.id)];
  knownRules.set(`${kind}.${name}`, rules);
  return rules;
}

/** A failing rule is a gap by itself; what a record lacks is told where it stands: one gap at its cause. */
function isToldElsewhere(answer: CriterionAnswer, input: FailedInput): boolean {
  if (answer.criterion.ask === 'rule') return true;
  if (answer.criterion.ask !== 'each' || answer.failed.length === 0) return false;
  return answer.failed.every((id) => {
    const record = input.trace.find(id);
    // That it is a draft no rule tells.
    if (!record || !counts(record, input.trace)) return false;
    const lacking = (answer.criterion.has ?? [])
      .map((need) => [need].flat())
      .filter((names) => lacksAll(record, names, input.trace));
    return lacking.every((names) =>
      names.some((name) => rulesTelling(record.kind, name).some((rule) => input.told.has(`${rule}@${id}`))),
    );
  });
}

function lacksAll(record: AnyRecord, names: readonly string[], trace: Trace): boolean {
  return names.every((name) => {
    const values = valuesOf(record, name, trace);
    return values === 'unknown' || values.length === 0;
  });
}
