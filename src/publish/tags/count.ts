/** `:count{kind=threat}` inside a sentence. */
import { chooseRecords, CHOOSING } from './choose-records.js';
import { defineTag } from './define.js';

export default defineTag({
  name: 'count',
  about: 'How many records there are.',
  form: 'inline',
  attributes: CHOOSING,
  build: (attributes, context) => [
    { is: 'text', text: chooseRecords(attributes, context).records.length.toLocaleString('en-GB') },
  ],
});
