/** Which trust boundaries a flow crosses: those around one end and not around the other. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import type { Trace } from './trace.js';

/** Deep enough for any model; a circle of parents is a gap of its own and must not hang the walk. */
const MAX_NESTING = 64;

/** @returns ids of the boundaries in order, or `'unknown'` where an end of the flow is not known */
export function boundariesCrossed(flow: RecordOf<'flow'>, trace: Trace): readonly string[] | 'unknown' {
  const [from] = trace.linkedOf(flow, 'from', 'item');
  const [to] = trace.linkedOf(flow, 'to', 'item');
  if (!from || !to) return 'unknown';
  const aroundFrom = boundariesAround(from, trace);
  const aroundTo = boundariesAround(to, trace);
  const left = [...aroundFrom].filter((id) => !aroundTo.has(id));
  const entered = [...aroundTo].filter((id) => !aroundFrom.has(id));
  return [...left, ...entered].toSorted();
}

/** All boundaries around an item, the outermost too; an item without one stands where its parent stands. */
export function boundariesAround(item: RecordOf<'item'>, trace: Trace): ReadonlySet<string> {
  const around = new Set<string>();
  let boundary = boundaryOf(item, trace);
  while (boundary && !around.has(boundary.id) && around.size < MAX_NESTING) {
    around.add(boundary.id);
    [boundary] = trace.linkedOf(boundary, 'parent', 'boundary');
  }
  return around;
}

function boundaryOf(item: RecordOf<'item'>, trace: Trace): RecordOf<'boundary'> | undefined {
  let current: AnyRecord | undefined = item;
  for (let depth = 0; current && depth < MAX_NESTING; depth++) {
    const [boundary] = trace.linkedOf(current, 'boundary', 'boundary');
    if (boundary) return boundary;
    current = trace.linkedOf(current, 'parent', 'item')[0];
  }
  return undefined;
}
