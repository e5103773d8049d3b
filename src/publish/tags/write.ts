/** `:::write{title="…"}` … `:::`: starter text, which counts as a gap until a person made it specific. */
import { defineTag } from './define.js';

export default defineTag({
  name: 'write',
  about: 'Starter text of the template: shown in a draft, marked as still to be written; left out of a release.',
  form: 'container',
  attributes: { title: { about: 'What has to be written.', needed: true } },
  build: ({ title = '' }, { isDraft }, inner) =>
    isDraft ? [{ is: 'note', kind: 'write', title, blocks: inner() }] : [],
});
