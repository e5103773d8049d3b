/** Fields that nobody writes: each follows from the model, by one small function. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import { boundariesCrossed } from './crossings.js';
import type { Trace } from './trace.js';

/** @returns words, yes/no or a list of them; `'unknown'` where the model does not tell */
export type ComputedField = (record: AnyRecord, trace: Trace) => unknown;
type Known = boolean | 'unknown';

// @implements SRS-208
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
    (record, trace) =>
      anyOf([
        ...trace.linkedOf(record, 'realised-by', 'requirement').map(isSoftwareLevel),
        isUnreadable(record, 'realised-by'),
      ]),
  ],
  ['control.credited', (record, trace) => hasLink(record, 'credited-by', trace)],
  ['risk.software-cause', (record, trace) => hasLink(record, 'causes', trace)],
  ['finding.by-review', (record, trace) => trace.linkedOf(record, 'from', 'review').length > 0],
  ['test.at-level', (record) => levelOf(record as RecordOf<'test'>)],
  ['anomaly.open', (record) => isOpen(record as RecordOf<'anomaly'>)],
  ['anomaly.past-intake', (record) => isPastIntake(record as RecordOf<'anomaly'>)],
  ['anomaly.fixed', (record, trace) => isFixed(record as RecordOf<'anomaly'>, trace)],
  ['change.touches-security', (record, trace) => touchesSecurity(record as RecordOf<'change'>, trace)],
]);

/** Yes if one is yes; else not known if one is not known. */
function anyOf(answers: readonly Known[]): Known {
  return answers.includes(true) || (answers.includes('unknown') && 'unknown');
}

/** Not known where somebody wrote what nobody can read; else no. */
function isUnreadable(record: AnyRecord, ...names: readonly string[]): Known {
  return record.unusable.size > 0 && names.some((name) => record.unusable.has(name)) && 'unknown';
}

function hasLink(record: AnyRecord, name: string, trace: Trace): Known {
  return trace.linked(record, name).length > 0 || isUnreadable(record, name);
}

/** Software of the device: not a person, a thing, a product of somebody else or a tool beside it. */
export function isOwnSoftware(item: RecordOf<'item'>): boolean {
  const role = item.fields.role;
  return (item.fields.scope ?? 'device') === 'device' && role !== 'external' && role !== 'actor' && role !== 'physical';
}

/** Marked so, realising a security control, or at an end of a flow that crosses a boundary (own reading of IEC 81001-5-1). */
function isSecurityRelevantItem(item: RecordOf<'item'>, trace: Trace): Known {
  if (item.fields['security-relevant']) return true;
  return anyOf([
    isUnreadable(item, 'security-relevant', 'requirements', 'flows-in', 'flows-out'),
    ...trace.linkedOf(item, 'requirements', 'requirement').map((one) => isSecurityRequirement(one, trace)),
    ...flowsAt(item, trace).map((flow) => crossesOrMayCross(flow, trace)),
  ]);
}

function flowsAt(item: AnyRecord, trace: Trace): readonly RecordOf<'flow'>[] {
  return [...trace.linkedOf(item, 'flows-in', 'flow'), ...trace.linkedOf(item, 'flows-out', 'flow')];
}

function crossesOrMayCross(flow: RecordOf<'flow'>, trace: Trace): boolean {
  const crossed = trace.computed(flow, 'crosses');
  return crossed === 'unknown' || (Array.isArray(crossed) && crossed.length > 0);
}

function isSecurityRequirement(requirement: RecordOf<'requirement'>, trace: Trace): Known {
  if (requirement.fields.type === 'security') return true;
  return anyOf([
    isUnreadable(requirement, 'type', 'satisfies'),
    ...trace.linkedOf(requirement, 'satisfies', 'control').map(isSecurityControl),
  ]);
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

function isSecurityRelevantSoup(record: RecordOf<'soup'>, trace: Trace): Known {
  const items = trace.linkedOf(record, 'used-in', 'item');
  if (items.length === 0) return true;
  if ((record.fields.roles ?? []).some((role) => role !== 'other')) return true;
  return anyOf([isUnreadable(record, 'roles', 'used-in'), ...items.map((item) => isSecurityRelevantItem(item, trace))]);
}

function isSoftwareLevel(requirement: RecordOf<'requirement'>): Known {
  return requirement.fields.level === 'software' || isUnreadable(requirement, 'level');
}

/** These look at papers, code or people and run no software: none is a test of a unit, of the integration or of the system. */
const RUNS_NOTHING: ReadonlySet<unknown> = new Set([
  'static-analysis',
  'composition-analysis',
  'inspection',
  'analysis',
  'review',
  'drill',
]);

/** The level somebody wrote; without one, a test that runs may be of any, and one that runs nothing is of none. */
function levelOf(test: RecordOf<'test'>): string {
  const { level, type } = test.fields;
  if (level !== undefined) return level;
  return RUNS_NOTHING.has(type) && isUnreadable(test, 'level') === false ? 'no-level' : 'unknown';
}

function isOpen(anomaly: RecordOf<'anomaly'>): boolean {
  return anomaly.fields.state !== 'closed' && anomaly.fields.state !== 'rejected';
}

function isPastIntake(anomaly: RecordOf<'anomaly'>): Known {
  return anomaly.fields.state === undefined ? 'unknown' : anomaly.fields.state !== 'open';
}

/** By a change. Where it is closed and nothing says how, it may have been by one. */
function isFixed(anomaly: RecordOf<'anomaly'>, trace: Trace): Known {
  const { state, rationale } = anomaly.fields;
  const isClosed = state === undefined ? 'unknown' : state === 'closed' || state === 'resolved';
  if (isClosed === false || trace.linked(anomaly, 'resolved-by').length > 0) return isClosed;
  return rationale === undefined ? 'unknown' : isUnreadable(anomaly, 'resolved-by');
}

/** The bare words alone: whoever writes more may mean something else. */
const SAYS_NONE = /^(none|no|no effect|nothing|not affected|not relevant|n\/a|–|-)\.?$/i;

/** It answers a problem of security, or somebody wrote an effect on it; a bare "none" is an answer too. */
function touchesSecurity(change: RecordOf<'change'>, trace: Trace): Known {
  const resolved = trace.linked(change, 'resolves');
  const ofSecurity = resolved.some(
    (far) => far.kind === 'vulnerability' || (far.kind === 'anomaly' && far.fields.criticality?.includes('security')),
  );
  if (ofSecurity) return true;
  const said = change.fields.impact?.security?.trim();
  if (said === undefined) return 'unknown';
  return !SAYS_NONE.test(said) || isUnreadable(change, 'resolves');
}
