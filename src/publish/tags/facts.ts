/** `::facts{}`: the facts about the device that decide, with where each comes from. */
import { wordsTable } from '../build/words-table.js';
import { defineTag } from './define.js';
import { factWords } from './fact.js';

const SOURCES: Readonly<Record<string, string>> = {
  declared: 'declared',
  derived: 'follows from records',
  default: 'by default, nobody stated it',
};

export default defineTag({
  name: 'facts',
  about: 'Facts of the profile with their value and source.',
  form: 'block',
  attributes: {},
  build(_, context) {
    const { profile, packs } = context.assessment;
    const titles = new Map(packs.table.facts.map((fact) => [fact.id, fact.title]));
    const rows = [...profile].map(([id, answer]) => [
      titles.get(id) ?? id,
      factWords(answer.value),
      SOURCES[answer.source] ?? answer.source,
      answer.from.slice(0, 6).join(', '),
    ]);
    return [
      wordsTable(
        {
          title: 'Facts that decide what is asked',
          columns: [
            ['Fact', 0.4],
            ['Value', 0.2],
            ['Source', 0.18],
            ['From', 0.22],
          ],
          rows,
          count: { shown: rows.length, of: rows.length, what: 'facts' },
        },
        context,
      ),
    ];
  },
});
