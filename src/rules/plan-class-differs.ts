/** Finds plans that were written for another safety class than the one that holds. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'plan-class-differs',
  title: 'Plan for another safety class',
  why: 'A plan for a lower class leaves out what the class asks, and a plan for a higher one is not followed.',
  because: 'safety-class',
  basis: ['iec62304:5.1.1', 'iec62304:5.1.2'],
  serves: ['software-development-plan'],
  severity: 'error',

  examples: {
    bad: {
      records: `
        documents:
          - { id: DOC-1, title: Development plan, class: A }   # gap`,
      settings: `
        software:
          - { id: SW-1, name: Pump, class: C, class-reason: An overdose can kill. }`,
    },
    ok: {
      records: `
        documents:
          - { id: DOC-1, title: Development plan, class: C }`,
      settings: `
        software:
          - { id: SW-1, name: Pump, class: C, class-reason: An overdose can kill. }`,
    },
  },

  *check({ trace, classes }) {
    for (const plan of trace.all('document')) {
      const written = plan.fields.class;
      const systems = classes.systems.filter(({ system }) => system && trace.linked(plan, 'about').includes(system));
      // A plan of some software systems is held against these, any other against the device.
      const holds = systems.length > 0 ? systems.map((one) => one.class) : [classes.device];
      if (written === undefined || holds.includes(written)) continue;
      yield {
        at: plan,
        field: 'class',
        what: `${plan.id} is written for class ${written}, and ${systems.length > 0 ? systems.map((one) => one.id).join(' and ') : 'the device'} is class ${holds.join(' and ')}.`,
        do: `Look at ${plan.id} again for class ${holds[0] ?? ''}, and set \`class:\` then.`,
      };
    }
  },
});
