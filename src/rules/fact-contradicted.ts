/** Tells facts of the profile that the records contradict: found while assessing. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'fact-contradicted',
  title: 'Fact that the records contradict',
  why: 'What is asked of the device follows from its facts: a wrong one makes the whole answer wrong.',
  because: 'both',
  basis: [],
  serves: ['intended-use-and-context', 'product-security-context'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: {
      records: `
        items:
          - { id: EL-1, title: Order service, role: process, parent: SW-1 }
        interfaces:
          - { id: IF-1, title: Web access, item: EL-1, medium: HTTPS, enabled: yes, reach: internet }`,
      settings: `
        profile:
          purpose: other
          essential-performance: no
          exposure: [none]   # gap`,
    },
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      interfaces:
        - { id: IF-1, title: Web access, item: EL-1, medium: HTTPS, enabled: yes, reach: internet }`,
  },
});
