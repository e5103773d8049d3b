/** Tells of evidence that is not what was stored: changed, taken away in part, or not readable. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'evidence-not-as-stored',
  title: 'Evidence that is not as it was stored',
  why: 'Evidence that somebody could change proves nothing; a statement that does not fit its own hash counts for nothing.',
  because: 'both',
  basis: ['iec62304:5.7.5', 'iec62304:9.8'],
  serves: ['system-test-report'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: {
      records: `
        tests:
          - { id: TC-1, title: A flood is refused, level: system }`,
      report: { text: '<testsuite name="s" tests="1"><testcase name="TC-1"/></testsuite>', touched: true },
    },
    ok: {
      records: `
        tests:
          - { id: TC-1, title: A flood is refused, level: system }`,
      report: { text: '<testsuite name="s" tests="1"><testcase name="TC-1"/></testsuite>' },
    },
  },
});
