/** `::texts{kind=requirement}`: each record in full: id, title, text, fields and links. */
import type { AnyRecord } from '../../records/index.js';
import type { Block, Inline } from '../document.js';
import { cellOf, headOf } from '../build/record-tables.js';
import { chooseRecords, CHOOSING } from './choose-records.js';
import { defineTag, type TagContext } from './define.js';
import { noneOf } from './none-of.js';

export default defineTag({
  name: 'texts',
  about: 'Each record with its text, and the fields that are named below it.',
  form: 'block',
  attributes: {
    ...CHOOSING,
    fields: { about: 'Names of fields and links below the text, parted by blanks.' },
    title: { about: 'What they are, where there are none.', needed: true },
  },
  build(attributes, context) {
    const chosen = chooseRecords(attributes, context);
    if (chosen.records.length === 0) return noneOf(chosen, attributes.title ?? '', context);
    const fields = (attributes.fields ?? '').split(/[\s,]+/).filter((name) => name !== '');
    return chosen.records.flatMap((record) => inFull(record, fields, context));
  },
});

function inFull(record: AnyRecord, fields: readonly string[], context: TagContext): readonly Block[] {
  const title: Inline = { is: 'text', text: `${record.id}  ${record.fields.title ?? ''}`.trimEnd() };
  return [
    { is: 'heading', level: context.level, id: record.id, content: [title], unnumbered: true },
    ...context.textOf(record, context.level),
    ...lines(record, fields, context),
  ];
}

function lines(record: AnyRecord, fields: readonly string[], context: TagContext): readonly Block[] {
  return fields.flatMap((name): readonly Block[] => {
    const [content = [], ...more] = cellOf(record, name, context).content;
    if (content.length === 0) return [];
    const head: Inline = { is: 'text', text: `${headOf(name)}: `, strong: true };
    return [
      { is: 'paragraph', content: [head, ...content] },
      ...more.map((part): Block => ({ is: 'paragraph', content: part })),
    ];
  });
}
