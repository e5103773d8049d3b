/** `::gaps{}`: what is open for the work products of the document; a release has none that block. */
import { wordsTable } from '../build/words-table.js';
import { defineTag } from './define.js';

export default defineTag({
  name: 'gaps',
  about: 'Open gaps that bear on the work products of the document, or on all.',
  form: 'block',
  attributes: { of: { about: 'Which gaps.', values: ['document', 'device'] } },
  build({ of = 'document' }, context) {
    const { assessment, products } = context;
    const wanted = new Set(products);
    const keys = new Set(
      assessment.obligations.filter((one) => wanted.has(one.product.id)).flatMap(({ gaps }) => gaps),
    );
    const open = assessment.gaps.filter((gap) => gap.decision === undefined && gap.severity !== 'hint');
    const shown = of === 'device' ? open : open.filter((gap) => keys.has(gap.key));
    if (shown.length === 0) return [{ is: 'paragraph', content: [{ is: 'text', text: 'No gap is open here.' }] }];
    return [
      wordsTable(
        {
          title: 'Open gaps',
          columns: [
            ['Where', 0.16],
            ['What is missing', 0.44],
            ['What to do', 0.3],
            ['Severity', 0.1],
          ],
          rows: shown.map((gap) => [
            gap.record ?? `${gap.place.file}:${gap.place.line}`,
            gap.message,
            gap.fix,
            gap.severity === 'error' ? 'blocks' : 'warning',
          ]),
          count: { shown: shown.length, of: open.length, what: 'open gaps' },
        },
        context,
      ),
    ];
  },
});
