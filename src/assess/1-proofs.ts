/** Step 1: what executions say of each test. Without evidence statements no result can be dated against the code. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';

/**
 * `undated`: passed, but nothing tells for which content; it is shown as unknown, never as proof. `current` needs an
 * evidence statement that ties the result to the content it was made of; a record alone never gives it.
 */
export type ProofState = 'none' | 'failed' | 'undated' | 'current';

export interface Proofs {
  of(test: AnyRecord): ProofState;
}

export function readProofs(trace: Trace): Proofs {
  const states = new Map<string, ProofState>();
  for (const test of trace.all('test')) states.set(test.id, stateOf(test, trace));
  return { of: (test) => states.get(test.id) ?? 'none' };
}

function stateOf(test: RecordOf<'test'>, trace: Trace): ProofState {
  const results = trace.linkedOf(test, 'runs', 'run').flatMap((run) => resultsIn(run, test.id));
  const last = results.reduce((latest, result) => (result.date > latest ? result.date : latest), '');
  const lastResults = results.filter((result) => result.date === last).map((result) => result.result);
  // Skipped and blocked executions prove nothing; one failure on the last day is a failure.
  if (lastResults.includes('failed')) return 'failed';
  return lastResults.length > 0 && lastResults.every((result) => result === 'passed') ? 'undated' : 'none';
}

function resultsIn(run: RecordOf<'run'>, testId: string): readonly { result: string; date: string }[] {
  const rows = (run.fields.results ?? []) as readonly { readonly result?: string; readonly test?: readonly string[] }[];
  return rows
    .filter((row) => row.test?.includes(testId))
    .map((row) => ({ result: row.result ?? 'skipped', date: run.fields.date ?? '' }));
}
