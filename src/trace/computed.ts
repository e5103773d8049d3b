/** Fields that nobody writes: each follows from the model, by one small function. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import { boundariesCrossed } from './crossings.js';
import type { Trace } from './trace.js';

/** @returns words, yes/no or a list of them; `'unknown'` where the model does not tell */
export type ComputedField = (record: AnyRecord, trace: Trace) => unknown;

export const COMPUTED: ReadonlyMap<string, ComputedField> = new Map<string, ComputedField>([
  ['item.own', (record) => isOwnSoftware(record as RecordOf<'item'>)],
  ['item.leaf', (record, trace) => trace.linked(record, 'parts').length === 0],
  ['item.security-relevant', (record, trace) => isSecurityRelevantItem(record as RecordOf<'item'>, trace)],
  ['requirement.security-relevant', (record, trace) => isSecurityRequirement(record as RecordOf<'requirement'>, trace)],
  [
    'interface.security-relevant',
    (record, trace) => isSecurityRelevantInterface(record as RecordOf<'interface'>, trace),
  ],
  ['soup.security-relevant', (record, trace) => isSecurityRelevantSoup(record as RecordOf<'soup'>, trace)],
  ['flow.crosses', (record, trace) => boundariesCrossed(record as RecordOf<'flow'>, trace)],
  [
    'control.by-software',
    (record, trace) => trace.linkedOf(record, 'realised-by', 'requirement').some(isSoftwareLevel),
  ],
  ['control.credited', (record, trace) => trace.linked(record, 'credited-by').length > 0],
  ['risk.software-cause', (record, trace) => trace.linked(record, 'causes').length > 0],
  ['finding.by-review', (record, trace) => trace.linkedOf(record, 'from', 'review').length > 0],
  ['anomaly.open', (record) => isOpen(record as RecordOf<'anomaly'>)],
  ['anomaly.past-intake', (record) => isPastIntake(record as RecordOf<'anomaly'>)],
  ['anomaly.fixed', (record, trace) => isFixed(record as RecordOf<'anomaly'>, trace)],
]);

/** Software of the device: not a person, a thing, a product of somebody else or a tool beside it. */
export function isOwnSoftware(item: RecordOf<'item'>): boolean {
  const role = item.fields.role;
  return (item.fields.scope ?? 'device') === 'device' && role !== 'external' && role !== 'actor' && role !== 'physical';
}

/** Marked so, realising a security control, or at an end of a flow that crosses a boundary (own reading of IEC 81001-5-1). */
function isSecurityRelevantItem(item: RecordOf<'item'>, trace: Trace): boolean {
  if (item.fields['security-relevant']) return true;
  const realises = trace
    .linkedOf(item, 'requirements', 'requirement')
    .some((requirement) => isSecurityRequirement(requirement, trace));
  return realises || flowsAt(item, trace).some((flow) => crossesOrMayCross(flow, trace));
}

function flowsAt(item: AnyRecord, trace: Trace): readonly RecordOf<'flow'>[] {
  return [...trace.linkedOf(item, 'flows-in', 'flow'), ...trace.linkedOf(item, 'flows-out', 'flow')];
}

function crossesOrMayCross(flow: RecordOf<'flow'>, trace: Trace): boolean {
  const crossed = trace.computed(flow, 'crosses');
  return crossed === 'unknown' || (Array.isArray(crossed) && crossed.length > 0);
}

function isSecurityRequirement(requirement: RecordOf<'requirement'>, trace: Trace): boolean {
  if (requirement.fields.type === 'security') return true;
  return trace.linkedOf(requirement, 'satisfies', 'control').some(isSecurityControl);
}

export function isSecurityControl(control: RecordOf<'control'>): boolean {
  return control.fields.domain?.includes('security') ?? true;
}

/** Reachable from outside its item, or with a reach that nobody stated; disabled and service ports too. */
function isSecurityRelevantInterface(record: RecordOf<'interface'>, trace: Trace): boolean {
  const reach = record.fields.reach;
  if (reach === undefined || reach !== 'none') return true;
  return trace.linkedOf(record, 'flows', 'flow').some((flow) => crossesOrMayCross(flow, trace));
}

function isSecurityRelevantSoup(record: RecordOf<'soup'>, trace: Trace): boolean {
  const items = trace.linkedOf(record, 'used-in', 'item');
  if (items.length === 0) return true;
  return (
    (record.fields.roles ?? []).some((role) => role !== 'other') ||
    items.some((item) => isSecurityRelevantItem(item, trace))
  );
}

function isSoftwareLevel(requirement: RecordOf<'requirement'>): boolean {
  return requirement.fields.level === 'software';
}

function isOpen(anomaly: RecordOf<'anomaly'>): boolean {
  return anomaly.fields.state !== 'closed' && anomaly.fields.state !== 'rejected';
}

function isPastIntake(anomaly: RecordOf<'anomaly'>): boolean {
  return anomaly.fields.state !== undefined && anomaly.fields.state !== 'open';
}

function isFixed(anomaly: RecordOf<'anomaly'>, trace: Trace): boolean {
  const done = anomaly.fields.state === 'closed' || anomaly.fields.state === 'resolved';
  return done && trace.linked(anomaly, 'resolved-by').length > 0;
}
