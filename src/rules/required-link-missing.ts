/** Tells records without the link that makes them what they are: found while tracing. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'required-link-missing',
  title: 'Record without the link that it cannot do without',
  why: 'A flow without an end or a risk without a hazard says nothing, and the analysis passes over it.',
  because: 'both',
  basis: [],
  serves: ['traceability-matrix'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, parent: SW-1 }
      flows:
        - { id: DF-1, title: Orders, from: EL-1 }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, parent: SW-1 }
        - { id: EL-2, title: Order database, parent: SW-1 }
      flows:
        - { id: DF-1, title: Orders, from: EL-1, to: EL-2 }`,
  },
});
