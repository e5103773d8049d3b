/** Finds threats whose texts argue that an attack is unlikely. */
import { defineRule } from './define.js';
import { saidIn } from './said-in.js';

const PROBABILITY =
  /\b(unlikely|improbable|probability|probabilities|likelihood|low chance|little chance|rarely|seldom|once (in|a|per) \w+|times (a|per) year|nobody would)\b/i;

export default defineRule({
  id: 'probability-words-in-threat',
  title: 'Threat that is argued away by probability',
  why: 'An attacker chooses the moment, so that an attack is rare says nothing of the day on which somebody wants it.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-RA-EXPLOIT'],
  serves: ['security-risk-assessment'],
  severity: 'hint',
  applies: 'exposed',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - id: TH-1
          title: Orders are changed
          targets: [EL-1]
          residual-reason: An attack on so small a vendor is unlikely.   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: Orders are changed, targets: [EL-1], residual-reason: Only who holds the key of the ward can sign an order. }
        - { id: TH-2, title: Orders are read, targets: [EL-1], impact: Exploitability is no probability. }`,
  },

  *check({ trace, methods: { security } }) {
    // Who rates by a likelihood on purpose may argue with it; whether the method is accepted is another question.
    if (security?.likelihood) return;
    const fields = [
      'text',
      'impact',
      'severity-reason',
      'residual-reason',
      'control-reason',
      'before.reason',
      'after.reason',
    ];
    for (const { at, field, words } of saidIn(trace, { threat: fields }, PROBABILITY)) {
      yield {
        at,
        field,
        details: [field],
        what: `\`${field}\` of ${at.id} speaks of "${words}".`,
        do: `Say in ${at.id} what an attacker would need instead: access, rights, knowledge, help of a user.`,
      };
    }
  },
});
