/** Finds software systems whose declared class is lower than the one that follows from the risks. */
import { shortList } from '../shapes/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'class-below-computed',
  title: 'Declared class lower than the risks give',
  why: 'A class below what its risks give leaves out the work that was meant to keep patients safe.',
  because: 'safety-class',
  basis: ['iec62304:4.3'],
  serves: ['software-safety-classification', 'hazard-analysis'],
  severity: 'error',
  integrity: true, // no decision makes a class lower: only external controls do

  examples: {
    bad: {
      records: `
        items:
          - { id: EL-1, title: Dose check, role: process, parent: SW-1 }
        hazards:
          - { id: HAZ-1, title: Overdose, severity: S4 }
        risks:
          - { id: RSK-1, title: A limit is ignored, hazard: HAZ-1, causes: [EL-1], external-only: { p1: 5, p2: 5 } }`,
      settings: `
        software:
          - { id: SW-1, name: Pump, class: B, class-reason: A nurse is present. }   # gap`,
    },
    ok: {
      records: `
        items:
          - { id: EL-1, title: Dose check, role: process, parent: SW-1 }
        hazards:
          - { id: HAZ-1, title: Overdose, severity: S4 }
        risks:
          - { id: RSK-1, title: A limit is ignored, hazard: HAZ-1, causes: [EL-1], external-only: { p1: 5, p2: 5 } }`,
      settings: `
        software:
          - { id: SW-1, name: Pump, class: C, class-reason: An overdose can kill. }`,
    },
  },

  *check({ classes, trace }) {
    for (const { system, id, declared, computed, basis, decidedBy } of classes.systems) {
      if (!system || declared === undefined || basis === 'default' || declared >= computed) continue;
      const risks = decidedBy.flatMap((risk) => trace.find(risk) ?? []);
      yield {
        at: system,
        what: `${id} is declared class ${declared}, and its risks give ${computed} (${shortList(decidedBy)}).`,
        do: `Set the class of ${id} to ${computed}, or add external controls and rate these risks again with them alone.`,
        see: risks.slice(0, 5).map((risk) => ({ spot: risk.spot, note: `${risk.id} gives class ${computed}.` })),
      };
    }
  },
});
