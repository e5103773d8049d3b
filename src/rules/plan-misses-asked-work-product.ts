/** Finds plans that list what is to be made and leave out what is asked. */
import { shortList } from '../shapes/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'plan-misses-asked-work-product',
  title: 'Plan that leaves out what is asked',
  why: 'What no plan names has no place, no person and no day, and is found missing at the release.',
  because: 'safety-class',
  basis: ['iec62304:5.1.1', 'iec62304:5.1.8'],
  serves: ['software-development-plan'],
  severity: 'warning',

  examples: {
    bad: `
      documents:
        - { id: DOC-1, title: Development plan, covers: [software-development-plan], work-products: [{ id: threat-model, place: records, responsible: haddad }] }   # gap`,
    ok: `
      documents:
        - { id: DOC-1, title: Development plan, covers: [software-development-plan], text: The list stands in the records room. }`,
  },

  *check({ trace, asked }) {
    const plans = trace.all('document').filter((document) => (document.fields['work-products'] ?? []).length > 0);
    const [first] = plans;
    if (!first) return;
    const planned = new Set(
      plans.flatMap((plan) => (plan.fields['work-products'] ?? []).flatMap((row) => row.id ?? [])),
    );
    const missing = [...new Set(asked.filter((one) => one.isFirm && !planned.has(one.id)).map((one) => one.id))];
    if (missing.length === 0) return;
    yield {
      at: first,
      field: 'work-products',
      what: `${plans.map((plan) => plan.id).join(' and ')} ${plans.length === 1 ? 'names' : 'name'} ${planned.size} work products and ${plans.length === 1 ? 'misses' : 'miss'} ${missing.length} that are asked: ${shortList(missing, 6)}.`,
      do: `Add them to \`work-products:\` of ${first.id} with a place and somebody responsible, or record a decision.`,
    };
  },

  // A plan without a list of work products may still name all of them in its text.
  undecided: ({ trace }) => !trace.all('document').some((one) => (one.fields['work-products'] ?? []).length > 0),
});
