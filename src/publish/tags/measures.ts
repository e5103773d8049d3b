/** `::measures`: how many vulnerabilities were fixed, and how long it took. */
import { vulnerabilityMeasures } from '../build/vulnerability-measures.js';
import { wordsTable } from '../build/words-table.js';
import { defineTag } from './define.js';

export default defineTag({
  name: 'measures',
  about:
    'Measures of how vulnerabilities were dealt with, computed from records: how many, how many fixed, how long it took.',
  form: 'block',
  attributes: {},
  build: (_attributes, context) => [
    wordsTable(
      {
        title: `Measures on ${context.date}`,
        columns: [
          ['Measure', 0.46],
          ['Value', 0.24],
          ['From', 0.3],
        ],
        rows: vulnerabilityMeasures(context.assessment, context.date).map(({ name, value, from }) => [
          name,
          value,
          from,
        ]),
      },
      context,
    ),
  ],
});
