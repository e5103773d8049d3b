/** Tells work products that are asked and that are missing or not complete: raised where the criteria are answered. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'work-product-incomplete',
  title: 'Work product that is not complete',
  why: 'Somebody asks for this work product, and what is there does not yet answer the question.',
  because: 'both',
  basis: [],
  serves: [],
  severity: 'error',

  examples: {
    bad: `
      hazards:
        - { id: HAZ-1, title: Sample taken from the wrong patient, severity: S2, status: approved }   # gap`,
    ok: `
      hazards:
        - { id: HAZ-1, title: Sample taken from the wrong patient, severity: S2, status: approved, reference: 'Risk file 12, row 3' }`,
  },
});
