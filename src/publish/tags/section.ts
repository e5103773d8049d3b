/** `::section{of=security-risk-assessment#method}`: the words that people wrote for a section of a work product. */
import { proseOf } from '../build/prose.js';
import { defineTag } from './define.js';

export default defineTag({
  name: 'section',
  about: 'What document records say for a section of a work product; a gap in a draft while nobody wrote it.',
  form: 'block',
  attributes: { of: { about: 'Work product and section, as `threat-model#method`.', needed: true } },
  build({ of: section = '' }, context) {
    const [product, part] = section.split('#', 2);
    const known = context.assessment.packs.workProducts.find((work) => work.id === product);
    if (!known || part === undefined || !known.sections.includes(part)) {
      context.complain(`There is no section \`${section}\`.`);
      return [];
    }
    return proseOf(section, context);
  },
});
