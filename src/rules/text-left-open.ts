/** Finds records that say themselves that something is still to be written. */
import { defineRule } from './define.js';

const OPEN = /\b(TBD|TBC|T\.B\.D\.|FIXME|to be (defined|determined|decided)( later)?)(?!\w)|\?\?\?/;

export default defineRule({
  id: 'text-left-open',
  title: 'Text that is still open',
  why: 'A place holder that is approved with the rest is found by the auditor.',
  because: 'both',
  basis: [],
  serves: ['software-requirements-specification', 'software-release-record'],
  severity: 'hint',

  examples: {
    bad: `
      requirements:
        - { id: SRS-1, title: Orders are kept, level: software, text: Orders are kept for TBD days. }   # gap`,
    ok: `
      requirements:
        - { id: SRS-1, title: Orders are kept, level: software, text: Orders are kept for 90 days. }`,
  },

  *check({ trace }) {
    for (const record of trace.records) {
      const fields: Readonly<Record<string, unknown>> = record.fields;
      for (const name in fields) {
        const value = fields[name];
        const found = typeof value === 'string' && name !== 'ext' ? OPEN.exec(value)?.[0] : undefined;
        if (found === undefined) continue;
        yield {
          at: record,
          field: name,
          details: [name],
          what: `\`${name}\` of ${record.id} still says "${found}".`,
          do: `Write what is meant, or take it out.`,
        };
      }
    }
  },
});
