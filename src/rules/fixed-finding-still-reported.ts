/** Finds findings that are called fixed and that the newest run of their tool reports again. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'fixed-finding-still-reported',
  title: 'Fixed finding that is reported again',
  why: 'What is called fixed and is still found goes out with the release as a surprise to everybody but the attacker.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:5.8.1', 'fda-premarket:FDA-CY-TEST-DISP'],
  serves: ['security-test-report', 'static-analysis-report', 'security-anomaly-assessment'],
  severity: 'error',
  applies: 'exposed',

  examples: {
    bad: {
      records: `
        findings:
          - { id: FND-1, title: Put together query, tool: Linter, rule: CWE-89, in: [src/search.ts], disposition: fixed }   # gap`,
      files: { 'src/search.ts': 'query("SELECT " + typed);\n' },
      analysis: { tool: 'Linter', weaknesses: ['CWE-89'], found: [{ weakness: 'CWE-89', file: 'src/search.ts' }] },
    },
    ok: {
      records: `
        findings:
          - { id: FND-1, title: Put together query, tool: Linter, rule: CWE-89, in: [src/search.ts], disposition: fixed }`,
      files: { 'src/search.ts': 'query(SEARCH, [typed]);\n' },
      analysis: { tool: 'Linter', weaknesses: ['CWE-89'] },
    },
  },

  *check({ trace, evidence }) {
    for (const finding of trace.all('finding')) {
      if (finding.fields.disposition !== 'fixed') continue;
      const again = evidence.reportedAgain(finding);
      if (!again) continue;
      const place = again.file === null ? '' : ` at ${again.file}${again.line === null ? '' : `:${again.line}`}`;
      yield {
        at: finding,
        field: 'disposition',
        what: `${finding.id} is called fixed, and ${again.tool} still reports it${place}.`,
        do: `Mend it and add the report of a new run, or change \`disposition:\` of ${finding.id} with a reason.`,
      };
    }
  },

  // Whether a fix holds shows only in a run after it.
  undecided: ({ trace, evidence }) =>
    evidence.scans().length === 0 && trace.all('finding').some(({ fields }) => fields.disposition === 'fixed'),
});
