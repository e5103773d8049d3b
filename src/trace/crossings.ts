/** Which trust boundaries a flow crosses: those around one end and not around the other. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import type { Trace } from './trace.js';

/**
 * Items and boundaries on the way outwards: deeper than any model; further out nobody looks, and says so. Each flow may
 * cross them all, so that ten thousand levels with ten thousand flows took half a minute and as many names.
 */
const MAX_NESTING = 100;

// @implements SRS-209
/** @returns ids of the boundaries in order, or `'unknown'` where the place of an end is not known and no crossing is */
export function boundariesCrossed(flow: RecordOf<'flow'>, trace: Trace): readonly string[] | 'unknown' {
  const [from] = trace.linkedOf(flow, 'from', 'item');
  const [to] = trace.linkedOf(flow, 'to', 'item');
  if (!from || !to) return 'unknown';
  const start = standingOf(from, trace);
  const end = standingOf(to, trace);
  const left = [...start.around].filter((id) => !end.around.has(id));
  const entered = [...end.around].filter((id) => !start.around.has(id));
  const crossed = [...left, ...entered].toSorted();
  return crossed.length === 0 && from.id !== to.id && (start.open || end.open) ? 'unknown' : crossed;
}

interface Standing {
  readonly around: ReadonlySet<string>;
  /** Something on the way outwards could not be read: there may be more boundaries. */
  readonly open: boolean;
}

/** All boundaries around an item, the outermost too; an item without one stands where its parent stands. */
function standingOf(item: RecordOf<'item'>, trace: Trace): Standing {
  const { lostKinds } = trace.reading;
  let open = lostKinds.has('boundary') || lostKinds.has('item') || lostKinds.has('any');
  const seen = new Set<string>();
  const around = new Set<string>();
  let current: AnyRecord | undefined = item;
  // A circle of parents is a gap of its own; here it only ends the walk.
  while (current && !seen.has(current.id)) {
    if (seen.size >= MAX_NESTING) return { around, open: true };
    seen.add(current.id);
    open ||= isBroken(current, 'boundary', trace) || isBroken(current, 'parent', trace);
    if (current.kind === 'boundary') around.add(current.id);
    current = outwards(current, trace);
  }
  return { around, open };
}

function outwards(record: AnyRecord, trace: Trace): AnyRecord | undefined {
  if (record.kind === 'boundary') return trace.linkedOf(record, 'parent', 'boundary')[0];
  return trace.linkedOf(record, 'boundary', 'boundary')[0] ?? trace.linkedOf(record, 'parent', 'item')[0];
}

/** Somebody wrote the link, and it leads nowhere. */
function isBroken(record: AnyRecord, name: string, trace: Trace): boolean {
  const written = record.unusable.has(name) || record.links.some((link) => link.field === name);
  return written && trace.linked(record, name).length === 0;
}
