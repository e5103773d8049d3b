/** Finds records that bear an id which another record replaces: a retired id stays reserved. */
import type { AnyRecord } from '../records/index.js';
import type { Edge, Trace } from '../trace/index.js';
import { defineRule } from './define.js';

// @implements SRS-614
export default defineRule({
  id: 'retired-id-used-again',
  title: 'Id that was replaced and is used again',
  why: 'Old results, reviews and releases name the id: under it they would speak of something that they never saw.',
  because: 'both',
  basis: [],
  serves: ['traceability-matrix', 'configuration-item-list'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      requirements:
        - { id: SRS-1, level: software, title: The log keeps a year }   # gap
        - { id: SRS-2, level: software, title: An order is printed on A4, replaces: [SRS-1] }`,
    ok: `
      requirements:
        - { id: SRS-2, level: software, title: An order is printed on A4, replaces: [SRS-1] }
        - { id: SRS-3, level: software, title: The log keeps two years, replaces: [SRS-4] }
        - { id: SRS-4, level: software, title: The log keeps a year, status: obsolete }`,
  },

  *check({ trace }) {
    for (const record of trace.records) {
      const [replacing] = replacers(record, trace);
      if (!replacing) continue;
      yield {
        at: record,
        what: `${replacing.id} replaces ${record.id}, and ${record.id} is in use.`,
        do: `Give the new record an id of its own; if it is the old one, set \`status: obsolete\`.`,
        see: [{ spot: replacing.spot, note: `${replacing.id} says that it replaces ${record.id}.` }],
      };
    }
  },
});

/** Obsolete ones too: what they replaced was retired before them. A draft has replaced nothing yet. */
function replacers(record: AnyRecord, trace: Trace): readonly AnyRecord[] {
  const edges = trace.edgesOf(record, 'replaced-by');
  return edges.length === 0 ? NOBODY : replacersAmong(edges, record, trace);
}

const NOBODY: readonly AnyRecord[] = [];

function replacersAmong(edges: readonly Edge[], record: AnyRecord, trace: Trace): readonly AnyRecord[] {
  return edges
    .filter((edge) => edge.to === record.id)
    .flatMap((edge) => trace.find(edge.from) ?? [])
    .filter((far) => far.fields.status !== 'draft' && !leadsTo(far, record, trace));
}

/** Whether the record replaces, over others, what replaces it: that circle is a fault of its own. */
function leadsTo(far: AnyRecord, record: AnyRecord, trace: Trace): boolean {
  const seen = new Set<string>([far.id]);
  const next = [record.id];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === far.id) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const at = trace.find(id);
    for (const edge of at ? trace.edgesOf(at, 'replaces') : []) if (edge.from === id) next.push(edge.to);
  }
  return false;
}
