/** Finds rows of plans that name a work product without its place or without somebody responsible. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'planned-product-without-place-or-person',
  title: 'Planned work product without place or person',
  why: 'A plan is followed where each product has a place and somebody who makes it.',
  because: 'safety-class',
  basis: ['iec62304:5.1.8'],
  serves: ['software-development-plan'],
  severity: 'warning',

  examples: {
    bad: `
      documents:
        - { id: DOC-1, title: Development plan, work-products: [{ id: threat-model, place: records }] }   # gap`,
    ok: `
      documents:
        - { id: DOC-1, title: Development plan, work-products: [{ id: threat-model, place: records, responsible: haddad }] }`,
  },

  *check({ trace }) {
    for (const plan of trace.all('document')) {
      const rows = (plan.fields['work-products'] ?? []).filter(
        (row) => row.place === undefined || row.responsible === undefined,
      );
      if (rows.length === 0) continue;
      yield {
        at: plan,
        field: 'work-products',
        what: `${plan.id} names ${rows.map((row) => row.id ?? 'a work product without id').join(', ')} without place or without somebody responsible.`,
        do: 'Add `place:` and `responsible:` to these rows.',
      };
    }
  },
});
