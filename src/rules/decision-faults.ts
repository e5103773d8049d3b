/** Why a decision decides nothing: no reason, no person, no day, over, or about content that is not there any more. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import { isBoundThroughRenames, isBoundTo, type Trace } from '../trace/index.js';
import type { RuleInput } from './define.js';

export type DecisionFault =
  | 'decision-without-reason'
  | 'decision-without-person'
  | 'decision-without-date'
  | 'decision-past-its-end'
  | 'decision-content-changed';

// @implements SRS-608
/** @returns why the decision decides nothing; an empty list if it holds on that day */
export function faultsOfDecision(decision: RecordOf<'decision'>, trace: Trace, date: string): readonly DecisionFault[] {
  const { reason, text, by, until } = decision.fields;
  const faults: DecisionFault[] = [];
  if (reason === undefined && text === undefined) faults.push('decision-without-reason');
  if (by === undefined) faults.push('decision-without-person');
  if (decision.fields.date === undefined || decision.fields.date > date) faults.push('decision-without-date');
  if (until !== undefined && until < date) faults.push('decision-past-its-end');
  const isBound = isAboutCandidates(decision, trace) ? isBoundThroughRenames : isBoundTo;
  if (subjectsOf(decision, trace).some((record) => !isBound(decision, record, trace)))
    faults.push('decision-content-changed');
  return faults;
}

/** The key of a candidate has an `@`; what somebody rejected of the library stays rejected when only ids change. */
export function isAboutCandidates(decision: RecordOf<'decision'>, trace: Trace): boolean {
  const scope = trace.foreign(decision, 'scope');
  return scope.length > 0 && scope.every((id) => id.includes('@'));
}

/** The records that it is about or whose risk it accepts. */
export function subjectsOf(decision: RecordOf<'decision'>, trace: Trace): readonly AnyRecord[] {
  return [...new Set([...trace.linked(decision, 'about'), ...trace.linked(decision, 'accepts')])];
}

export function decisionsWith(fault: DecisionFault, { trace, date }: RuleInput): readonly RecordOf<'decision'>[] {
  return trace.all('decision').filter((decision) => faultsOfDecision(decision, trace, date).includes(fault));
}
