/** `::purpose`: what the document is for, what it is about, and who asks for it. */
import type { WorkProduct } from '../../packs/index.js';
import { obligationsFor, sameAnswers } from '../build/because.js';
import type { Block } from '../document.js';
import { defineTag } from './define.js';

export default defineTag({
  name: 'purpose',
  about: 'Purpose of the work products of the document, their scope, and who asks for them.',
  form: 'block',
  attributes: {},
  build(_, context) {
    const { packs, classes } = context.assessment;
    const products = context.products.flatMap((id) => packs.workProducts.find((work) => work.id === id) ?? []);
    const scope = context.system
      ? `It is about the software system ${context.system.id} ${context.system.fields.title ?? ''}, class ${classes.of(context.system)}.`
      : `It is about ${context.device.name ?? 'the device'}${classes.systems.length > 0 ? `, software of class ${classes.device}` : ''}.`;
    for (const { id } of products) context.told.set(`purpose of ${id}`, undefined);
    return [
      ...purposes(products),
      { is: 'paragraph', content: [{ is: 'text', text: scope }] },
      {
        is: 'table',
        id: context.newId('table'),
        caption: [{ is: 'text', text: 'Who asks for what this document carries' }],
        columns: [
          { title: 'Work product', width: 0.3 },
          { title: 'Scope', width: 0.12 },
          { title: 'Who asks', width: 0.43 },
          { title: 'Criteria', width: 0.15 },
        ],
        rows: products.flatMap((product) =>
          sameAnswers(obligationsFor(product.id, context), packs).map(({ scopes, because, state }) => ({
            cells: [product.title, scopes.join(', '), because, state].map((words) => ({
              content: [[{ is: 'text', text: words } as const]],
            })),
          })),
        ),
      },
    ];
  },
});

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
