/** Tells of results whose test names a record that is not there. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'result-for-unknown-record',
  title: 'Result that names a record which is not there',
  why: 'A result that reaches no record proves nothing, and its test looks as if it had never run.',
  because: 'both',
  basis: ['iec62304:5.7.4', 'iec62304:5.7.5'],
  serves: ['traceability-matrix'],
  severity: 'warning',

  examples: {
    bad: {
      records: `
        tests:
          - { id: TC-1, title: A flood is refused, level: system }`,
      report: { text: '<testsuite name="s" tests="1"><testcase name="TC-404 gone"/></testsuite>   # gap' },
    },
    ok: {
      records: `
        tests:
          - { id: TC-1, title: A flood is refused, level: system }`,
      report: { text: '<testsuite name="s" tests="1"><testcase name="TC-1"/></testsuite>' },
    },
  },
});
