/** Finds signatures, results and checks that are dated after the day of the assessment. */
import type { KindName } from '../records/index.js';
import { valuesOf } from '../trace/index.js';
import { defineRule } from './define.js';

// Fields that tell when something was done. A release and the end of a decision lie ahead, and a decision has its own rule.
const PAST: Readonly<Partial<Record<KindName, readonly string[]>>> = {
  anomaly: ['closed-on'],
  approval: ['date'],
  control: ['proof.date'],
  document: ['reference.confirmed-on'],
  finding: ['date'],
  review: ['date'],
  run: ['date'],
  soup: ['anomaly-date', 'vulnerability-check-date'],
  statement: ['date'],
};

export default defineRule({
  id: 'date-in-the-future',
  title: 'Date that is still to come',
  why: 'What is signed or tested tomorrow is not signed or tested today.',
  because: 'both',
  basis: [],
  serves: ['software-release-record'],
  severity: 'error',

  examples: {
    bad: `
      tests:
        - { id: TC-1, title: An order is stored, level: system }
      runs:
        - { id: RUN-1, date: 2027-05-12, results: [{ test: TC-1, result: passed }] }   # gap`,
    ok: `
      tests:
        - { id: TC-1, title: An order is stored, level: system }
      runs:
        - { id: RUN-1, date: 2026-05-12, results: [{ test: TC-1, result: passed }] }
      releases:
        - { id: REL-1, title: LabDesk 3.3.0, version: 3.3.0, date: 2027-06-30 }`,
  },

  *check({ trace, date }) {
    for (const record of trace.records) {
      for (const name of PAST[record.kind] ?? []) {
        const values = valuesOf(record, name, trace);
        const [day] = values === 'unknown' ? [] : values;
        if (day === undefined || day <= date) continue;
        yield {
          at: record,
          field: name.split('.')[0] ?? name,
          details: [name],
          what: `\`${name}\` of ${record.id} is ${day}, which is still to come.`,
          do: `Correct \`${name}\` of ${record.id}.`,
        };
      }
    }
  },
});
