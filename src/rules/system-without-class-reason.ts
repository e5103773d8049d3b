/** Finds software systems whose declared class has no reason. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'system-without-class-reason',
  title: 'Declared class without a reason',
  why: 'The class decides how much is done, so the risk management file has to say why it is the right one.',
  because: 'safety-class',
  basis: ['iec62304:4.3'],
  serves: ['software-safety-classification'],
  severity: 'warning',
  tells: ['item.class-reason'],

  examples: {
    bad: {
      records: '',
      settings: `
        software:
          - { id: SW-1, name: LabDesk, class: B }   # gap`,
    },
    ok: {
      records: '',
      settings: `
        software:
          - { id: SW-1, name: LabDesk, class: B, class-reason: A wrong order may cause a temporary injury. }`,
    },
  },

  *check({ classes }) {
    for (const { system, id, declared } of classes.systems) {
      if (!system || declared === undefined) continue;
      if (system.fields['class-reason'] !== undefined || system.fields.rationale !== undefined) continue;
      yield {
        at: system,
        what: `${id} is declared class ${declared} without a reason.`,
        do: `Add \`class-reason:\` to ${id}: which risks decide, and what is credited.`,
      };
    }
  },
});
