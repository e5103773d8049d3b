/** Finds security tests by a developer of the device without a word on independence. */
import { defineRule } from './define.js';
import { isTesterUnknown, runsByDevelopers } from './runs-by-developers.js';

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

  check: (input) => runsByDevelopers(TYPES, input),
  undecided: (input) => isTesterUnknown(TYPES, input),
});
