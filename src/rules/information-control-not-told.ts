/** Finds controls that consist in telling users something which no user is told. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'information-control-not-told',
  title: 'Control by information that nobody is told',
  why: 'A warning reduces a risk only where it is read: on the label, the screen or in the instructions.',
  because: 'safety-class',
  basis: ['iso14971:7.1', 'iso14971:7.2'],
  serves: ['instructions-for-use', 'hazard-analysis'],
  severity: 'error',

  examples: {
    bad: `
      controls:
        - { id: RC-1, title: Users keep paper forms for outages, domain: safety, means: information }   # gap`,
    ok: `
      controls:
        - { id: RC-1, title: Users keep paper forms for outages, domain: safety, means: information }
      information:
        - { id: INF-1, title: Work without the system, place: Instructions 4.2, tells-of: [RC-1] }`,
  },

  lacks: (control) => ({
    what: `${control.id} is a control by information, and nothing tells users of it.`,
    do: `Write the information with \`tells-of: [${control.id}]\` and the place where it stands.`,
  }),
});
