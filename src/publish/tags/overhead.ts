/** `::overhead{}`: what the class asks, what security adds, and the hours of both with their range. */
import type { Hours } from '../../assess/index.js';
import { wordsTable } from '../build/words-table.js';
import { defineTag } from './define.js';

export default defineTag({
  name: 'overhead',
  about: 'Level of overhead with reasons, work products and hours by side.',
  form: 'block',
  attributes: {},
  build(_, context) {
    const { overhead, counts, effort } = context.assessment;
    const { workProducts } = counts;
    const ratio = effort.ratio === null ? 'not known' : `${Math.round(effort.ratio * 100)} %`;
    return [
      {
        is: 'paragraph',
        content: [
          { is: 'text', text: `Overhead: ${overhead.level}. `, strong: true },
          { is: 'text', text: overhead.reasons.join(' ') },
        ],
      },
      wordsTable(
        {
          title: 'What the class asks and what security adds',
          columns: [
            ['', 0.4],
            ['The class asks', 0.3],
            ['Security adds', 0.3],
          ],
          rows: [
            [
              'Work products',
              String(workProducts.byClass),
              `${workProducts.added} more, ${workProducts.deepened} deeper`,
            ],
            ['Hours, with range', hoursText(effort.byClass), hoursText(effort.security)],
            ['Security to class', '', ratio],
          ],
        },
        context,
      ),
      {
        is: 'paragraph',
        content: [{ is: 'text', text: 'Hours are an estimate from adjustable assumptions. They are no quotation.' }],
      },
    ];
  },
});

function hoursText({ value, low, high }: Hours): string {
  if (value === 'unknown') return 'not known';
  const round = (hours: number): string => Math.round(hours).toLocaleString('en-GB');
  return `${round(value)} h (${round(low)}–${round(high)})`;
}
