/** Finds plans that were approved before the class was assigned anew. */
import { documentsOf, lastLookedAt } from './looked-at-again.js';
import { defineRule } from './define.js';

const PLAN = new Set(['software-development-plan', 'software-development-plan#scope-and-class']);

export default defineRule({
  id: 'plan-older-than-its-subject',
  title: 'Plan older than the safety class',
  why: 'What a plan asks follows from the class, so it is looked at again when the class changes.',
  because: 'safety-class',
  basis: ['iec62304:5.1.2'],
  serves: ['software-development-plan'],
  severity: 'warning',

  examples: {
    bad: {
      records: `
        documents:
          - { id: DOC-1, title: Development plan, covers: [software-development-plan] }   # gap
        approvals:
          - { id: AP-1, approves: [DOC-1], by: brandt, date: 2026-03-01 }`,
      settings: `
        software:
          - { id: SW-1, name: Pump, class: C, class-reason: An overdose can kill., by: solheim, date: 2026-05-18 }`,
    },
    ok: {
      records: `
        documents:
          - { id: DOC-1, title: Development plan, covers: [software-development-plan] }
        approvals:
          - { id: AP-1, approves: [DOC-1], by: brandt, date: 2026-06-01 }`,
      settings: `
        software:
          - { id: SW-1, name: Pump, class: C, class-reason: An overdose can kill., by: solheim, date: 2026-05-18 }`,
    },
  },

  *check({ trace, classes }) {
    for (const plan of documentsOf('software-development-plan', trace)) {
      // A plan that states its class is held against it by a rule of its own; one that covers a part need not.
      const isWhole = trace.foreign(plan, 'covers').some((part) => PLAN.has(part));
      if (!isWhole || plan.fields.class !== undefined) continue;
      const last = lastLookedAt(plan, trace);
      const newer = classes.systems.filter(({ system }) => last !== undefined && (system?.fields.date ?? '') > last);
      const [first] = newer;
      if (!first) continue;
      yield {
        at: plan,
        what: `${plan.id} was looked at last on ${last ?? ''}, and the class of ${first.id} was assigned on ${first.system?.fields.date ?? ''}.`,
        do: `Look at ${plan.id} again for class ${first.class}, and approve it anew.`,
        see: first.system ? [{ spot: first.system.spot, note: `${first.id} is class ${first.class}.` }] : [],
      };
    }
  },

  // A change of architecture or tools shows in the history alone.
  undecided: () => true,
});
