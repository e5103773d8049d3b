/** Finds SOUP of which nothing is required. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'soup-without-requirement',
  title: 'SOUP of which nothing is required',
  why: 'Whether a component that others made is good enough can only be judged against what is required of it.',
  because: 'safety-class',
  basis: ['iec62304:5.3.3'],
  serves: ['soup-list', 'software-requirements-specification'],
  severity: 'error',

  examples: {
    bad: `
      soup:
        - { id: SOUP-1, title: express, version: 4.19.2 }   # gap`,
    ok: `
      soup:
        - { id: SOUP-1, title: express, version: 4.19.2 }
      requirements:
        - { id: SRS-1, level: software, title: Requests above 1 MB are refused, allocated-to: [SOUP-1] }`,
  },

  lacks: (soup) => ({
    what: `No requirement says what ${soup.id} has to do.`,
    do: `Write a requirement with \`allocated-to: [${soup.id}]\`: function and performance that the device relies on.`,
  }),
});
