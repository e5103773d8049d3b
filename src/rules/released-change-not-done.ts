/** Finds releases that are out and name a change which is not done or was rejected. */
import { defineRule } from './define.js';

const NOT_DONE = new Set(['proposed', 'approved', 'rejected']);

export default defineRule({
  id: 'released-change-not-done',
  title: 'Released change that is not done',
  why: 'The list of changes tells users and auditors what a release holds; one that is not done is not in it.',
  because: 'safety-class',
  basis: ['iec62304:5.8.6', 'iec62304:8.2.4'],
  serves: ['software-release-record', 'change-request-log'],
  severity: 'error',

  examples: {
    bad: `
      changes:
        - { id: CR-1, title: Addresses end after a minute, state: approved }
      releases:
        - { id: REL-1, title: LabDesk 3.2.0, version: 3.2.0, date: 2026-06-30, changes: [CR-1] }   # gap`,
    ok: `
      changes:
        - { id: CR-1, title: Addresses end after a minute, state: done }
        - { id: CR-2, title: A new list, state: approved }
      releases:
        - { id: REL-1, title: LabDesk 3.2.0, version: 3.2.0, date: 2026-06-30, changes: [CR-1] }
        - { id: REL-2, title: LabDesk 3.3.0, version: 3.3.0, changes: [CR-2] }`,
  },

  *check({ trace, date }) {
    for (const release of trace.all('release')) {
      const isOut = release.fields['in-field'] === true || (release.fields.date ?? '9999') <= date;
      const open = trace
        .linkedOf(release, 'changes', 'change')
        .filter(({ fields }) => NOT_DONE.has(fields.state ?? ''));
      const [first] = open;
      if (!isOut || !first) continue;
      yield {
        at: release,
        field: 'changes',
        what: `${release.id} is out and names ${open.map((change) => `${change.id} (${change.fields.state ?? ''})`).join(', ')}.`,
        do: `Set \`state:\` of ${first.id}, or take it out of ${release.id}.`,
        see: open
          .slice(0, 5)
          .map((change) => ({ spot: change.spot, note: `${change.id} is ${change.fields.state ?? ''}.` })),
      };
    }
  },
});
