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
      for (const [name, value] of Object.entries(record.fields)) {
        const found = typeof value === 'string' ? OPEN.exec(value)?.[0] : undefined;
        if (found === undefined || name === 'ext') continue;
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
