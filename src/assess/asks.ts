/** The eight ways of asking: each answers yes, no or unknown, and an empty set never answers yes by itself. */
import type { Criterion, EvidenceType } from '../packs/index.js';
import type { AnyRecord, RecordOf } from '../records/index.js';
import { isBoundTo, valuesOf, type Match, type Trace } from '../trace/index.js';
import type { ProofState } from './1-proofs.js';
import { namesOf } from './2-facts.js';
import { isForSystem } from './about-system.js';
import {
  counts,
  isInScope,
  isLinkLost,
  lowerFirst,
  select,
  type Answered,
  type Asked,
  type CriterionInput,
  type Selected,
} from './criterion-input.js';
import { approvalsOf, stateOf } from './record-state.js';

export function answerAsk(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  switch (criterion.ask) {
    case 'document':
      return answerDocument(criterion, asked, input);
    case 'records':
      return answerRecords(criterion, asked, input);
    case 'each':
      return answerEach(criterion, asked, input);
    case 'rule':
      return answerRule(criterion, asked, input);
    case 'evidence':
      return answerEvidence(criterion, asked, input);
    case 'review':
      return answerReview(criterion, asked, input);
    case 'statement':
      return answerStatement(criterion, asked, input);
    case 'approval':
      return answerApproval(criterion, asked, input);
  }
}

const NOTHING = { counted: 0, failed: [], byReference: 0, members: [] } as const;

function answerDocument(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const sections = criterion.sections ?? [];
  const covering = sections.map((section) =>
    coveringDocuments(`${asked.obligation.product.id}#${section}`, asked.obligation.scope, input),
  );
  const failed = sections.filter(
    (_, index) => !covering[index]?.some((document) => saysSomething(document, input.trace)),
  );
  const members = [...new Set(covering.flat())].filter((document) => saysSomething(document, input.trace));
  const open =
    failed.length === 0 && (input.trace.reading.lostKinds.has('document') || input.trace.reading.lostKinds.has('any'));
  return {
    answer: failed.length > 0 || sections.length === 0 ? 'no' : open ? 'unknown' : 'yes',
    counted: sections.length,
    failed,
    says: `${failed.length} of ${sections.length} sections are written nowhere (${namesOf(failed)})`,
    todo: `Write a document record with \`covers: [${asked.obligation.product.id}#${failed[0] ?? sections[0] ?? ''}]\`, or a confirmed \`reference:\` to where it is kept.`,
    byReference: members.filter((document) => document.fields.reference !== undefined).length,
    members,
  };
}

function coveringDocuments(section: string, scope: string, input: CriterionInput): readonly RecordOf<'document'>[] {
  return input.trace
    .all('document')
    .filter(
      (document) =>
        isForSystem(document, scope, input.trace) && input.trace.foreign(document, 'covers').includes(section),
    );
}

function saysSomething(document: RecordOf<'document'>, trace: Trace): boolean {
  return isWritten(document) && counts(document, trace);
}

function isWritten(document: RecordOf<'document'>): boolean {
  if (document.fields.starter || document.unusable.has('starter')) return false;
  return document.fields.text !== undefined || document.fields.reference !== undefined;
}

function answerRecords(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const selected = select(criterion.of ?? [], asked.partial, asked.obligation.scope, input);
  const counted = selected.sure.filter((record) => counts(record, input.trace));
  const min = criterion.min ?? 1;
  if (selected.members.length === 0 && criterion.none === 'statement')
    return answerNone(criterion, asked, selected, input);
  const enough = counted.length >= min;
  return {
    ...NOTHING,
    answer: enough ? 'yes' : selected.open ? 'unknown' : 'no',
    counted: counted.length,
    says: `there are ${counted.length === 0 ? 'no' : counted.length} approved ${lowerFirst(selected.title)}${min > 1 ? ` (at least ${min})` : ''}`,
    todo: `Write ${min === 1 ? 'one' : `at least ${min}`} (${lowerFirst(selected.title)}: records of kind ${selected.kinds.join(', ')}) and approve ${min === 1 ? 'it' : 'them'}${criterion.none ? ', or state with name and date that there are none' : ''}.`,
    members: counted,
  };
}

function answerEach(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const selected = select(criterion.of ?? [], asked.partial, asked.obligation.scope, input);
  if (selected.members.length < Math.max(1, criterion.min ?? 0)) return answerEmpty(criterion, asked, selected, input);
  const lacking = new Map<string, Set<string>>();
  const failed = selected.members.filter((record) => {
    const names = lacks(record, criterion, input.trace);
    for (const name of names) lacking.set(name, (lacking.get(name) ?? new Set()).add(record.id));
    return names.length > 0;
  });
  const what = [...lacking].map(([name, ids]) => `${name} (${namesOf([...ids])})`).join('; ');
  return {
    ...NOTHING,
    answer: failed.length > 0 ? 'no' : selected.open || isUnsure(criterion, selected) ? 'unknown' : 'yes',
    counted: selected.members.length,
    failed: failed.map((record) => record.id),
    says: `${failed.length} of ${selected.members.length} ${lowerFirst(selected.title)} lack ${what}`,
    todo: `Add ${namesOf([...lacking.keys()])} to ${namesOf(failed.map((record) => record.id))}, or record a decision with \`scope: [${criterion.id}]\`.`,
    members: selected.members.filter((record) => counts(record, input.trace)),
  };
}

/** Records that may be members fill no set that must not be empty. */
function isUnsure(criterion: Criterion, selected: Selected): boolean {
  return criterion.empty !== 'fine' && selected.sure.length < Math.max(1, criterion.min ?? 0);
}

/** @returns what the record lacks, by the first name of each need; being a draft is a lack too */
function lacks(record: AnyRecord, criterion: Criterion, trace: Trace): readonly string[] {
  const missing = (criterion.has ?? []).flatMap((need) => {
    const names = typeof need === 'string' ? [need] : need;
    const filled = names.some((name) => {
      const values = valuesOf(record, name, trace);
      return values !== 'unknown' && values.length > 0;
    });
    return filled ? [] : [names.join(' or ')];
  });
  return counts(record, trace) ? missing : [...missing, stateWords(record, trace)];
}

function stateWords(record: AnyRecord, trace: Trace): string {
  if (trace.reading.duplicates.has(record.id)) return 'an id of its own';
  return stateOf(record, trace) === 'void' ? 'an approval of its present content' : 'approval';
}

function answerEmpty(criterion: Criterion, asked: Asked, selected: Selected, input: CriterionInput): Answered {
  if (selected.open)
    return {
      ...NOTHING,
      answer: 'unknown',
      says: `${lowerFirst(selected.title)} could not all be read`,
      todo: 'Repair what cannot be read.',
    };
  const narrowed = asked.partial && selected.whole > 0;
  // Nobody can state that there are none of what stands there.
  if (criterion.none === 'statement' && !narrowed) return answerNone(criterion, asked, selected, input);
  const says = narrowed
    ? `none of ${selected.whole} ${lowerFirst(selected.title)} is security-relevant`
    : `there are no ${lowerFirst(selected.title)}`;
  if (criterion.empty === 'fine') return { ...NOTHING, answer: 'yes', says, todo: '' };
  return {
    ...NOTHING,
    answer: 'no',
    says,
    todo: narrowed
      ? 'Mark those that are, with a reason; an exposed device has some.'
      : `Write ${lowerFirst(selected.title)} down, as records of kind ${[...new Set(selected.kinds)].join(', ')}: an empty list fulfils nothing.`,
  };
}

/** "There are none" is something that a named person says on a day, for this version. */
function answerNone(criterion: Criterion, asked: Asked, selected: Selected, input: CriterionInput): Answered {
  const names = new Set([...(criterion.of ?? []), ...selected.kinds]);
  const statement = input.trace.all('statement').find((one) => {
    const { type, of, by, date } = one.fields;
    const plural = of === undefined ? '' : of.trim();
    const fits = names.has(plural) || [...selected.kinds].some((kind) => plural === kind || plural === `${kind}s`);
    return (
      type === 'none' &&
      by !== undefined &&
      date !== undefined &&
      fits &&
      counts(one, input.trace) &&
      isForSystem(one, asked.obligation.scope, input.trace)
    );
  });
  if (statement && !selected.open)
    return {
      ...NOTHING,
      answer: 'yes',
      says: `${statement.id} says that there are none`,
      todo: '',
      members: [statement],
    };
  return {
    ...NOTHING,
    answer: selected.open ? 'unknown' : 'no',
    says: `there are no ${lowerFirst(selected.title)}, and nobody stated that there are none`,
    todo: `Write them down, or a statement with \`type: none\`, \`of: ${criterion.of?.[0] ?? ''}\`, \`by\` and \`date\`.`,
  };
}

function answerRule(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const rules = criterion.rules ?? [];
  const missing = rules.filter((rule) => !input.knownRules.has(rule));
  const open = input.openGaps.filter((gap) => {
    if (!rules.includes(gap.rule) || gap.severity === 'hint') return false;
    const record = gap.record === undefined ? undefined : input.trace.find(gap.record);
    const scope = asked.obligation.scope;
    return !record || isInScope(record, scope, input.trace);
  });
  const ids = [...new Set(open.map((gap) => gap.record ?? gap.key))];
  return {
    ...NOTHING,
    answer: open.length > 0 ? 'no' : missing.length > 0 || isLinkLost(input.trace) ? 'unknown' : 'yes',
    counted: open.length,
    failed: ids,
    says:
      open.length > 0 ? `${open.length} open gaps of ${rules.join(', ')}` : `nothing answers ${missing.join(', ')} yet`,
    todo: open.length > 0 ? 'Close the gaps of these rules.' : 'Judge it by hand.',
  };
}

/** Every member needs a passed result. Until results can be dated against content, a passed one is unknown, not proof. */
function answerEvidence(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const selected = select(criterion.of ?? [], asked.partial, asked.obligation.scope, input);
  const types = (criterion.types ?? []).flatMap((id) => input.evidenceTypes.get(id) ?? []);
  const names = types.map((type) => lowerFirst(type.title)).join(' or ') || 'a result';
  if (selected.members.length === 0) return answerEmpty(criterion, asked, selected, input);
  const proofs = selected.members.map((record) => ({ id: record.id, proof: proofOf(record, criterion, input) }));
  const failing = proofs.filter(({ proof }) => proof === 'failed').map(({ id }) => id);
  const without = proofs.filter(({ proof }) => proof === 'none').map(({ id }) => id);
  const isCurrent =
    proofs.every(({ proof }) => proof === 'current') && !selected.open && !isUnsure(criterion, selected);
  const failed = [...failing, ...without];
  return {
    ...NOTHING,
    answer: failed.length > 0 ? 'no' : isCurrent ? 'yes' : 'unknown',
    counted: selected.members.length,
    failed,
    failedProof: failing.length > 0,
    says:
      failing.length > 0
        ? `${failing.length} of ${selected.members.length} ${lowerFirst(selected.title)} failed (${namesOf(failing)})`
        : `${without.length} of ${selected.members.length} ${lowerFirst(selected.title)} have no passed ${names} (${namesOf(without)})`,
    todo: failing.length > 0 ? 'Mend what failed and run it again.' : `Bring a current result of ${names}.`,
  };
}

function proofOf(record: AnyRecord, criterion: Criterion, input: CriterionInput): ProofState {
  const types = (criterion.types ?? []).flatMap((id) => input.evidenceTypes.get(id) ?? []);
  const tests =
    record.kind === 'test' ? [record] : input.trace.linked(record, 'verified-by').filter((far) => far.kind === 'test');
  const fits = (test: AnyRecord): Match => fitsTypes(test, types, input);
  // One that may be of the type can fail; only one that is can prove.
  if (tests.some((test) => fits(test) !== false && input.proofs.of(test) === 'failed')) return 'failed';
  const states = tests.filter((test) => fits(test) === true).map((test) => input.proofs.of(test));
  if (states.length > 0 && states.every((state) => state === 'current')) return 'current';
  if (states.length > 0 && !states.includes('none')) return 'undated';
  const reviews = acceptedReviews(record, undefined, input.trace);
  const byReview = types.some(
    (type) =>
      type.kind === 'review' && reviews.some((review) => input.trace.matches(review, type.where ?? {}) === true),
  );
  return byReview ? 'undated' : 'none';
}

function fitsTypes(test: AnyRecord, types: readonly EvidenceType[], { trace }: CriterionInput): Match {
  if (types.length === 0) return true;
  const matches = types.filter((type) => type.kind === 'test').map((type) => trace.matches(test, type.where ?? {}));
  return matches.includes(true) || (matches.includes('unknown') && 'unknown');
}

function acceptedReviews(record: AnyRecord, type: string | undefined, trace: Trace): readonly RecordOf<'review'>[] {
  return trace.linkedOf(record, 'reviewed-in', 'review').filter((review) => {
    const { outcome, by, date } = review.fields;
    const accepted = outcome === 'accepted' || outcome === 'accepted-with-findings';
    return (
      accepted &&
      by !== undefined &&
      date !== undefined &&
      (type === undefined || review.fields.type === type) &&
      isBoundTo(review, record, trace)
    );
  });
}

function answerReview(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const selected = select(criterion.of ?? [], asked.partial, asked.obligation.scope, input);
  if (selected.members.length === 0) return answerEmpty(criterion, asked, selected, input);
  const failed = selected.members
    .filter((record) => !isReviewed(record, criterion, input.trace))
    .map((record) => record.id);
  const looked = criterion.looked ? ` that looked at ${criterion.looked.join(', ')}` : '';
  // A review of code is bound to files, whose present content only evidence can tell.
  const datable = criterion.currency === undefined || criterion.currency === 'content';
  return {
    ...NOTHING,
    answer: failed.length > 0 ? 'no' : datable && !selected.open && !isUnsure(criterion, selected) ? 'yes' : 'unknown',
    counted: selected.members.length,
    failed,
    says: `${failed.length} of ${selected.members.length} ${lowerFirst(selected.title)} have no accepted ${criterion.type ?? ''} review of their present content${looked} (${namesOf(failed)})`,
    todo: `Write a review with \`type: ${criterion.type ?? ''}\`, \`reviewed\`,${criterion.looked ? ` \`looked: [${criterion.looked.join(', ')}]\`,` : ''} \`by\`, \`date\`, \`outcome\` and \`bound-to\` as \`medward show ID\` prints it.`,
  };
}

function isReviewed(record: AnyRecord, criterion: Criterion, trace: Trace): boolean {
  const reviews = acceptedReviews(record, criterion.type, trace);
  const looked = new Set(reviews.flatMap((review) => review.fields.looked ?? []));
  return reviews.length > 0 && (criterion.looked ?? []).every((name) => looked.has(name));
}

function answerStatement(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const selected = select(criterion.of ?? [], asked.partial, asked.obligation.scope, input);
  const statement = input.trace.all('statement').find((one) => {
    const { by, date, text } = one.fields;
    const answers = input.trace.foreign(one, 'answers').includes(criterion.id);
    const fits = criterion.type === undefined || one.fields.type === criterion.type;
    const signed = by !== undefined && date !== undefined && text !== undefined && counts(one, input.trace);
    return (
      answers &&
      fits &&
      signed &&
      isForSystem(one, asked.obligation.scope, input.trace) &&
      coversScope(one, selected, input.trace)
    );
  });
  return {
    ...NOTHING,
    answer: statement ? (selected.open ? 'unknown' : 'yes') : 'no',
    counted: selected.members.length,
    says: `nobody states that ${lowerFirst(criterion.question ?? criterion.id).replace(/\.$/, '')}`,
    todo: `Write a statement with \`type: ${criterion.type ?? 'adequate'}\`, \`answers: [${criterion.id}]\`, \`by\`, \`date\`, its text, and \`bound-to\` what it is about.`,
    members: statement ? [statement] : [],
  };
}

/** Bound to the present content of all that it is about; one that is bound to nothing judges nothing. */
function coversScope(statement: RecordOf<'statement'>, selected: Selected, trace: Trace): boolean {
  const bound = Object.entries(statement.fields['bound-to'] ?? {});
  if (bound.length === 0) return false;
  const current = bound.every(([id, hash]) => {
    const record = trace.find(id);
    return record !== undefined && trace.hash(record) === hash;
  });
  const names = new Set(bound.map(([id]) => id));
  return current && selected.members.every((record) => names.has(record.id));
}

/**
 * Approved is the content of the product: every record that counts towards it, as it stands now. A draft is told where
 * it is asked for; here it only leaves open whether all is approved.
 */
function answerApproval(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const { members, open } = approvedContent(criterion, asked, input);
  if (members.length === 0) {
    return {
      ...NOTHING,
      answer: 'no',
      says: 'nothing of it is written that could be approved',
      todo: 'Write its content first.',
    };
  }
  const isApproved = (record: AnyRecord): boolean =>
    counts(record, input.trace) && approvalsOf(record, criterion.roles, input.trace).length > 0;
  const failed = members.filter((record) => !isApproved(record)).map((record) => record.id);
  const roles = criterion.roles?.length ? ` by ${criterion.roles.join(' or ')}` : '';
  return {
    ...NOTHING,
    answer: failed.length > 0 ? 'no' : open ? 'unknown' : 'yes',
    counted: members.length,
    failed,
    says: `${failed.length} of ${members.length} records have no approval${roles} of their present content (${namesOf(failed)})`,
    todo: 'Write an approval with `approves`, `by`, `role`, `meaning`, `date` and `bound-to` as `medward show ID` prints it.',
    members: members.filter(isApproved),
  };
}

/**
 * What an approval is about: the records that the criterion names, else the documents that cover the product; a product
 * without documents is its records. Drafts too: what is not finished is not approved.
 */
function approvedContent(
  criterion: Criterion,
  asked: Asked,
  input: CriterionInput,
): { members: readonly AnyRecord[]; open: boolean } {
  const { product, scope } = asked.obligation;
  if (criterion.of) return select(criterion.of, asked.partial, scope, input);
  const documented = product.criteria.filter((one) => one.ask === 'document');
  if (documented.length > 0) {
    const sections = documented.flatMap((one) => one.sections ?? []).map((section) => `${product.id}#${section}`);
    const covering = sections.flatMap((section) => coveringDocuments(section, scope, input)).filter(isWritten);
    const { lostKinds } = input.trace.reading;
    return { members: [...new Set<AnyRecord>(covering)], open: lostKinds.has('document') || lostKinds.has('any') };
  }
  const listed = product.criteria.filter((one) => one.ask === 'records' || one.ask === 'each');
  return select([...new Set(listed.flatMap((one) => one.of ?? []))], asked.partial, scope, input);
}
