/** `::records{kind=threat columns="id title targets"}`: a table of records. */
import { recordTable } from '../build/record-tables.js';
import { noneOf } from './none-of.js';
import { chooseRecords, CHOOSING } from './choose-records.js';
import { defineTag } from './define.js';

export default defineTag({
  name: 'records',
  about: 'A table of records, with how many of how many.',
  form: 'block',
  attributes: {
    ...CHOOSING,
    columns: { about: 'Names of fields and links, parted by blanks.', needed: true },
    title: { about: 'Caption of the table.', needed: true },
    turned: { about: 'On a turned page.', values: ['yes', 'no'] },
  },
  build(attributes, context) {
    const chosen = chooseRecords(attributes, context);
    if (chosen.records.length === 0) return noneOf(chosen, attributes.title ?? '', context);
    const columns = (attributes.columns ?? '').split(/[\s,]+/).filter((name) => name !== '');
    const landscape = attributes.turned === 'yes';
    return [recordTable({ ...chosen, columns, title: attributes.title ?? '', landscape }, context)];
  },
});
