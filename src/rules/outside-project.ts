/** Tells paths of the settings that lead out of the project: found while reading. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'outside-project',
  title: 'Path that leads out of the project',
  why: 'What lies outside is in no commit of the project, so nobody can tell which version was assessed.',
  because: 'both',
  basis: [],
  serves: ['configuration-item-list', 'traceability-matrix'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: {
      records: '',
      settings: `
        records: [records, ../other/records]   # gap`,
    },
    ok: {
      records: '',
      settings: `
        records: [records, imported/records]`,
    },
  },
});
