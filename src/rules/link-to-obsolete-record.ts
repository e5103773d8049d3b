/** Finds links of current records to records that are obsolete. */
import { isCurrent } from '../trace/index.js';
import { defineRule } from './define.js';

const HISTORY = new Set([
  'anomaly',
  'approval',
  'change',
  'decision',
  'finding',
  'release',
  'review',
  'run',
  'statement',
]);

export default defineRule({
  id: 'link-to-obsolete-record',
  title: 'Link to an obsolete record',
  why: 'What is obsolete counts for nothing, so the link proves nothing although it looks as if it did.',
  because: 'both',
  basis: [],
  serves: ['traceability-matrix'],
  severity: 'warning',

  examples: {
    bad: `
      needs:
        - { id: UN-1, title: Print orders, status: obsolete }
      requirements:
        - { id: SRS-1, title: Orders are printed, level: software, satisfies: [UN-1] }   # gap`,
    ok: `
      needs:
        - { id: UN-1, title: Print orders, status: obsolete }
        - { id: UN-2, title: Print orders on A5, replaces: [UN-1] }
      requirements:
        - { id: SRS-1, title: Orders are printed, level: software, satisfies: [UN-2] }
      documents:
        - { id: DOC-1, title: Study of needs, about: [UN-1] }`,
  },

  *check({ trace }) {
    // Mostly nothing is: then there is no link to look at.
    if (trace.reading.records.every(isCurrent)) return;
    for (const record of trace.records) {
      // Records of what happened keep the names of that day.
      if (HISTORY.has(record.kind)) continue;
      for (const link of record.links) {
        const far = trace.find(link.id);
        if (far?.fields.status !== 'obsolete' || link.field === 'replaces' || link.field === 'about') continue;
        yield {
          at: record,
          spot: link.spot,
          details: [link.field, far.id],
          what: `\`${link.field}\` of ${record.id} names ${far.id}, which is obsolete.`,
          do: `Name the record that replaces ${far.id}, or take the link out.`,
          see: [{ spot: far.spot, note: `${far.id} is obsolete.` }],
        };
      }
    }
  },
});
