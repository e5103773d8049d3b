/** Reads YAML lists of records into a trace; for the tests of this room. */
import { readRecords, type KindName, type RecordOf } from '../records/index.js';
import { traceRecords, type Trace } from '../trace/index.js';

export function modelOf(text: string): Trace {
  const reading = readRecords([{ path: 'records/a.yaml', text }], { prefixes: new Map() });
  return traceRecords(reading, { tags: [], external: [], isForeign: () => true, prefixes: new Map() }).trace;
}

export function record<K extends KindName>(trace: Trace, kind: K, id: string): RecordOf<K> {
  const found = trace.all(kind).find((one) => one.id === id);
  if (!found) throw new Error(`There is no ${kind} ${id}.`);
  return found;
}
