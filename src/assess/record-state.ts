/** How far a record is: approved by somebody for its present content, only called so, or not yet. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import { isBoundTo, type Trace } from '../trace/index.js';

/** `claimed`: somebody typed `status: approved`; `void`: approved once, and changed since. */
export type RecordState = 'approved' | 'claimed' | 'void' | 'draft' | 'obsolete';

// @implements SRS-521
export function stateOf(record: AnyRecord, trace: Trace): RecordState {
  const { status } = record.fields;
  if (status === 'obsolete') return 'obsolete';
  // It may be obsolete.
  if (record.unusable.has('status')) return 'draft';
  return stateByApprovals(record, trace) ?? (status === 'approved' ? 'claimed' : 'draft');
}

function stateByApprovals(record: AnyRecord, trace: Trace): 'approved' | 'void' | undefined {
  const linked = trace.linkedOf(record, 'approvals', 'approval');
  // Every criterion asks for every record, and of a project that begins nothing is approved.
  return linked.length === 0 ? undefined : stateByLinked(linked, record, trace);
}

function stateByLinked(
  linked: readonly RecordOf<'approval'>[],
  record: AnyRecord,
  trace: Trace,
): 'approved' | 'void' | undefined {
  const given = linked.filter(isGiven);
  if (given.some((approval) => isBoundTo(approval, record, trace))) return 'approved';
  return given.length > 0 ? 'void' : undefined;
}

function isGiven(approval: RecordOf<'approval'>): boolean {
  const { by, role, meaning, date } = approval.fields;
  const approves = meaning === 'approver' || meaning === 'release';
  return approves && by !== undefined && role !== undefined && date !== undefined;
}

export function approvalsOf(
  record: AnyRecord,
  roles: readonly string[] | undefined,
  trace: Trace,
): readonly RecordOf<'approval'>[] {
  return trace
    .linkedOf(record, 'approvals', 'approval')
    .filter((approval) => isGiven(approval) && isBoundTo(approval, record, trace))
    .filter((approval) => !roles || roles.length === 0 || roles.includes(approval.fields.role ?? ''));
}
