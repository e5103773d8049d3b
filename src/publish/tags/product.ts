/** `::product{id=threat-model}`: a work product as a chapter; without an id all that the document carries. */
import { productChapter } from '../build/product-chapter.js';
import { defineTag } from './define.js';

export default defineTag({
  name: 'product',
  about: 'A work product with its sections, the records that are asked for it, and their proof.',
  form: 'block',
  attributes: { id: { about: 'Id of the work product; all of the document if absent.' } },
  build({ id }, context) {
    const { packs } = context.assessment;
    const ids = id === undefined ? context.products : [id];
    return ids.flatMap((one) => {
      const product = packs.workProducts.find((work) => work.id === one);
      if (!product) context.complain(`There is no work product \`${one}\`.`);
      return product ? productChapter(product, context) : [];
    });
  },
});
