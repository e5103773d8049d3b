/** `:device{field=name}` inside a sentence. */
import { defineTag } from './define.js';

export default defineTag({
  name: 'device',
  about: 'A word about the device from its settings.',
  form: 'inline',
  attributes: { field: { about: 'Which.', needed: true, values: ['name', 'version', 'manufacturer', 'intended-use'] } },
  build: ({ field = '' }, { device }) => [
    { is: 'text', text: device[field] ?? `[${field} of the device is not written]` },
  ],
});
