/** `:::when{fact=exposed}` … `:::`: parts that stand only where a condition on facts holds. */
import { defineTag } from './define.js';

export default defineTag({
  name: 'when',
  about: 'Parts of the document that stand only where a condition on facts holds, or is not known.',
  form: 'container',
  attributes: {
    fact: { about: 'A condition on facts, such as `exposed` or `connected && multi-patient`.', needed: true },
  },
  build({ fact = '' }, context, inner) {
    const { packs, facts } = context.assessment;
    const holds = packs.table.conditions.holds(fact, facts);
    return holds === false ? [] : inner();
  },
});
