/** Asks that every member has a passed result of the named type that is current. */
import type { Criterion, EvidenceType } from '../../packs/index.js';
import type { AnyRecord, RecordOf } from '../../records/index.js';
import { shortList } from '../../shapes/index.js';
import type { Match } from '../../trace/index.js';
import type { Proof, ProofState } from '../1-proofs.js';
import {
  isLinkLost,
  lowerFirst,
  select,
  type Answered,
  type Asked,
  type CriterionInput,
  type Selected,
} from '../criterion-input.js';
import { releaseInQuestion } from '../release-in-question.js';
import { acceptedReviews } from './accepted-reviews.js';
import { NOTHING } from './ask.js';
import { answerEmpty, isUnsure } from './empty-set.js';
import { whyNotEnough } from './enough-evidence.js';
import { reviewedCode } from './reviewed-code.js';

// @implements SRS-508
/** Every member needs a passed, current result; one of which nobody can tell the content is unknown, not proof. */
export function answerEvidence(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const selected = select(criterion.of ?? [], asked.partial, asked.obligation.scope, input);
  const types = typesOf(criterion, input);
  if (selected.members.length === 0) return answerEmpty(criterion, asked, selected, input);
  const shown = selected.members.map((record) => ({
    id: record.id,
    ...showing(record, types, criterion, asked, input),
  }));
  // What is told of is the worst, so it comes first.
  const lacking = shown.filter(({ state }) => state !== 'current' && state !== 'undated');
  const failed = lacking.toSorted((a, b) => rankOf(a) - rankOf(b)).map(({ id }) => id);
  const isProven = failed.length === 0 && shown.every(({ state }) => state === 'current');
  // A link that nobody can read may lead to a test that failed.
  const isSure = !selected.open && !isLinkLost(input.trace) && !isUnsure(criterion, selected);
  return {
    ...NOTHING,
    answer: failed.length > 0 ? 'no' : isProven && isSure ? 'yes' : 'unknown',
    counted: selected.members.length,
    failed,
    failedProof: shown.some(({ state }) => state === 'failed'),
    members: [...new Set(shown.flatMap(({ state, tests }) => (state === 'current' ? (tests ?? []) : [])))],
    ...words(shown, selected, types),
  };
}

export function typesOf({ types = [] }: Criterion, { evidenceTypes }: CriterionInput): readonly EvidenceType[] {
  return types.flatMap((id) => evidenceTypes.get(id) ?? []);
}

/** What speaks for one member, and in words why that is not enough. */
interface Showing {
  readonly state: ProofState;
  readonly why: string;
  /** It passed for the content of today, and lacks something else. */
  readonly hasPassed?: boolean;
  /** Tests by which it is shown. */
  readonly tests?: readonly AnyRecord[];
}

function showing(
  record: AnyRecord,
  types: readonly EvidenceType[],
  criterion: Criterion,
  asked: Asked,
  input: CriterionInput,
): Showing {
  if (record.kind === 'item' && types.some(({ id }) => id === COMPONENT_LIST)) return byComponentList(record, input);
  const tests = record.kind === 'test' ? [record] : input.trace.linkedOf(record, 'verified-by', 'test');
  const fitting: AnyRecord[] = [];
  let worst: Showing | undefined;
  for (const test of tests) {
    const fits = fitsTypes(test, types, input);
    if (fits === false) continue;
    const proof = proofOf(test, criterion, input);
    // One that may be of the type can fail; only one that is can prove.
    if (proof.state === 'failed') return { state: 'failed', why: `${test.id} ${proof.cause}` };
    if (fits === 'unknown') continue;
    fitting.push(test);
    const judged = judge(test, proof, criterion, asked, input);
    if (!worst || rankOf(judged) < rankOf(worst)) worst = judged;
  }
  if (worst && worst.state !== 'none') return { ...worst, tests: fitting };
  return byReview(record, types, input) ?? worst ?? { state: 'none', why: `${record.id} has none` };
}

const COMPONENT_LIST = 'component-list';

/** No record stands for it: the report itself is read. */
function byComponentList(system: RecordOf<'item'>, { trace, proofs }: CriterionInput): Showing {
  return proofs.componentListOf(system, releaseInQuestion(trace)?.fields.commit);
}

function rankOf({ state }: Showing): number {
  return state === 'failed' ? -1 : ORDER.indexOf(state);
}

/** Worst first: a member is proven only by all of its tests. */
const ORDER: readonly ProofState[] = ['none', 'stale', 'undated', 'current'];

function proofOf(test: AnyRecord, { currency }: Criterion, input: CriterionInput): Proof {
  return input.proofs.about(test, currency === 'system' || currency === 'release' ? 'system' : undefined);
}

function judge(test: AnyRecord, proof: Proof, criterion: Criterion, asked: Asked, input: CriterionInput): Showing {
  if (proof.state !== 'current') return { state: proof.state, why: `${test.id} ${proof.cause}` };
  const lack = whyNotEnough(test, proof, criterion, asked, input);
  return lack ? { state: lack.state, why: `${test.id} ${lack.why}`, hasPassed: true } : { state: 'current', why: '' };
}

/** Whether a result of the test would be of one of the types; of any type where none is named. */
export function fitsTypes(
  test: AnyRecord,
  types: readonly EvidenceType[],
  { trace }: Pick<CriterionInput, 'trace'>,
): Match {
  if (types.length === 0) return true;
  let fits: Match = false;
  for (const { kind, where } of types) {
    const match = kind === 'test' && trace.matches(test, where);
    if (match === true) return true;
    if (match === 'unknown') fits = match;
  }
  return fits;
}

/** A review proves what was built only while the files that were looked at are the same. */
function byReview(record: AnyRecord, types: readonly EvidenceType[], input: CriterionInput): Showing | undefined {
  const accepted = acceptedReviews(record, undefined, input.trace);
  return accepted.length === 0 ? undefined : byAccepted(accepted, record, types, input);
}

function byAccepted(
  accepted: readonly RecordOf<'review'>[],
  record: AnyRecord,
  types: readonly EvidenceType[],
  input: CriterionInput,
): Showing | undefined {
  const fitting = accepted.filter((review) =>
    types.some((type) => type.kind === 'review' && input.trace.matches(review, type.where) === true),
  );
  if (fitting.length === 0) return undefined;
  const states = fitting.map((review) => reviewedCode(record, review, input));
  return (
    states.find(({ state }) => state === 'current') ?? states.find(({ state }) => state === 'undated') ?? states[0]
  );
}

function words(
  shown: readonly (Showing & { readonly id: string })[],
  { members, title }: Selected,
  types: readonly EvidenceType[],
): Pick<Answered, 'says' | 'todo'> {
  const of = (state: ProofState): readonly (Showing & { readonly id: string })[] =>
    shown.filter((one) => one.state === state);
  const [failed, none, stale, undated] = [of('failed'), of('none'), of('stale'), of('undated')];
  const count = (list: readonly { readonly id: string }[]): string =>
    `${list.length} of ${members.length} ${lowerFirst(title)}`;
  const ids = (list: readonly { readonly id: string }[]): string => shortList(list.map(({ id }) => id));
  const names = types.map((type) => lowerFirst(type.title)).join(' or ') || 'a result';
  if (failed.length > 0) {
    return { says: `${count(failed)} failed (${ids(failed)})`, todo: 'Mend what failed and run it again.' };
  }
  const bring = `Bring a current result of ${names}.`;
  if (none.length > 0) {
    const lacking = none.filter(({ hasPassed }) => hasPassed);
    const but = lacking.length > 0 ? `: ${reasons(lacking)}` : '';
    return {
      says: `${count(none)} have no passed ${names} (${ids(none)})${but}`,
      todo: lacking.length > 0 ? TELL : bring,
    };
  }
  if (stale.length > 0)
    return { says: `${count(stale)} lost their proof: ${reasons(stale)}`, todo: 'Run these again and add the report.' };
  return { says: `nobody can tell of ${count(undated)} whether it holds: ${reasons(undated)}`, todo: bring };
}

const TELL = 'Add the report again with `--tester`, `--configuration`, `--tool` and `--ran-at`, or complete the run.';

function reasons(list: readonly Showing[]): string {
  const whys = [...new Set(list.map(({ why }) => why))];
  return shortList(whys, 2, '; ');
}
