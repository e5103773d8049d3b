/** Finds controls in software or hardware that no requirement demands. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'control-without-requirement',
  title: 'Control that no requirement realises',
  why: 'A control that stands only in the risk file is not built, not tested and forgotten at the next change.',
  because: 'both',
  basis: ['iec62304:5.2.3', 'iec62304:7.2.2', 'iec81001-5-1:5.2.1'],
  serves: ['software-requirements-specification', 'security-requirements', 'traceability-matrix'],
  severity: 'error',

  examples: {
    bad: `
      controls:
        - { id: SC-1, title: Sessions end after ten minutes, domain: security, means: software }   # gap
        - { id: SC-2, title: Doors are locked, domain: security, means: procedure }`,
    ok: `
      controls:
        - { id: SC-1, title: Sessions end after ten minutes, domain: security, means: software }
      requirements:
        - { id: SRS-1, level: software, type: security, title: A session ends after ten minutes, satisfies: [SC-1] }`,
  },

  lacks: (control) => ({
    what: `No requirement realises ${control.id}.`,
    do: `Write a requirement with \`satisfies: [${control.id}]\`, or set \`means: procedure\` or \`means: information\`.`,
  }),
});
