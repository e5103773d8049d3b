/** `::classes{}`: the safety class of each software system, declared and computed, and why. */
import { wordsTable } from '../build/words-table.js';
import { defineTag } from './define.js';

const BASIS: Readonly<Record<string, string>> = {
  default: 'by default, until an analysis shows less',
  analysis: 'from the risk analysis',
  declared: 'as declared',
};

export default defineTag({
  name: 'classes',
  about: 'Safety classes of the software systems with their reasons (IEC 62304 4.3).',
  form: 'block',
  attributes: {},
  build(_, context) {
    const { classes } = context.assessment;
    const systems = classes.systems.filter((one) => !context.system || one.id === context.system.id);
    return [
      wordsTable(
        {
          title: 'Software safety classes',
          columns: [
            ['System', 0.2],
            ['Class', 0.08],
            ['Declared', 0.1],
            ['Computed', 0.1],
            ['Basis', 0.2],
            ['Reason', 0.32],
          ],
          rows: systems.map((one) => [
            `${one.id} ${one.system?.fields.title ?? ''}`.trim(),
            one.class,
            one.declared ?? 'not declared',
            one.computed,
            BASIS[one.basis] ?? one.basis,
            [one.system?.fields['class-reason'] ?? '', one.path.join(' → ')].filter((words) => words !== '').join(' '),
          ]),
          count: { shown: systems.length, of: classes.systems.length, what: 'software systems' },
        },
        context,
      ),
    ];
  },
});
