/** `:::draft` … `:::`: parts that stand only in drafts, such as the list of open points. */
import { defineTag } from './define.js';

export default defineTag({
  name: 'draft',
  about: 'Parts that stand in drafts only.',
  form: 'container',
  attributes: {},
  build: (_, { isDraft }, inner) => (isDraft ? inner() : []),
});
