/** Finds items that matter for security and that nobody looked at with a criterion of the chosen sets. */
import { defineRule, type SpecialCellView } from './define.js';
import { openByItem, topicsOf } from './special-cells.js';

export default defineRule({
  id: 'security-criterion-unanswered',
  title: 'Security criterion that nothing answers on an item',
  why: 'A chosen list of weaknesses shows something only where each of its criteria was looked at on each item that it concerns.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:5.5.1', 'iec81001-5-1:5.5.2'],
  serves: ['unit-verification-records'],
  severity: 'warning',
  applies: 'exposed',

  examples: {
    bad: {
      settings: 'criteria: [cwe-top25@2025]',
      records: `
      items:
        - { id: EL-1, title: Order service, granularity: unit, role: process, parent: SW-1, security-relevant: true, security-reason: It parses orders. }   # gap`,
    },
    ok: {
      settings: 'criteria: [cwe-top25@2025]',
      records: `
      items:
        - { id: EL-1, title: Time server, granularity: item, role: external, scope: other-product }`,
    },
  },

  *check({ specialTests }) {
    for (const [item, cells] of openByItem(specialTests().cells.filter(isBySecurity))) {
      const sets = [...new Set(cells.map(({ set }) => set))];
      yield {
        at: item,
        what: `Nothing answers ${topicsOf(cells)} of ${item.id} (${sets.join(', ')}).`,
        do: 'Run an analysis that has rules for them and add its report, name them under `criteria:` of a test or review, or decide.',
        severity: cells.some(({ state }) => state === 'open-finding' || state === 'failed') ? 'error' : 'warning',
      };
    }
  },

  // Without a chosen set nobody asked.
  undecided: ({ specialTests }) => {
    const { cells, sets } = specialTests();
    return sets.length === 0 || cells.some((cell) => isBySecurity(cell) && cell.state === 'unknown');
  },
});

function isBySecurity({ because }: SpecialCellView): boolean {
  return because === 'cybersecurity';
}
