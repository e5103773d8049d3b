/** What a failing criterion lacks, in its smallest parts: two criteria that miss the same part are one gap. */
import type { Criterion } from '../packs/index.js';
import type { AnyRecord } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import type { CriterionAnswer } from './7-criteria.js';
import type { Obligation } from './6-obligations.js';
import { acceptedReviews } from './asks/accepted-reviews.js';
import { fitsTypes, typesOf } from './asks/evidence.js';
import type { CriterionInput, LackedBy } from './criterion-input.js';
import { approvalsOf } from './record-state.js';

/** One part, and everything that misses it: ids of records, or a whole scope. Many records mostly miss the same. */
export interface Lack {
  readonly part: string;
  readonly at: readonly string[];
  /** Parts of the same records that tell it as well: a link, one of several fields that would do. */
  readonly or: readonly string[];
  /** What tells it for all of them, such as that there is nothing of the sort. */
  readonly orWhole: readonly Missing[];
}

export type Missing = readonly [at: string, part: string];

/** Beyond so many records nobody compares by eye; each criterion then tells for itself. */
const MOST_COMPARED = 5000;

/** @returns nothing where the parts are too many to compare, or where a rule tells them at their cause */
export function lacksOf(answer: CriterionAnswer, obligation: Obligation, input: CriterionInput): readonly Lack[] {
  const { criterion, failed } = answer;
  if (criterion.ask === 'rule' || failed.length > MOST_COMPARED) return [];
  const parts = new Parts();
  const place = inScope(obligation);
  if (criterion.ask === 'document') for (const section of failed) addSection(section, answer, obligation, parts);
  else if (answer.lacking) addFields(answer.lacking, parts);
  else {
    const add = adderOf(criterion, obligation, input);
    let isWhole = true;
    for (const id of failed) {
      const record = input.trace.find(id);
      if (!record) continue;
      add(record, parts);
      isWhole = false;
    }
    if (isWhole) addWhole(answer, place, parts);
  }
  return parts.all;
}

class Parts {
  readonly #byPart = new Map<string, Lack & { readonly at: string[] }>();

  add(at: string, part: string, or: readonly string[] = NONE, orWhole: readonly Missing[] = NOTHING): void {
    const known = this.#byPart.get(part);
    if (known) known.at.push(at);
    else this.#byPart.set(part, { part, at: [at], or, orWhole });
  }

  addAll(at: readonly string[], part: string, or: readonly string[]): void {
    const known = this.#byPart.get(part);
    if (known) for (const one of at) known.at.push(one);
    else this.#byPart.set(part, { part, at: [...at], or, orWhole: NOTHING });
  }

  get all(): readonly Lack[] {
    return [...this.#byPart.values()];
  }
}

/** What a document still has to fill is told at the document. */
function addSection(section: string, { begun }: CriterionAnswer, obligation: Obligation, parts: Parts): void {
  const document = begun?.get(section);
  if (document === undefined) parts.add(inScope(obligation), `${obligation.product.id}#${section}`);
  else parts.add(document, 'text');
}

const NONE: readonly string[] = [];
const NOTHING: readonly Missing[] = [];

/** No id of a record holds a blank. */
function inScope({ scope }: Pick<Obligation, 'scope'>): string {
  return `in ${scope}`;
}

/** Whether a whole sort of records, a section or a judgement is missing, and not something at records. */
export function isOfScope({ at }: Lack): boolean {
  return at[0]?.includes(' ') ?? false;
}

/** There is nothing of a sort, or nobody judged it. A judgement and an approval are of this work product alone. */
function addWhole({ criterion, says }: CriterionAnswer, place: string, parts: Parts): void {
  if (criterion.ask === 'statement' || criterion.ask === 'approval') parts.add(place, criterion.id);
  // Some are there, and none is security-relevant: another thing than that there are none.
  else if (says.startsWith('none of ')) parts.add(place, says);
  else {
    const part = someOf(criterion.of ?? []);
    // What the whole device has none of, no software system has.
    parts.add(place, part, NONE, [[inScope({ scope: 'device' }), part]]);
  }
}

function someOf(selectors: readonly string[]): string {
  return `(some of ${selectors.join(', ')})`;
}

type Adder = (record: AnyRecord, parts: Parts) => void;

function adderOf(criterion: Criterion, obligation: Obligation, input: CriterionInput): Adder {
  switch (criterion.ask) {
    case 'review':
      return reviewsLacking(criterion, obligation, input);
    case 'approval':
      return approvalsLacking(criterion, input.trace);
    case 'evidence':
      return resultsLacking(criterion, input);
    default:
      return (record, parts) => parts.add(record.id, criterion.id);
  }
}

/** A need that one of several fields fills is told by either of them. */
function addFields(lacking: readonly LackedBy[], parts: Parts): void {
  for (const { names, ids } of lacking) {
    parts.addAll(ids, names.length === 0 ? '(approval)' : names.join('|'), names);
  }
}

/** Everything that has to be looked at is a part of its own. */
function reviewsLacking({ type = '', looked = [] }: Criterion, obligation: Obligation, input: CriterionInput): Adder {
  const none = noReviews(type, obligation, input);
  const review = `(${type} review)`;
  const parts = looked.map((name) => ({ name, part: `${review} ${name}` }));
  return (record, to) => {
    const reviews = acceptedReviews(record, type === '' ? undefined : type, input.trace);
    if (reviews.length === 0) {
      to.add(record.id, review, NONE, none);
      for (const { part } of parts) to.add(record.id, part, NONE, none);
      return;
    }
    const seen = new Set(reviews.flatMap((one) => one.fields.looked ?? []));
    const unseen = parts.filter(({ name }) => !seen.has(name));
    for (const { part } of unseen) to.add(record.id, part);
    // Reviewed as asked, and changed since: only this criterion can say so.
    if (unseen.length === 0) to.add(record.id, `${review} of its code`);
  };
}

/** That there is no review of the type at all. */
function noReviews(type: string, obligation: Obligation, { selectors }: CriterionInput): readonly Missing[] {
  return [...selectors.values()]
    .filter((selector) => selector.kind === 'review' && selector.where?.['type'] === type)
    .map(({ id }) => [inScope(obligation), someOf([id])]);
}

/** Whoever lacks any approval lacks that of a role too; one approval may content both. */
function approvalsLacking({ roles = [] }: Criterion, trace: Trace): Adder {
  const byRole = `(approval by ${roles.join('|')})`;
  return (record, parts) => {
    if (roles.length > 0) parts.add(record.id, byRole);
    if (approvalsOf(record, [], trace).length === 0) parts.add(record.id, '(approval)');
  };
}

/** A record that tests verify lacks what these tests lack; one that none verifies lacks the test. */
function resultsLacking(criterion: Criterion, input: CriterionInput): Adder {
  const { trace, proofs } = input;
  const types = typesOf(criterion, input);
  const own = `(${(criterion.types ?? []).join('|')})`;
  return (record, parts) => {
    if (record.kind === 'test') return parts.add(record.id, '(result)');
    const tests = trace.linkedOf(record, 'verified-by', 'test');
    if (tests.length === 0) return parts.add(record.id, own, ['verified-by']);
    const open = tests.filter((test) => fitsTypes(test, types, input) === true && proofs.of(test) !== 'current');
    // Of another type than is asked, or current and still not enough: only this criterion can say so.
    if (open.length === 0) parts.add(record.id, own);
    for (const test of open) parts.add(test.id, '(result)');
  };
}
