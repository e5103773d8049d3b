/** Finds approvals by somebody whom the settings do not know, or not in that role. */
import { findPerson } from './find-person.js';
import { defineRule } from './define.js';

// @implements SRS-611
export default defineRule({
  id: 'approver-without-the-role',
  title: 'Approval by somebody without the role',
  why: 'An approval counts through the role in which it is given, and the settings say who has which.',
  because: 'both',
  basis: [],
  serves: ['software-release-record', 'risk-management-plan'],
  severity: 'error',

  examples: {
    bad: {
      records: `
        needs:
          - { id: UN-1, title: Print orders }
        approvals:
          - { id: AP-1, approves: [UN-1], by: petrov, role: release, meaning: release, date: 2026-05-12 }   # gap`,
      settings: `
        people:
          - { id: haddad, name: Samir Haddad, roles: [security, tester] }
          - { id: petrov, name: Elena Petrov, roles: [developer] }`,
    },
    ok: {
      records: `
        needs:
          - { id: UN-1, title: Print orders }
        approvals:
          - { id: AP-1, approves: [UN-1], by: petrov, role: developer, meaning: author, date: 2026-05-12 }`,
      settings: `
        people:
          - { id: haddad, name: Samir Haddad, roles: [security, tester] }
          - { id: petrov, name: Elena Petrov, roles: [developer] }`,
    },
  },

  *check({ trace, people }) {
    if (people.length === 0) return;
    for (const approval of trace.all('approval')) {
      const { by, role } = approval.fields;
      const person = by === undefined ? undefined : findPerson(by, people);
      if (by === undefined || (person && (role === undefined || person.roles.includes(role)))) continue;
      yield {
        at: approval,
        field: person ? 'role' : 'by',
        what: person
          ? `${approval.id} is by ${by} as \`${role ?? ''}\`, a role that the settings do not give to ${person.id}.`
          : `${approval.id} is by \`${by}\`, whom the settings do not name.`,
        do: 'Let somebody who has the role approve it, or correct `people:` in medward.yaml.',
      };
    }
  },
});
