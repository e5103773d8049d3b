/** `::special-tests{}`: each chosen criterion on each item, by what it is answered, with which open findings. */
import { wordsTable } from '../build/words-table.js';
import { defineTag } from './define.js';

const STATES: Readonly<Record<string, string>> = {
  answered: '✓ answered',
  'not-applicable': '– decided',
  failed: '✗ failed',
  'open-finding': '✗ open findings',
  stale: '◐ out of date',
  unknown: '? not known',
  'not-looked': '○ no tool looked',
  unanswered: '○ not answered',
};

export default defineTag({
  name: 'special-tests',
  about: 'The matrix of special-test criteria and items.',
  form: 'block',
  attributes: {},
  build(_, context) {
    const { cells, sets } = context.assessment.specialTests();
    if (sets.length === 0) {
      return [{ is: 'paragraph', content: [{ is: 'text', text: 'No set of criteria is chosen for this device.' }] }];
    }
    return sets.map(({ id, title }) => {
      const own = cells.filter(({ set }) => set === id);
      return wordsTable(
        {
          title: `${title} (${id})`,
          columns: [
            ['Criterion', 0.12],
            ['Title', 0.26],
            ['Item', 0.1],
            ['State', 0.16],
            ['By', 0.14],
            ['Why not', 0.22],
          ],
          rows: own.map((cell) => [
            cell.criterion.slice(id.length + 1),
            cell.title,
            cell.item.id,
            STATES[cell.state] ?? cell.state,
            [...new Set(cell.by.map(({ way }) => way))].join(', '),
            cell.causes.slice(0, 2).join('; '),
          ]),
          landscape: true,
          count: {
            shown: own.filter(({ state }) => state === 'answered').length,
            of: own.length,
            what: 'are answered',
          },
        },
        context,
      );
    });
  },
});
