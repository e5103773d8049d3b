/** Finds roles that a plan names and that no person of the settings has. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'role-without-person',
  title: 'Role that nobody has',
  why: 'A role without a person is a task without anybody who does it.',
  because: 'both',
  basis: ['iec62304:5.1.1', 'iec81001-5-1:4.1.2', 'iec81001-5-1:6.1.1', 'fda-premarket:FDA-CY-PLAN-WHO'],
  serves: [
    'software-development-plan',
    'security-risk-management-plan',
    'security-maintenance-plan',
    'security-training-records',
  ],
  severity: 'warning',

  examples: {
    bad: {
      records: `
        documents:
          - { id: DOC-1, title: Security plan, roles: [security, incident-lead] }   # gap`,
      settings: `
        people:
          - { id: haddad, name: Samir Haddad, roles: [security, tester] }
          - { id: petrov, name: Elena Petrov, roles: [developer] }`,
    },
    ok: {
      records: `
        documents:
          - { id: DOC-1, title: Security plan, roles: [security] }`,
      settings: `
        people:
          - { id: haddad, name: Samir Haddad, roles: [security, tester] }
          - { id: petrov, name: Elena Petrov, roles: [developer] }`,
    },
  },

  *check({ trace, people }) {
    const known = new Set(people.flatMap((person) => person.roles));
    for (const plan of trace.all('document')) {
      const missing = (plan.fields.roles ?? []).filter((role) => !known.has(role));
      if (missing.length === 0) continue;
      yield {
        at: plan,
        field: 'roles',
        what: `${plan.id} names ${missing.map((role) => `\`${role}\``).join(', ')}, and no person of the settings has ${missing.length === 1 ? 'this role' : 'these roles'}.`,
        do: 'Add the role to a person under `people:` in medward.yaml, or correct the plan.',
      };
    }
  },

  // A plan that names no role may still lack people.
  undecided: ({ trace }) => !trace.all('document').some((one) => (one.fields.roles ?? []).length > 0),
});
