/** Asks that the content of a work product is approved as it stands now, by the roles that are named. */
import type { Criterion } from '../../packs/index.js';
import type { AnyRecord } from '../../records/index.js';
import { shortList } from '../../shapes/index.js';
import { counts, select, type Answered, type Asked, type CriterionInput } from '../criterion-input.js';
import { approvalsOf } from '../record-state.js';
import { NOTHING } from './ask.js';
import { coveringDocuments, isWritten } from './covering-documents.js';
import { answerNone } from './empty-set.js';

// @implements SRS-511
/**
 * Approved is the content of the product: every record that counts towards it, as it stands now. A draft is told where
 * it is asked for; here it only leaves open whether all is approved.
 */
export function answerApproval(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
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
  const approved = new Set(members.filter(isApproved));
  const failed = members.filter((record) => !approved.has(record)).map((record) => record.id);
  const roles = criterion.roles?.length ? ` by ${criterion.roles.join(' or ')}` : '';
  return {
    ...NOTHING,
    answer: failed.length > 0 ? 'no' : open ? 'unknown' : 'yes',
    counted: members.length,
    failed,
    says: `${failed.length} of ${members.length} records have no approval${roles} of their present content (${shortList(failed)})`,
    todo: 'Write an approval with `approves`, `by`, `role`, `meaning`, `date` and `bound-to` as `medward show ID` prints it.',
    members: [...approved],
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
  if (criterion.of) return selectedOrNone(criterion, asked, input);
  const documented = product.criteria.filter((one) => one.ask === 'document');
  if (documented.length > 0) {
    const sections = documented.flatMap((one) => one.sections ?? []).map((section) => `${product.id}#${section}`);
    const covering = sections
      .flatMap((section) => coveringDocuments(section, scope, input.trace))
      .filter((document) => isWritten(document, input.packs));
    const { lostKinds } = input.trace.reading;
    return { members: [...new Set<AnyRecord>(covering)], open: lostKinds.has('document') || lostKinds.has('any') };
  }
  const listed = product.criteria.filter((one) => one.ask === 'records' || one.ask === 'each');
  return select([...new Set(listed.flatMap((one) => one.of ?? []))], asked.partial, scope, input);
}

/** Where there are none, as somebody stated, the statement is what can be approved. */
function selectedOrNone(
  criterion: Criterion,
  asked: Asked,
  input: CriterionInput,
): { members: readonly AnyRecord[]; open: boolean } {
  const selected = select(criterion.of ?? [], asked.partial, asked.obligation.scope, input);
  if (criterion.none !== 'statement' || selected.whole > 0) return selected;
  return { members: answerNone(criterion, asked, selected, input).members, open: selected.open };
}
