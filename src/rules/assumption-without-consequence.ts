/** Finds assumptions that do not tell what follows if they are wrong. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'assumption-without-consequence',
  title: 'Assumption without a consequence',
  why: 'Somebody will see one day that an assumption is wrong, and must know then what to do again.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.1.2', 'fda-premarket:FDA-CY-TM-ASSUME'],
  serves: ['threat-model', 'product-security-context'],
  severity: 'warning',
  tells: ['assumption.if-wrong'],
  applies: 'exposed',

  examples: {
    bad: `
      assumptions:
        - { id: ASM-1, title: Every site has a firewall }   # gap`,
    ok: `
      assumptions:
        - { id: ASM-1, title: Every site has a firewall, if-wrong: SC-6 stands alone; rate TH-06 again. }`,
  },

  *check({ trace }) {
    for (const assumption of trace.all('assumption')) {
      if (assumption.fields['if-wrong'] !== undefined) continue;
      yield {
        at: assumption,
        what: `${assumption.id} does not tell what follows if it is wrong.`,
        do: `Add \`if-wrong:\` to ${assumption.id}: which ratings, controls or class to look at again.`,
      };
    }
  },
});
