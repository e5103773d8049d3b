/**
 * Comes in: what the records room read, tags in code, and a way to look up targets that are no records.
 * Goes out: the graph with links from either end, conditions on records, fields that follow from the model, faults of structure.
 * May not: know a pack, a rule or a fact; read files; judge what is missing for whom.
 */
import type { Reading } from '../records/index.js';
import { readEdges, type EdgeInput } from './edges.js';
import { checkStructure } from './structure.js';
import type { StructureFault } from './structure-fault.js';
import { Trace } from './trace.js';

export { isBoundThroughRenames, isBoundTo, type BindingRecord } from './binding.js';
export { boundRecords, isBinding, unboundEnds, type UnboundEnds } from './bound-records.js';
export { readCodeTags, type CodeTag } from './code-tags.js';
export { isOwnSoftware, isSecurityControl, type ComputedField } from './computed.js';
export type { Edge, EdgeInput, ForeignLookup } from './edges.js';
export { reached, routesBetween, type Route } from './routes.js';
export type { StructureFault } from './structure-fault.js';
export { isCurrent, Trace, type End, type FileEnd } from './trace.js';
export { valuesOf, type Match } from './where.js';

export interface Traced {
  readonly trace: Trace;
  readonly faults: readonly StructureFault[];
}

export function traceRecords(reading: Reading, input: Omit<EdgeInput, 'reading'>): Traced {
  const { edges, faults } = readEdges({ reading, ...input });
  const trace = new Trace(reading, edges);
  return { trace, faults: [...faults, ...checkStructure(trace)] };
}
