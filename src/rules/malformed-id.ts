/** Tells words that cannot be an id: found while reading. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'malformed-id',
  title: 'Word that cannot be an id',
  why: 'Links, tags in code and reports name a record by its id, so it has to be a word that all of them can carry.',
  because: 'both',
  basis: [],
  serves: ['traceability-matrix', 'configuration-item-list'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      requirements:
        - { id: 4711, level: software }   # gap`,
    ok: `
      requirements:
        - { id: SRS-4711, level: software }`,
  },
});
