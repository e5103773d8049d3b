/** Finds assumptions that take a network or a place for trustworthy and support no control that works without it. */
import { defineRule } from './define.js';

// Words by which a trusted network, place or user is assumed.
export const TRUSTED =
  /\b(trusted (network|environment|user|zone)s?|behind (a|the) firewall|hospital IT\b|physically secured?|secure (network|room|location)|not connected|isolated network)/i;

export default defineRule({
  id: 'environment-taken-for-trusted',
  title: 'Environment taken for trusted',
  why: 'Reviewers take the network of a hospital for hostile, and ask what protects the device if the assumption fails.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-TM-ASSUME'],
  serves: ['threat-model'],
  severity: 'hint',
  applies: 'exposed',

  examples: {
    bad: `
      assumptions:
        - { id: ASM-1, title: The device stands in a trusted network, if-wrong: Rate again. }   # gap`,
    ok: `
      assumptions:
        - { id: ASM-1, title: The device stands in a trusted network, if-wrong: SC-1 still refuses strangers., supports: [SC-1] }
        - { id: ASM-2, title: The network of the hospital is hostile, if-wrong: Nothing. }
      controls:
        - { id: SC-1, title: Sign-in, domain: security, category: authentication }`,
  },

  *check({ trace }) {
    for (const assumption of trace.all('assumption')) {
      const { title, text } = assumption.fields;
      const found = TRUSTED.exec(`${title ?? ''} ${text ?? ''}`)?.[0];
      if (found === undefined || trace.linkedOf(assumption, 'supports', 'control').length > 0) continue;
      yield {
        at: assumption,
        what: `${assumption.id} takes the environment for trustworthy ("${found}") and names no control.`,
        do: `Name in \`supports:\` of ${assumption.id} the control that works without it, or write one.`,
      };
    }
  },
});
