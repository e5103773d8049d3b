/** Finds SOUP that no software item uses. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'soup-without-item',
  title: 'SOUP that no item uses',
  why: 'If nobody knows where a component is used, nobody can say what a fault or a vulnerability in it may do.',
  because: 'both',
  basis: ['iec62304:5.3.1', 'iec81001-5-1:5.2.3'],
  serves: ['soup-list', 'software-architecture-description'],
  severity: 'error',

  examples: {
    bad: `
      soup:
        - { id: SOUP-1, title: express, version: 4.19.2 }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      soup:
        - { id: SOUP-1, title: express, version: 4.19.2, used-in: [EL-1] }`,
  },

  lacks: (soup) => ({
    what: `No item uses ${soup.id}.`,
    do: `Add \`used-in:\` to ${soup.id} with the items that use it, or take it out of the build and the list.`,
  }),
});
