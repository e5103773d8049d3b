/** What a failing criterion lacks, in its smallest parts: two criteria that miss the same part are one gap. */
import type { Criterion } from '../packs/index.js';
import type { AnyRecord } from '../records/index.js';
import { valuesOf, type Trace } from '../trace/index.js';
import type { CriterionAnswer } from './7-criteria.js';
import type { Obligation } from './6-obligations.js';
import { acceptedReviews } from './asks/accepted-reviews.js';
import { counts, type CriterionInput } from './criterion-input.js';
import { approvalsOf } from './record-state.js';

/** Where something is missing, a record or a whole scope, and what. */
export type Missing = readonly [at: string, part: string];

export interface Lack {
  readonly missing: Missing;
  /** Whatever else tells the same: a link, one of several fields that would do, that there is nothing of the sort. */
  readonly or: readonly Missing[];
}

/** Beyond so many records nobody compares by eye; each criterion then tells for itself. */
const MOST_COMPARED = 5000;

/** @returns nothing where the parts are too many to compare, or where a rule tells them at their cause */
export function lacksOf(answer: CriterionAnswer, obligation: Obligation, input: CriterionInput): readonly Lack[] {
  const { criterion, failed } = answer;
  if (criterion.ask === 'rule' || failed.length > MOST_COMPARED) return [];
  if (criterion.ask === 'document')
    return failed.map((section) => inScope(obligation, `${obligation.product.id}#${section}`));
  const records = failed.flatMap((id) => input.trace.find(id) ?? []);
  if (records.length === 0) return [noneIn(obligation, answer)];
  return records.flatMap((record) => lacksAt(record, criterion, obligation, input));
}

function lack(at: string, part: string, ...or: readonly Missing[]): Lack {
  return { missing: [at, part], or };
}

/** No id of a record holds a blank. */
function inScope({ scope }: Obligation, part: string): Lack {
  return lack(`in ${scope}`, part);
}

function inDevice(part: string): Missing {
  return ['in device', part];
}

/** Whether a whole sort of records, a section or a judgement is missing, and not something at a record. */
export function isOfScope({ missing: [at] }: Lack): boolean {
  return at.includes(' ');
}

/** There is nothing of a sort, or nobody judged it. A judgement and an approval are of this work product alone. */
function noneIn(obligation: Obligation, { criterion, says }: CriterionAnswer): Lack {
  if (criterion.ask === 'statement' || criterion.ask === 'approval') return inScope(obligation, criterion.id);
  // Some are there, and none is security-relevant: another thing than that there are none.
  if (says.startsWith('none of ')) return inScope(obligation, says);
  const part = someOf(criterion.of ?? []);
  // What the whole device has none of, no software system has.
  return { ...inScope(obligation, part), or: [inDevice(part)] };
}

function someOf(selectors: readonly string[]): string {
  return `(some of ${selectors.join(', ')})`;
}

function lacksAt(
  record: AnyRecord,
  criterion: Criterion,
  obligation: Obligation,
  input: CriterionInput,
): readonly Lack[] {
  switch (criterion.ask) {
    case 'each':
      return fieldsLacking(record, criterion, input.trace);
    case 'review':
      return reviewsLacking(record, criterion, obligation, input);
    case 'approval':
      return approvalsLacking(record, criterion, input.trace);
    case 'evidence':
      return resultsLacking(record, criterion, input);
    default:
      return [lack(record.id, criterion.id)];
  }
}

/** A need that one of several fields fills is told by either of them. */
function fieldsLacking(record: AnyRecord, { has = [] }: Criterion, trace: Trace): readonly Lack[] {
  const needs = has.map((need) => [need].flat()).filter((names) => names.every((name) => isEmpty(record, name, trace)));
  const lacks = needs.map((names) =>
    lack(record.id, names.join('|'), ...names.map((name): Missing => [record.id, name])),
  );
  return counts(record, trace) ? lacks : [...lacks, lack(record.id, '(approval)')];
}

function isEmpty(record: AnyRecord, name: string, trace: Trace): boolean {
  const values = valuesOf(record, name, trace);
  return values === 'unknown' || values.length === 0;
}

/** Everything that has to be looked at is a part of its own. */
function reviewsLacking(
  record: AnyRecord,
  { type = '', looked = [] }: Criterion,
  obligation: Obligation,
  input: CriterionInput,
): readonly Lack[] {
  const reviews = acceptedReviews(record, type === '' ? undefined : type, input.trace);
  const seen = new Set(reviews.flatMap((review) => review.fields.looked ?? []));
  const none = reviews.length === 0 ? reviewsOf(type, obligation, input) : [];
  const unseen = looked
    .filter((name) => !seen.has(name))
    .map((name) => lack(record.id, `(${type} review) ${name}`, ...none));
  if (reviews.length === 0) return [lack(record.id, `(${type} review)`, ...none), ...unseen];
  // Reviewed as asked, and changed since: only this criterion can say so.
  return unseen.length > 0 ? unseen : [lack(record.id, `(${type} review of its code)`)];
}

/** That there is no review of the type at all. */
function reviewsOf(type: string, obligation: Obligation, { selectors }: CriterionInput): readonly Missing[] {
  return [...selectors.values()]
    .filter((selector) => selector.kind === 'review' && selector.where?.['type'] === type)
    .map(({ id }) => inScope(obligation, someOf([id])).missing);
}

/** Whoever lacks any approval lacks that of a role too; one approval may content both. */
function approvalsLacking(record: AnyRecord, { roles = [] }: Criterion, trace: Trace): readonly Lack[] {
  const byRole = roles.length > 0 ? [lack(record.id, `(approval by ${roles.join('|')})`)] : [];
  return approvalsOf(record, [], trace).length > 0 ? byRole : [...byRole, lack(record.id, '(approval)')];
}

/** A record that tests verify lacks what these tests lack; one that none verifies lacks the test. */
function resultsLacking(record: AnyRecord, criterion: Criterion, input: CriterionInput): readonly Lack[] {
  const { trace, proofs } = input;
  const own = `(${(criterion.types ?? []).join('|')})`;
  if (record.kind === 'test') return [lack(record.id, '(result)')];
  const tests = trace.linkedOf(record, 'verified-by', 'test');
  if (tests.length === 0) return [lack(record.id, own, [record.id, 'verified-by'])];
  const open = tests.filter((test) => fitsOne(test, criterion, input) && proofs.of(test) !== 'current');
  // Of another type than is asked, or current and still not enough: only this criterion can say so.
  return open.length === 0 ? [lack(record.id, own)] : open.map((test) => lack(test.id, '(result)'));
}

function fitsOne(test: AnyRecord, { types = [] }: Criterion, { evidenceTypes, trace }: CriterionInput): boolean {
  if (types.length === 0) return true;
  return types.some((id) => {
    const type = evidenceTypes.get(id);
    return type?.kind === 'test' && trace.matches(test, type.where ?? {}) === true;
  });
}
