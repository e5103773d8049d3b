/** `::purpose`: what the document is for, what it is about, and who asks for it. */
import type { WorkProduct } from '../../packs/index.js';
import { obligationsFor, sameAnswers } from '../build/because.js';
import type { Block, Row } from '../document.js';
import { defineTag, type TagContext } from './define.js';

export default defineTag({
  name: 'purpose',
  about: 'Purpose of the work products of the document, their scope, and who asks for them.',
  form: 'block',
  attributes: {},
  build(_, context) {
    const { packs } = context.assessment;
    const products = context.products.flatMap((id) => packs.workProducts.find((work) => work.id === id) ?? []);
    const rows = rowsOf(products, context);
    for (const { id } of products) context.told.set(`purpose of ${id}`, undefined);
    return [
      ...purposes(products),
      { is: 'paragraph', content: [{ is: 'text', text: scopeWords(context) }] },
      rows.length > 0 ? askedTable(rows, context) : { is: 'paragraph', content: [{ is: 'text', text: UNASKED }] },
    ];
  },
});

const UNASKED = 'No standard or guidance that was chosen asks for what this document carries.';

/** A class that nobody analysed is said to be one by default. */
function scopeWords({ system, device, assessment: { classes } }: TagContext): string {
  const note = (basis: string | undefined): string =>
    basis === 'default' ? ' by default, until an analysis shows less' : '';
  if (system) {
    const found = classes.systems.find(({ id }) => id === system.id);
    return `It is about the software system ${system.id} ${system.fields.title ?? ''}, class ${classes.of(system)}${note(found?.basis)}.`;
  }
  const software = classes.systems.length > 0 ? `, software of class ${classes.device}${note(classes.basis)}` : '';
  return `It is about ${device.name ?? 'the device'}${software}.`;
}

function rowsOf(products: readonly WorkProduct[], context: TagContext): readonly Row[] {
  const { packs } = context.assessment;
  return products.flatMap((product) =>
    sameAnswers(obligationsFor(product.id, context), packs).map(({ scopes, because, state }) => ({
      cells: [product.title, scopes.join(', '), because, state].map((words) => ({
        content: [[{ is: 'text', text: words } as const]],
      })),
    })),
  );
}

function askedTable(rows: readonly Row[], context: TagContext): Block {
  return {
    is: 'table',
    id: context.newId('table'),
    caption: [{ is: 'text', text: 'Who asks for what this document carries' }],
    columns: [
      { title: 'Work product', width: 0.3 },
      { title: 'Scope', width: 0.12 },
      { title: 'Who asks', width: 0.43 },
      { title: 'Criteria', width: 0.15 },
    ],
    rows,
  };
}

/** Of several each under its name; its chapter need not say it again. */
function purposes(products: readonly WorkProduct[]): readonly Block[] {
  const [only, ...more] = products;
  if (!only) return [];
  if (more.length === 0) return [{ is: 'paragraph', content: [{ is: 'text', text: only.purpose }] }];
  const items = products.map(({ title, purpose }): readonly Block[] => [
    {
      is: 'paragraph',
      content: [
        { is: 'text', text: `${title}: `, strong: true },
        { is: 'text', text: purpose },
      ],
    },
  ]);
  return [{ is: 'list', ordered: false, items }];
}
