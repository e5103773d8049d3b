/** `::texts{kind=requirement}`: each record in full: id, title, text, fields and links. */
import type { AnyRecord } from '../../records/index.js';
import type { Block, Inline } from '../document.js';
import { wordsOf } from '../build/heading-id.js';
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

/** Longer ones have a line of their own. */
const SHORT = 70;

function lines(record: AnyRecord, fields: readonly string[], context: TagContext): readonly Block[] {
  const paragraphs: Inline[][] = [];
  let isOpen = false;
  for (const name of fields) {
    const [content = [], ...more] = cellOf(record, name, context).content;
    if (content.length === 0) continue;
    const words: readonly Inline[] = [{ is: 'text', text: `${headOf(name)}: `, strong: true }, ...content];
    const isShort = more.length === 0 && wordsOf(content).length <= SHORT;
    const last = paragraphs.at(-1);
    if (isShort && isOpen && last) last.push({ is: 'text', text: ' · ' }, ...words);
    else paragraphs.push([...words], ...more.map((part) => [...part]));
    isOpen = isShort;
  }
  return paragraphs.map((content) => ({ is: 'paragraph', content }));
}
