/** Tells of files that map results to records, of which an entry is not used. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'mapping-not-used-in-full',
  title: 'Mapping of results that is not used in full',
  why: 'Results that an entry with a slip was to map reach no record, and a failure among them is not seen.',
  because: 'both',
  basis: ['iec62304:5.7.4', 'iec62304:5.7.5'],
  serves: ['traceability-matrix'],
  severity: 'error',

  examples: {
    bad: {
      records: `
        tests:
          - { id: TC-1, title: A flood is refused, level: system }`,
      settings: 'mapping: [tests/mapping.yaml]',
      files: {
        'tests/mapping.yaml': `results:
  - { sutie: Flood, records: [TC-1] }   # gap
`,
      },
    },
    ok: {
      records: `
        tests:
          - { id: TC-1, title: A flood is refused, level: system }`,
      settings: 'mapping: [tests/mapping.yaml]',
      files: {
        'tests/mapping.yaml': `results:
  - { suite: Flood, records: [TC-1] }
`,
      },
    },
  },
});
