/** What a passed, current result must have besides: who vouches for it, what it tells of the run, the released version. */
import type { Criterion } from '../../packs/index.js';
import type { AnyRecord, RecordOf } from '../../records/index.js';
import type { Proof } from '../1-proofs.js';
import type { ProofResult } from '../proofs/results.js';
import { documentsOf, monthsAfter } from '../../rules/index.js';
import { isSecurityControl, type Trace } from '../../trace/index.js';
import { stateOf } from '../record-state.js';
import { releaseInQuestion } from '../release-in-question.js';
import { isSecurityTest } from '../security-test.js';
import type { Asked, CriterionInput } from '../criterion-input.js';

export interface Lack {
  /** `none`: it is no proof of what is asked; `undated`: nobody can tell. */
  readonly state: 'none' | 'stale' | 'undated';
  readonly why: string;
}

export function whyNotEnough(
  test: AnyRecord,
  proof: Proof,
  criterion: Criterion,
  asked: Asked,
  input: CriterionInput,
): Lack | undefined {
  return bestPass(test, proof, criterion, asked, input) ?? notReleased(test, criterion, input);
}

/** A build server runs it every night, and a tester once with all that is asked: one of the passes is enough. */
function bestPass(
  test: AnyRecord,
  proof: Proof,
  criterion: Criterion,
  asked: Asked,
  input: CriterionInput,
): Lack | undefined {
  const lackOf = (pass: ProofResult): Lack | undefined =>
    notVouchedFor(test, pass, criterion, asked, input) ?? notTold(pass, criterion) ?? tooOld(pass, criterion, input);
  const first = proof.result && lackOf(proof.result);
  return first && proof.passes().every((pass) => lackOf(pass) !== undefined) ? first : undefined;
}

/**
 * What a person typed is a claim: units of class C and security need the report of the tool, a release somebody who vouches.
 * Source: the catalogue's table of assurance (practice).
 */
function notVouchedFor(
  test: AnyRecord,
  pass: ProofResult,
  { currency }: Criterion,
  { obligation }: Asked,
  { trace }: CriterionInput,
): Lack | undefined {
  if (pass.assurance !== 'claimed') return undefined;
  const isUnitOfC = (test as RecordOf<'test'>).fields.level === 'unit' && obligation.class === 'C';
  if (isUnitOfC || isAboutSecurity(test, trace)) {
    return {
      state: 'undated',
      why: `passed as somebody typed it; ${pass.report === undefined ? REPORT : SIGNATURE} is needed`,
    };
  }
  const run = trace.find(pass.source);
  // What people see with their own eyes has no report: then a second person looks at what was written down.
  if (currency !== 'release' || (run && stateOf(run, trace) === 'approved')) return undefined;
  return { state: 'undated', why: `passed as somebody typed it; an approval of ${run?.id ?? 'the run'} is needed` };
}

const REPORT = 'the report of the tool';
const SIGNATURE = 'a report that says it itself, or a signature of the statement,';

function isAboutSecurity(test: AnyRecord, trace: Trace): boolean {
  return isSecurityTest(test) || trace.linked(test, 'verifies').some((record) => mattersForSecurity(record, trace));
}

function mattersForSecurity(record: AnyRecord, trace: Trace): boolean {
  if (record.kind === 'control') return isSecurityControl(record);
  return record.kind === 'threat' || trace.computed(record, 'security-relevant') === true;
}

/** What a result must tell of its run (IEC 62304 5.6.7, 5.7.5, 9.8; IEC 81001-5-1 5.7). */
const TOLD: Readonly<Record<NonNullable<Criterion['metadata']>, readonly string[]>> = {
  run: ['version', 'configuration', 'tool', 'date', 'tester'],
  'integration-run': ['tester'],
  scan: ['version', 'tool', 'tool version', 'date'],
  pentest: ['version', 'date', 'tester'],
};

function notTold({ told }: ProofResult, { metadata }: Criterion): Lack | undefined {
  if (metadata === undefined) return undefined;
  const missing = TOLD[metadata].filter((name) => !told.has(name));
  return missing.length > 0
    ? { state: 'none', why: `passed, and its result does not tell ${missing.join(', ')}` }
    : undefined;
}

function notReleased(test: AnyRecord, { currency }: Criterion, { proofs, trace }: CriterionInput): Lack | undefined {
  if (currency !== 'release') return undefined;
  const release = releaseInQuestion(trace);
  if (!release) return { state: 'undated', why: 'passed, and no release names the commit that it is to hold for' };
  const { commit } = release.fields;
  if (commit === undefined) return { state: 'undated', why: `passed, and ${release.id} names no commit yet` };
  const ran = proofs.ranOn(test, commit);
  if (ran === true) return undefined;
  return ran === 'unknown'
    ? { state: 'undated', why: `passed, and nobody can tell whether on the files of ${release.id}` }
    : { state: 'stale', why: `did not pass on the files of ${release.id}` };
}

/** What was looked up in data that grow every day holds as long as the document of the assessment says. */
function tooOld({ at }: ProofResult, { currency }: Criterion, { trace, date }: CriterionInput): Lack | undefined {
  if (currency !== 'dated') return undefined;
  const intervals = documentsOf('vulnerability-assessment', trace).flatMap(
    (one) => one.fields['review-every-months'] ?? [],
  );
  if (intervals.length === 0) {
    return { state: 'undated', why: 'passed, and no document of the assessment says how often to look again' };
  }
  const day = at.slice(0, 10);
  const months = Math.min(...intervals);
  return monthsAfter(day, months) >= date
    ? undefined
    : { state: 'stale', why: `ran on ${day}, and is to be repeated every ${months} months` };
}
