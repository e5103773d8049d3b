/** Finds reasons that rest on a trusted network, place or user. */
import { TRUSTED } from './environment-taken-for-trusted.js';
import { defineRule } from './define.js';
import { saidIn } from './said-in.js';

export default defineRule({
  id: 'trusted-environment-in-reason',
  title: 'Reason that rests on a trusted environment',
  why: 'Reviewers take the network of a hospital for hostile, so a reason that rests on it is none.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-TM-ASSUME'],
  serves: ['threat-model', 'security-risk-assessment'],
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
          residual-reason: The server stands behind the firewall of the hospital.   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: Orders are changed, targets: [EL-1], residual-reason: It does not rest on a trusted network. }
        - { id: TH-2, title: Orders are read, targets: [EL-1], residual-reason: Each message carries a tag of the device. }`,
  },

  *check({ trace }) {
    const fields = {
      threat: ['severity-reason', 'residual-reason', 'control-reason', 'before.reason', 'after.reason'],
      decision: ['reason', 'text'],
      interface: ['unused-reason'],
      flow: ['authentication', 'protection'],
      item: ['security-reason'],
      control: ['independence'],
    } as const;
    for (const { at, field, words } of saidIn(trace, fields, TRUSTED)) {
      yield {
        at,
        field,
        details: [field],
        what: `\`${field}\` of ${at.id} rests on "${words}".`,
        do: `Say in ${at.id} what holds when the environment is hostile, or write an assumption with what follows if it is wrong.`,
      };
    }
  },
});
