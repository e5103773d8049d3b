/** Which candidates a person rejected: by a valid decision that is bound to the content of the place that was looked at. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import { isSpecific as isSpecificThreat, patternOfKey } from '../threats/index.js';
import { isBoundThroughRenames, type Trace } from '../trace/index.js';
import { faultsOfDecision, isAboutCandidates } from './decision-faults.js';
import type { RuleInput } from './define.js';

/** @returns for the id of a pattern and a record the decision by which the one was rejected for the other */
export function rejections(trace: Trace, date: string): (pattern: string, record: AnyRecord) => string | undefined {
  const byPattern = new Map<string, RecordOf<'decision'>[]>();
  for (const decision of trace.all('decision')) {
    if (!rejects(decision, trace, date)) continue;
    for (const pattern of new Set(trace.foreign(decision, 'scope').map(patternOfKey))) {
      byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), decision]);
    }
  }
  return (pattern, record) =>
    byPattern.get(pattern)?.find((decision) => isBoundThroughRenames(decision, record, trace))?.id;
}

/** Accepting a risk is another thing: for that there has to be a threat. */
function rejects(decision: RecordOf<'decision'>, trace: Trace, date: string): boolean {
  return (
    decision.fields.type === 'not-applicable' &&
    !['until', 'date', 'bound-to', 'scope'].some((name) => decision.unusable.has(name)) &&
    isAboutCandidates(decision, trace) &&
    faultsOfDecision(decision, trace, date).length === 0
  );
}

/** Somebody looked at everything that the library has to say about the record, and rejected it with a reason. */
export function isAnsweredByRejections(record: AnyRecord, { candidates, trace }: RuleInput): boolean {
  // Where nobody rejected anything, the library need not be asked.
  if (!trace.all('decision').some((decision) => isAboutCandidates(decision, trace))) return false;
  const targets = candidates().byTarget.get(record.id) ?? [];
  const isAnswered = targets.every(
    ({ state, by }) => state === 'rejected' || (state === 'taken' && isSpecific(by, trace)),
  );
  return isAnswered && targets.some(({ state }) => state === 'rejected');
}

function isSpecific(threat: string | undefined, trace: Trace): boolean {
  const record = threat === undefined ? undefined : trace.find(threat);
  return record?.kind === 'threat' && isSpecificThreat(record);
}
