/** `::obligations{}`: what is asked of the device, because of what, and how far it is. */
import type { ObligationAnswer } from '../../assess/index.js';
import { sameAnswers } from '../build/because.js';
import { wordsTable } from '../build/words-table.js';
import { defineTag } from './define.js';

export default defineTag({
  name: 'obligations',
  about: 'Work products that are asked, who asks for them, and how far they are.',
  form: 'block',
  attributes: {
    place: { about: 'Only those of one place, such as risk.' },
    because: { about: 'Only those asked for one reason.', values: ['safety-class', 'cybersecurity', 'both'] },
  },
  build({ place, because }, context) {
    const all = context.assessment.obligations;
    const shown = all.filter(
      (one) =>
        (place === undefined || one.product.place === place) &&
        (because === undefined || one.because === because) &&
        (!context.system || one.scope === 'device' || one.scope === context.system.id),
    );
    return [
      wordsTable(
        {
          title: 'Work products that are asked',
          columns: [
            ['Work product', 0.28],
            ['Scope', 0.1],
            ['Who asks', 0.42],
            ['State', 0.2],
          ],
          rows: byProduct(shown).flatMap((alike) =>
            sameAnswers(alike, context.assessment.packs).map(({ scopes, because, state }) => [
              alike[0]?.product.title ?? '',
              scopes.join(', '),
              because,
              state,
            ]),
          ),
          count: { shown: shown.length, of: all.length, what: 'obligations' },
        },
        context,
      ),
    ];
  },
});

/** Systems of which the same is asked stand in one row; products stay in their order. */
function byProduct(obligations: readonly ObligationAnswer[]): readonly (readonly ObligationAnswer[])[] {
  const products = new Map<string, ObligationAnswer[]>();
  for (const one of obligations) products.set(one.product.id, [...(products.get(one.product.id) ?? []), one]);
  return [...products.values()];
}
