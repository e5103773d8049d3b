/** Finds security tests by a developer of the device without a word on independence. */
import { findPerson } from './find-person.js';
import { runsBy } from './runs-by-type.js';
import { defineRule } from './define.js';

const TYPES = ['threat-mitigation', 'fuzz', 'vulnerability-scan', 'abuse-case', 'attack-surface'];

export default defineRule({
  id: 'security-tester-is-developer',
  title: 'Security test by a developer',
  why: 'Who built it attacks it where it is strong; an internal tester is possible, if the independence is told.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:5.7.5'],
  serves: ['security-test-report'],
  severity: 'warning',
  applies: 'exposed',

  examples: {
    bad: {
      records: `
        tests:
          - { id: TC-1, title: Attack on the sign-in, type: threat-mitigation }
        runs:
          - { id: RUN-1, tester: petrov, date: 2026-05-12, results: [{ test: TC-1, result: passed }] }   # gap`,
      settings: `
        people:
          - { id: haddad, name: Samir Haddad, roles: [security, tester] }
          - { id: petrov, name: Elena Petrov, roles: [developer] }`,
    },
    ok: {
      records: `
        tests:
          - { id: TC-1, title: Attack on the sign-in, type: threat-mitigation }
        runs:
          - { id: RUN-1, tester: haddad, date: 2026-05-12, results: [{ test: TC-1, result: passed }] }
          - id: RUN-2
            tester: petrov
            date: 2026-05-12
            results: [{ test: TC-1, result: passed }]
            rationale: Petrov wrote no line of the sign-in.`,
      settings: `
        people:
          - { id: haddad, name: Samir Haddad, roles: [security, tester] }
          - { id: petrov, name: Elena Petrov, roles: [developer] }`,
    },
  },

  *check({ trace, people }) {
    for (const run of runsBy(TYPES, trace)) {
      const person = run.fields.tester === undefined ? undefined : findPerson(run.fields.tester, people);
      if (!person?.roles.includes('developer') || run.fields.rationale !== undefined) continue;
      yield {
        at: run,
        field: 'tester',
        what: `${run.id} is by ${person.id}, who is a developer of the device, and does not tell how independent that is.`,
        do: `Let somebody else test it, or say under \`rationale:\` of ${run.id} why ${person.id} is independent of what was tested.`,
      };
    }
  },

  // A report that no run stands for does not tell who tested.
  undecided: ({ trace, people }) =>
    people.length === 0 || runsBy(TYPES, trace).every((run) => run.fields.tester === undefined),
});
