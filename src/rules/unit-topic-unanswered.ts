/** Finds units of a high class for which nothing answers a topic that the standard asks of each of them. */
import { defineRule, type SpecialCellView } from './define.js';
import { isOpen, openByItem, topicsOf } from './special-cells.js';

export default defineRule({
  id: 'unit-topic-unanswered',
  title: 'Unit of which a topic of acceptance is not answered',
  why: 'A unit of class C is accepted only if each further topic that its design has was looked at, or is absent for a reason.',
  because: 'safety-class',
  basis: ['iec62304:5.5.4'],
  serves: ['unit-verification-records'],
  severity: 'warning',

  examples: {
    bad: {
      settings: 'criteria: [iec62304-5.5.4@2015]',
      records: `
      items:
        - { id: EL-1, title: Dose unit, granularity: unit, role: process, parent: SW-1, class: C }   # gap`,
    },
    ok: {
      settings: 'criteria: [iec62304-5.5.4@2015]',
      records: `
      items:
        - { id: EL-1, title: Dose unit, granularity: unit, role: process, parent: SW-1, class: C }
      decisions:
        - { id: DEC-1, type: not-applicable, about: [EL-1], bound-to: { EL-1: hash-of-EL-1 }, by: QM, date: 2026-01-02, reason: A pure function without state or memory of its own., scope: [${[
          'event-sequence',
          'data-control-flow',
          'resource-allocation',
          'fault-handling',
          'variable-initialisation',
          'self-diagnostics',
          'memory-management',
          'boundary-conditions',
        ]
          .map((topic) => `'iec62304-5.5.4@2015:${topic}'`)
          .join(', ')}] }`,
    },
  },

  *check({ specialTests }) {
    for (const [item, cells] of openByItem(specialTests().cells.filter(isByClass))) {
      yield {
        at: item,
        what: `Nothing answers ${topicsOf(cells)} of ${item.id}.`,
        do: `Name each topic under \`criteria:\` of a test or review of ${item.id}, or decide with \`scope\` and \`about\` that its design has none of it.`,
      };
    }
  },

  // Without a set of topics nobody asked; an answer that nobody can date is none.
  undecided: ({ specialTests, classes, trace }) => {
    const { cells, sets } = specialTests();
    const hasUnits = trace.all('item').some((item) => item.fields.granularity === 'unit' && classes.of(item) === 'C');
    return (
      (hasUnits && !sets.some(({ weight }) => weight === 'standard')) ||
      cells.some((cell) => isByClass(cell) && !isOpen(cell) && cell.state === 'unknown')
    );
  },
});

function isByClass({ because }: SpecialCellView): boolean {
  return because === 'safety-class';
}
