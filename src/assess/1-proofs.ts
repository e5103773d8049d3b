/** Step 1: what executions say of each test, and whether that holds for the content of today. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import { carriedBy } from './proofs/carry-over.js';
import { Comparison, isUntold } from './proofs/compare.js';
import { componentListOf, type ListState } from './proofs/component-lists.js';
import { decide, NOT_RUN, proof, type Proof, type ProofState } from './proofs/decide.js';
import { dependenciesOf, filesOf } from './proofs/dependencies.js';
import { NO_EVIDENCE, type Evidence } from './proofs/evidence.js';
import { changeText, type Judging } from './proofs/judge-result.js';
import { judgeRun } from './proofs/one-run.js';
import { ranOn } from './proofs/ran-on.js';
import { resultsOf, type ProofResult } from './proofs/results.js';

export type { Proof, ProofState } from './proofs/decide.js';

export interface Proofs {
  of(test: AnyRecord): ProofState;
  /** The same with its cause. */
  about(test: AnyRecord, reach?: 'system'): Proof;
  /**
   * Whether the test passed on every build input as it is at a commit, or on what its own level depends on; `unknown` if they
   * cannot be compared.
   */
  ranOn(test: AnyRecord, commit: string, reach?: 'own'): boolean | 'unknown';
  /** Whether the files of an item are those of a commit; else what changed, in words. */
  filesSince(record: AnyRecord, commit: string): string;
  /** Whether a component list was made of what a system is built of at a commit. */
  componentListOf(system: RecordOf<'item'>, commit: string | undefined): ListState;
}

/** @param date a day as `2026-11-23`: a pass of a later day comes from a clock that is wrong, and proves nothing */
export function readProofs(trace: Trace, evidence: Evidence = NO_EVIDENCE, date = '9999-12-31'): Proofs {
  const proofs = { own: new Map<string, Proof>(), system: new Map<string, Proof>() };
  const input = { trace, evidence, comparison: new Comparison(), until: untilOf(date) };
  const about = (test: AnyRecord, reach?: 'system'): Proof => {
    const before = proofs[reach ?? 'own'];
    const known = before.get(test.id);
    if (known || !isTest(test)) return known ?? NOT_RUN;
    const made = doubted(proofOf(test, reach !== undefined, input), evidence);
    before.set(test.id, made);
    return made;
  };
  return {
    of: (test) => about(test).state,
    about,
    ranOn: (test, commit, reach) => isTest(test) && ranOnCommit(test, commit, reach !== 'own', input),
    filesSince: (record, commit) => filesSince(record, commit, input),
    componentListOf: (system, commit) => componentListOf(system, commit, input),
  };
}

function isTest(record: AnyRecord): record is RecordOf<'test'> {
  return record.kind === 'test';
}

interface ProofInput {
  readonly trace: Trace;
  readonly evidence: Evidence;
  readonly comparison: Comparison;
  /** The first moment that is still to come. */
  readonly until: string;
}

function proofOf(test: RecordOf<'test'>, whole: boolean, input: ProofInput): Proof {
  const [newest, ...older] = tellingResults(test, input, MOST_RESULTS);
  if (!newest) {
    const first = passOfTomorrow(test, input);
    return first ? proof('undated', 'passed at a time that is still to come', first) : NOT_RUN;
  }
  const results = [newest, ...older] as const;
  const on = dependenciesOf(test, input.trace, input.evidence, whole);
  const judging: Judging = {
    ...input,
    carriedBy: (result, changes) => carriedBy(test, result, changes, { ...input, now: input.evidence.present() }),
  };
  return decide(results, (result) => judgeRun(result, results, on, judging));
}

function passOfTomorrow(test: RecordOf<'test'>, { trace, evidence }: ProofInput): ProofResult | undefined {
  return resultsOf(test, trace, evidence, MOST_RESULTS).find((result) => result.outcome === 'passed');
}

/** What a build server brought hundreds of runs ago says nothing of today: its content came back by chance at most. */
const MOST_RESULTS = 300;

/** Newest first; a pass at a time that is still to come says nothing. */
function tellingResults(
  test: RecordOf<'test'>,
  { trace, evidence, until }: ProofInput,
  most?: number,
): readonly ProofResult[] {
  return resultsOf(test, trace, evidence, most).filter(
    ({ outcome, at }) => outcome === 'failed' || (outcome === 'passed' && at < until),
  );
}

/** What was changed or taken away may have been a failure: nothing is proven until it is brought back. */
function doubted(proof: Proof, { touched: [first] }: Evidence): Proof {
  if (proof.state !== 'current' || first === undefined) return proof;
  const cause = `passed, but ${first} is not as it was stored, and nobody can tell what it said`;
  return { ...proof, state: 'undated', cause };
}

/** The report's clock may be a time zone ahead of the day that is asked about. Moments and days compare as text. */
function untilOf(date: string): string {
  const end = Date.parse(`${date}T00:00:00Z`) + 2 * 86_400_000;
  return Number.isNaN(end) || end > LAST ? '9999-12-31T99' : new Date(end).toISOString();
}

/** Of the dates that JavaScript writes with four digits. */
const LAST = Date.parse('9999-12-31T00:00:00Z');

function ranOnCommit(test: RecordOf<'test'>, commit: string, whole: boolean, input: ProofInput): boolean | 'unknown' {
  const on = dependenciesOf(test, input.trace, input.evidence, whole);
  const released = { ...input, now: input.evidence.at(commit) };
  const results = tellingResults(test, input);
  if (results.length === 0 && passOfTomorrow(test, input)) return 'unknown';
  return ranOn(results, commit, on, {
    ...input,
    isCarried: (result, changes) => carriedBy(test, result, changes, released) !== undefined,
  });
}

function filesSince(record: AnyRecord, commit: string, { trace, evidence, comparison }: ProofInput): string {
  const [then, now] = [evidence.at(commit), evidence.present()];
  if (!then || !now) return 'unknown';
  const compared = comparison.compare(then, now, filesOf(record, trace, evidence));
  if (compared === 'same') return 'same';
  return compared === 'empty' || isUntold(compared) ? 'unknown' : changeText(compared);
}
