/** Finds needs that no requirement takes up. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'need-without-requirement',
  title: 'Need that no requirement satisfies',
  why: 'What users need and no requirement takes up is neither built nor verified, and nobody notices.',
  because: 'safety-class',
  basis: ['iec62304:5.2.1'],
  serves: ['system-requirements', 'software-requirements-specification', 'traceability-matrix'],
  severity: 'error',

  examples: {
    bad: `
      needs:
        - { id: UN-1, title: A nurse prints an order }   # gap`,
    ok: `
      needs:
        - { id: UN-1, title: A nurse prints an order }
      requirements:
        - { id: SYS-1, level: system, title: Orders can be printed, satisfies: [UN-1] }`,
  },

  lacks: (need) => ({
    what: `No requirement satisfies ${need.id}.`,
    do: `Write a requirement with \`satisfies: [${need.id}]\`, or record a decision.`,
  }),
});
