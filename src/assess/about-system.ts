/** For which software system a document, statement or decision stands: the ones it names, or all if it names none. */
import type { AnyRecord } from '../records/index.js';
import type { Trace } from '../trace/index.js';

/** @param scope `device`, or the id of a software system */
export function isForSystem(record: AnyRecord, scope: string, trace: Trace): boolean {
  // Whoever named something that is not there did not mean everything.
  if (hasBrokenLink(record, 'about', trace)) return false;
  if (scope === 'device') return true;
  const systems = trace
    .linked(record, 'about')
    .filter((far) => far.kind === 'item' && far.fields.granularity === 'system');
  return systems.length === 0 || systems.some((system) => system.id === scope);
}

/** Somebody wrote the link, and what it names cannot be read, is not there or does not count any more. */
export function hasBrokenLink(record: AnyRecord, name: string, trace: Trace): boolean {
  if (record.unusable.has(name)) return true;
  const linked = new Set(trace.linked(record, name).map((far) => far.id));
  const foreign = new Set(trace.foreign(record, name));
  return record.links.some((link) => link.field === name && !linked.has(link.id) && !foreign.has(link.id));
}
