/** Who approved what a document carries: bound to the present content, void since it changed, or still to come. */
import { isWritten, releaseInQuestion, type Assessment, type CriterionAnswer } from '../../assess/index.js';
import type { AnyRecord, RecordOf } from '../../records/index.js';
import { isBoundTo, type Trace } from '../../trace/index.js';
import type { Approval } from '../document.js';
import { personName } from './person-name.js';

/** @param system the software system that the document is about; `undefined`: the device with all of its systems */
export function approvalsOf(
  products: readonly string[],
  system: RecordOf<'item'> | undefined,
  assessment: Assessment,
): readonly Approval[] {
  const { trace, packs } = assessment;
  const documents = trace
    .all('document')
    .filter((document) => isWritten(document, packs.packs) && covers(document, products, assessment));
  const asked = askedIn(products, system, assessment);
  const content = new Set<AnyRecord>([...documents, ...asked.flatMap((one) => contentOf(one, trace))]);
  const approvals = [...new Set([...content].flatMap((record) => trace.linkedOf(record, 'approvals', 'approval')))];
  const given = approvals.flatMap((approval) => answersOf(approval, content, assessment));
  const left = openIn(asked);
  if (left) return [...given, left];
  if (given.some(isApproving)) return given;
  // What is made of records alone is approved with the release that it belongs to.
  const released = releasesOf(assessment);
  return [...given, ...(released.some(isApproving) ? released : [OPEN])];
}

/** Who released what is published, for the present content of the release. */
function releasesOf(assessment: Assessment): readonly Approval[] {
  const { trace } = assessment;
  const release = releaseInQuestion(trace);
  if (!release) return [];
  return trace
    .linkedOf(release, 'approvals', 'approval')
    .filter(({ fields }) => fields.meaning === 'release')
    .flatMap((approval) => answersOf(approval, new Set([release]), assessment));
}

const OPEN: Approval = { role: 'Approver', name: '', meaning: 'approved', date: undefined, state: 'open' };

/** Criteria that ask for an approval of what the document carries. */
function askedIn(
  products: readonly string[],
  system: RecordOf<'item'> | undefined,
  { obligations }: Assessment,
): readonly CriterionAnswer[] {
  return obligations
    .filter(({ product, scope }) => products.includes(product.id) && isAbout(scope, system))
    .filter(({ status }) => status !== 'not-due' && status !== 'not-applicable')
    .flatMap(({ criteria, decidedCriteria }) => criteria.filter(({ criterion }) => !decidedCriteria.has(criterion.id)))
    .filter(({ criterion, decides }) => criterion.ask === 'approval' && decides);
}

/** Approved, and what should be. */
function contentOf({ members, failed }: CriterionAnswer, trace: Trace): readonly AnyRecord[] {
  return [...members, ...failed.flatMap((id) => trace.find(id) ?? [])];
}

/** Whoever approved a text did not approve the records that the document shows beside it. */
function openIn(asked: readonly CriterionAnswer[]): Approval | undefined {
  const open = asked.filter(({ answer }) => answer !== 'yes');
  if (open.length === 0) return undefined;
  const ids = [...new Set(open.flatMap(({ failed }) => failed))];
  const roles = [...new Set(open.flatMap(({ criterion }) => criterion.roles ?? []))];
  return {
    ...OPEN,
    ...(roles.length > 0 && { role: roles.join(' or ') }),
    meaning: ids.length > 0 ? `${OPEN.meaning}: ${listOf(ids)}` : OPEN.meaning,
  };
}

function listOf(ids: readonly string[]): string {
  const more = ids.length - MOST_NAMED;
  return more > 1 ? `${ids.slice(0, MOST_NAMED).join(', ')} and ${more} more` : ids.join(', ');
}

/** More ids are a table, and the open points have them. */
const MOST_NAMED = 6;

function isAbout(scope: string, system: RecordOf<'item'> | undefined): boolean {
  return !system || scope === 'device' || scope === system.id;
}

/** An author and a reviewer do not approve. */
function isApproving({ meaning, state }: Approval): boolean {
  return state === 'given' && /^(?:approved|released)/.test(meaning);
}

/** What a signature means, as a reader outside says it. */
const MEANINGS: Readonly<Record<string, string>> = {
  author: 'written',
  reviewer: 'reviewed',
  approver: 'approved',
  release: 'released',
};

function covers(document: RecordOf<'document'>, products: readonly string[], { trace }: Assessment): boolean {
  return trace.foreign(document, 'covers').some((section) => products.includes(section.split('#', 1)[0] ?? ''));
}

/** What changed since it was given stands in a row of its own. */
function answersOf(
  approval: RecordOf<'approval'>,
  content: ReadonlySet<AnyRecord>,
  assessment: Assessment,
): readonly Approval[] {
  const { trace } = assessment;
  const { role = 'no role named', by = 'nobody named', meaning = 'approver', date } = approval.fields;
  const about = trace.linked(approval, 'approves').filter((one) => content.has(one));
  const name = personName(by, assessment);
  const row = (state: 'given' | 'void'): readonly Approval[] => {
    const ids = about.filter((one) => isBoundTo(approval, one, trace) === (state === 'given')).map(({ id }) => id);
    return ids.length === 0
      ? []
      : [{ role, name, meaning: `${MEANINGS[meaning] ?? meaning}: ${listOf(ids)}`, date, state }];
  };
  return [...row('given'), ...row('void')];
}
