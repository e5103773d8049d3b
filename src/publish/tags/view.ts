/** `::view{purpose=global}` or `::view{id=V-1}`: a picture of the architecture, with what it shows in words. */
import type { RecordOf } from '../../records/index.js';
import type { Block } from '../document.js';
import { wordsTable } from '../build/words-table.js';
import { defineTag, type Picture, type TagContext } from './define.js';

export default defineTag({
  name: 'view',
  about: 'Pictures of views: one by its id, or all of a purpose, with their text.',
  form: 'block',
  attributes: { id: { about: 'Id of a view.' }, purpose: { about: 'Purpose of the views.' } },
  build({ id, purpose }, context) {
    const views = context.assessment.trace
      .all('view')
      .filter((view) => (id === undefined ? purpose === undefined || view.fields.purpose === purpose : view.id === id));
    if (id !== undefined && views.length === 0) context.complain(`There is no view ${id}.`);
    if (views.length === 0) return absent(purpose ?? 'any', context);
    return views.flatMap((view) => viewBlocks(view, context));
  },
});

function viewBlocks(view: RecordOf<'view'>, context: TagContext): readonly Block[] {
  const picture = context.picture(view.id);
  const title = `${view.id}  ${view.fields.title ?? ''}`.trimEnd();
  const figure: readonly Block[] = picture
    ? [
        {
          is: 'figure',
          id: context.newId('figure'),
          caption: [{ is: 'text', text: title }],
          svg: picture.svg,
          alt: picture.alt,
          landscape: picture.isWide,
        },
        ...picture.tables.flatMap((table) => underPicture(table, title, context)),
      ]
    : [{ is: 'paragraph', content: [{ is: 'text', text: `${title} could not be drawn.`, emphasis: true }] }];
  return [...context.textOf(view, context.level), ...figure];
}

function underPicture(
  { heads, rows, note }: Picture['tables'][number],
  title: string,
  context: TagContext,
): readonly Block[] {
  if (rows.length === 0) return [];
  const columns = heads.map((head) => [head, 1 / heads.length] as const);
  const table = wordsTable({ title: `What ${title} shows`, columns, rows: rows.map((row) => [...row]) }, context);
  return note === undefined
    ? [table]
    : [table, { is: 'paragraph', content: [{ is: 'text', text: note, emphasis: true }] }];
}

/** As the views are called in the guidance. */
const PURPOSES: Readonly<Record<string, string>> = {
  global: 'the global system',
  'multi-patient-harm': 'harm to many patients',
  updateability: 'updates and patches',
  'security-use-case': 'security use cases',
};

function absent(purpose: string, { isDraft }: TagContext): readonly Block[] {
  const words = `No view of ${PURPOSES[purpose] ?? purpose.replaceAll('-', ' ')} is written.`;
  if (!isDraft) return [{ is: 'paragraph', content: [{ is: 'text', text: words }] }];
  return [
    { is: 'note', kind: 'gap', title: 'Gap', blocks: [{ is: 'paragraph', content: [{ is: 'text', text: words }] }] },
  ];
}
