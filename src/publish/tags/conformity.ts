/** `::conformity{pack=iec62304}`: clause by clause what answers it and whether its criteria are met. */
import { clausesOf, type ClauseAnswer, type ClauseStatus } from '../../assess/index.js';
import { wordsTable } from '../build/words-table.js';
import { defineTag, type TagContext } from './define.js';

const STATES: Readonly<Record<ClauseStatus, string>> = {
  met: '✓ criteria met',
  open: '○ open',
  unknown: '? not known',
  empty: '– nothing of it is written',
  none: 'not decided from records',
  'not-asked': '– not asked',
};

const ASKED: Readonly<Record<ClauseAnswer['asked'], string>> = {
  'by-class': 'by the class',
  'by-security': 'by cybersecurity',
  'every-device': 'of every device',
  'not-asked': 'not asked here',
};

export default defineTag({
  name: 'conformity',
  about: 'A matrix of the clauses of a pack, with the work products that answer them and whether criteria are met.',
  form: 'block',
  attributes: { pack: { about: 'Name of the pack, such as iec62304.', needed: true } },
  build({ pack: name = '' }, context) {
    const { assessment } = context;
    const pack = assessment.packs.packs.find((one) => one.pack === name);
    if (!pack) return [{ is: 'paragraph', content: [{ is: 'text', text: `${name} is not chosen for this device.` }] }];
    const clauses = clausesOf(assessment, name);
    return [
      wordsTable(
        {
          title: `${pack.title}, clause by clause`,
          columns: [
            ['Clause', 0.1],
            ['Title', 0.3],
            ['Asked', 0.14],
            ['Answered by', 0.3],
            ['State', 0.16],
          ],
          rows: clauses.map((one) => [
            one.clause.id,
            one.clause.title,
            ASKED[one.asked],
            [...new Set(one.criteria.map(({ obligation }) => titleOf(obligation, context)))].join('; '),
            STATES[one.status],
          ]),
          landscape: true,
          count: { shown: clauses.length, of: pack.clauses.length, what: 'clauses' },
        },
        context,
      ),
    ];
  },
});

function titleOf(product: string, { assessment }: TagContext): string {
  return assessment.packs.workProducts.find(({ id }) => id === product)?.title ?? product;
}
