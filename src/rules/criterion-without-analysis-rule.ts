/** Finds criteria that rest on silence: analyses ran, and none of them had a rule for what is asked. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'criterion-without-analysis-rule',
  title: 'Security criterion for which no analysis had a rule',
  why: 'That a tool found nothing says something only where it had a rule; where it had none, nobody looked.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:5.5.1', 'fda-premarket:FDA-CY-TEST-STATIC'],
  serves: ['static-analysis-report'],
  severity: 'warning',
  applies: 'exposed',

  examples: {
    bad: {
      settings: `
        medward: 1   # gap
        criteria: [cwe-top25@2025]`,
      analysis: { tool: 'Linter', weaknesses: ['CWE-1'] },
      records: `
      items:
        - { id: EL-1, title: Order service, granularity: unit, role: process, parent: SW-1, security-relevant: true, security-reason: It parses orders. }`,
    },
    ok: {
      settings: 'criteria: [cwe-top25@2025]',
      records: `
      items:
        - { id: EL-1, title: Order service, granularity: unit, role: process, parent: SW-1, security-relevant: true, security-reason: It parses orders. }`,
    },
  },

  *check({ specialTests, projectSpot }) {
    const { withoutRule, cells, sets } = specialTests();
    const lacking = new Set(withoutRule);
    for (const { id } of sets) {
      const open = cells.filter(
        (cell) => cell.set === id && cell.state === 'not-looked' && lacking.has(cell.criterion),
      );
      const titles = [...new Set(open.map(({ title }) => title))];
      if (titles.length === 0) continue;
      yield {
        subject: 'project',
        spot: projectSpot,
        details: [id],
        what: `No analysis had rules for ${titles.length} criteria of \`${id}\`, such as "${titles[0]}", and nothing else answers them.`,
        do: 'Turn on rules for their weaknesses, add another tool, or answer them by tests, reviews or decisions. `medward evidence criteria` lists them.',
      };
    }
  },

  undecided: ({ specialTests }) => specialTests().sets.length === 0,
});
