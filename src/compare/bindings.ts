/** Approvals, reviews, statements and decisions: for which records they stand, told by the hashes that they keep, without Git. */
import type { Assessment } from '../assess/index.js';
import { compareText } from '../shapes/index.js';
import { isBoundThroughRenames, isBoundTo, type BindingRecord } from '../trace/index.js';
import { isUnread } from './sides.js';

export interface Binding {
  readonly record: BindingRecord;
  /** Ids of the records whose content is the one that was seen. */
  readonly holds: readonly string[];
  /** Ids of those that say something else now, or are gone. */
  readonly void: readonly string[];
  /** Ids of those that cannot be read. */
  readonly unknown: readonly string[];
}

/** Those that keep a hash at all, in order of their ids. */
export function bindingsOf(assessment: Assessment): readonly Binding[] {
  const { trace } = assessment;
  const records: readonly BindingRecord[] = [
    ...trace.all('approval'),
    ...trace.all('review'),
    ...trace.all('statement'),
    ...trace.all('decision'),
  ];
  return records
    .filter((record) => Object.keys(record.fields['bound-to'] ?? {}).length > 0)
    .toSorted((a, b) => compareText(a.id, b.id))
    .map((record) => bindingOf(record, assessment));
}

function bindingOf(record: BindingRecord, assessment: Assessment): Binding {
  const groups = { holds: [] as string[], void: [] as string[], unknown: [] as string[] };
  const ids = Object.keys(record.fields['bound-to'] ?? {}).toSorted(compareText);
  for (const id of ids) groups[stateOf(record, id, assessment)].push(id);
  return { record, ...groups };
}

function stateOf(binding: BindingRecord, id: string, assessment: Assessment): 'holds' | 'void' | 'unknown' {
  const { trace } = assessment;
  if (isUnread(id, assessment)) return 'unknown';
  const record = trace.find(id);
  if (!record && trace.reading.lostKinds.size > 0) return 'unknown';
  if (binding.kind !== 'decision') return record && isBoundTo(binding, record, trace) ? 'holds' : 'void';
  // A decision survives a rename of what it is about.
  const heirs = trace.records.filter((one) => one.links.some((link) => link.field === 'replaces' && link.id === id));
  const present = record ? [record, ...heirs] : heirs;
  return present.some((one) => isBoundThroughRenames(binding, one, trace)) ? 'holds' : 'void';
}
