/** Finds classes at things that have none: products of others, tools beside the device, people, hardware. */
import { isOwnSoftware } from '../trace/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'class-on-item-outside-the-device',
  title: 'Safety class at something that is not software of the device',
  why: 'A class says how you build your own software; at a product of somebody else it promises work that you do not do.',
  because: 'safety-class',
  basis: ['iec62304:4.3'],
  serves: ['software-safety-classification', 'software-architecture-description'],
  severity: 'warning',

  examples: {
    bad: `
      items:
        - id: EL-1
          title: Glucose sensor of a partner
          role: process
          scope: other-product
          class: C   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Glucose sensor of a partner, role: process, scope: other-product }
        - { id: EL-2, title: Dose calculation, role: process, parent: SW-1, class: C }`,
  },

  *check({ trace }) {
    for (const item of trace.all('item')) {
      const { class: own, role, scope } = item.fields;
      if (own === undefined || isOwnSoftware(item)) continue;
      const is = (scope ?? 'device') === 'device' ? `of role ${role}` : `of scope ${scope}`;
      yield {
        at: item,
        field: 'class',
        what: `${item.id} has class ${own} and is ${is}: not software of the device.`,
        do: `Take \`class:\` out of ${item.id}, or correct its \`scope:\` and \`role:\`.`,
      };
    }
  },
});
