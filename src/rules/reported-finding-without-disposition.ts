/** Finds findings of scanners, as their reports hold them, of which no record tells what was decided. */
import type { RuleInput } from './define.js';
import type { ReportedFinding, ScanView } from './evidence-view.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'reported-finding-without-disposition',
  title: 'Reported finding that nobody decided about',
  why: 'What a scanner found is fixed, or decided with a reason; what is only in its report goes out with the release unseen.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:5.8.1', 'fda-premarket:FDA-CY-TEST-DISP'],
  serves: ['security-test-report', 'static-analysis-report', 'penetration-test-report', 'security-anomaly-assessment'],
  severity: 'warning',
  applies: 'exposed',

  examples: {
    bad: {
      records: `
        items:
          - { id: EL-1, title: Order service, role: process, parent: SW-1 }`,
      files: { 'src/search.ts': 'query("SELECT " + typed);   # gap\n' },
      analysis: {
        tool: 'Linter',
        weaknesses: ['CWE-89'],
        found: [
          { weakness: 'CWE-89', file: 'src/search.ts' },
          { weakness: 'CWE-89', file: 'src/list.ts' },
        ],
      },
    },
    ok: {
      records: `
        findings:
          - { id: FND-1, title: Put together query, tool: Linter, rule: CWE-89, in: [src/search.ts], disposition: false-positive, reason: The text is a constant., by: haddad, date: 2026-05-12 }`,
      files: { 'src/search.ts': 'query("SELECT " + COLUMNS);\n' },
      analysis: { tool: 'Linter', weaknesses: ['CWE-89'], found: [{ weakness: 'CWE-89', file: 'src/search.ts' }] },
    },
  },

  *check({ evidence, projectSpot }) {
    for (const scan of evidence.scans()) {
      const open = scan.withoutRecord.filter((finding) => isOfSecurity(finding, scan));
      const [first, ...others] = open;
      if (!first) continue;
      const more = scan.leftOut > 0 ? ` (and ${scan.leftOut} more that the statement only counts)` : '';
      yield {
        subject: `file:${scan.report}`,
        details: [scan.tool],
        spot: spotOf(first) ?? projectSpot,
        what: `${open.length} ${open.length === 1 ? 'finding' : 'findings'} of ${scan.tool} in \`${scan.report}\`${more} ${open.length === 1 ? 'has' : 'have'} no record that tells what was decided, such as ${words(first)}.`,
        do: 'Mend it and add the report of a new run, or write a finding with `tool`, `rule`, `in` (or `fingerprint`) and `disposition` for each.',
        severity: open.some(({ level }) => level === 'error') ? 'error' : 'warning',
        see: others.slice(0, 5).flatMap((finding) => {
          const spot = spotOf(finding);
          return spot ? [{ spot, note: `${words(finding)}.` }] : [];
        }),
      };
    }
  },

  // Without a scan nobody looked.
  undecided: ({ evidence }: RuleInput) => evidence.scans().length === 0,
});

/** A remark on style is no finding of security, unless it stands in the result of a test of security. */
function isOfSecurity({ weaknesses, rule, level }: ReportedFinding, scan: ScanView): boolean {
  const isAdvisory = /^(?:CVE|GHSA)-/.test(rule ?? '');
  return level !== 'none' && (scan.isOfSecurityTest || weaknesses.length > 0 || isAdvisory);
}

function words({ weaknesses, rule, file, line }: ReportedFinding): string {
  const name = [rule, weaknesses.filter((one) => one !== rule).join(', ')].filter(Boolean).join(', ');
  const place = file === null ? '' : ` at ${file}${line === null ? '' : `:${line}`}`;
  return `\`${name || 'no rule'}\`${place}`;
}

const MOST_LINES = 10_000_000;

/** A place in a file that is not read here: only its line is known. */
function spotOf({
  file,
  line,
}: ReportedFinding): { source: { path: string; text: string }; offset: number } | undefined {
  if (file === null) return undefined;
  const above = Math.min(Math.max((line ?? 1) - 1, 0), MOST_LINES);
  return { source: { path: file, text: '\n'.repeat(above) }, offset: above };
}
