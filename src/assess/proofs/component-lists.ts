/** Whether a component list (CycloneDX, SPDX) was made of the files that a system is built of, as they are at a commit. */
import { ranToEnd, type StoredStatement } from '../../evidence/index.js';
import type { RecordOf } from '../../records/index.js';
import { isOwnSoftware, type Trace } from '../../trace/index.js';
import type { Comparison } from './compare.js';
import type { ProofState } from './decide.js';
import { inputsOfSystem } from './dependencies.js';
import type { Evidence } from './evidence.js';
import { changeText } from './judge-result.js';

export interface ListState {
  readonly state: Exclude<ProofState, 'failed'>;
  readonly why: string;
}

interface ListInput {
  readonly trace: Trace;
  readonly evidence: Evidence;
  readonly comparison: Comparison;
}

/**
 * One list of the same files is enough, whenever it was made; one that was cut short, or is empty, lists nothing.
 * @param commit that of the release that is asked about, if it names one
 */
export function componentListOf(system: RecordOf<'item'>, commit: string | undefined, input: ListInput): ListState {
  const lists = input.evidence.statements.filter((stored) => isWhole(stored) && isAbout(stored, system, input.trace));
  const [touched] = input.evidence.touched;
  if (lists.length === 0) return { state: 'none', why: `${system.id} has none` };
  if (commit === undefined) return { state: 'undated', why: 'no release names the commit that it is to hold for' };
  if (touched !== undefined) return { state: 'undated', why: `${touched} is not as it was stored` };
  const states = lists.map((stored) => stateOf(stored, system, commit, input));
  const best = (['current', 'undated', 'stale'] as const).flatMap((state) =>
    states.filter((one) => one.state === state),
  );
  return best[0] ?? { state: 'none', why: `${system.id} has none` };
}

function isWhole({ statement: { predicate } }: StoredStatement): boolean {
  return (predicate.components ?? 0) > 0 && ranToEnd(predicate);
}

/** Of several systems, a list is about the one that a test it was added for verifies. */
function isAbout({ statement: { predicate } }: StoredStatement, system: RecordOf<'item'>, trace: Trace): boolean {
  const systems = trace.all('item').filter((item) => item.fields.granularity === 'system' && isOwnSoftware(item));
  if (systems.length === 1) return systems[0] === system;
  return predicate.records.some(({ id }) => {
    const test = trace.find(id);
    return test?.kind === 'test' && trace.linked(test, 'verifies').includes(system);
  });
}

function stateOf(
  { statement: { predicate } }: StoredStatement,
  system: RecordOf<'item'>,
  commit: string,
  { trace, evidence, comparison }: ListInput,
): ListState {
  const { name } = predicate.report;
  const isClean = predicate.commit !== null && !predicate.commit.dirty;
  const then = isClean && predicate.inputs !== null ? evidence.inputs(predicate.inputs) : undefined;
  const released = evidence.at(commit);
  if (!then || !released) return { state: 'undated', why: `nobody can tell of which files ${name} was made` };
  const compared = comparison.compare(then, released, inputsOfSystem(system, trace, evidence));
  if (compared === 'same') return { state: 'current', why: '' };
  if (compared === 'empty') return { state: 'undated', why: `nobody can tell which files ${system.id} is built of` };
  return { state: 'stale', why: `${changeText(compared)} ${name} was made` };
}
