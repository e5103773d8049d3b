/** Finds threats of which nobody said how easily they are carried out and how much they hurt, before any control. */
import { defineRule, type Found, type RuleInput } from './define.js';
import type { RecordOf } from '../records/index.js';

export default defineRule({
  id: 'threat-not-rated',
  title: 'Threat without a rating before control',
  why: 'Whether controls are enough is judged by what the risk was without them; a level that nobody gave is not low.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.3', 'fda-premarket:FDA-CY-TM-PREPOST', 'fda-premarket:FDA-CY-RA-EXPLOIT'],
  serves: ['security-risk-assessment'],
  severity: 'error',
  applies: 'exposed',
  tells: ['threat.before', 'threat.before.rating'],

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: Orders are changed, targets: [EL-1] }   # gap
        - { id: TH-2, title: Orders are read, targets: [EL-1], before: { vector: AV:N/AC:L, severity: S2 } }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: Orders are changed, targets: [EL-1], before: { vector: AV:N/AC:L/PR:N/UI:N, severity: S2 } }
        - { id: TH-2, title: Text of a library, targets: [EL-1], generic: yes }`,
  },

  *check(input) {
    // Without a method nothing can be rated: that is told once, for the project.
    if (!input.methods.security) return;
    for (const threat of input.trace.all('threat')) {
      if (!threat.fields.generic && isUnrated(threat, input)) yield notRated(threat);
    }
  },
});

function isUnrated(threat: RecordOf<'threat'>, { trace }: RuleInput): boolean {
  return trace.computed(threat, 'before.rating') === 'unknown';
}

function notRated(threat: RecordOf<'threat'>): Found {
  const { before } = threat.fields;
  const lacks =
    before?.severity === undefined ? 'its severity is missing' : 'what the method asks for is missing or off its scale';
  return {
    at: threat,
    ...(before && { field: 'before' }),
    what: before
      ? `The rating of ${threat.id} before control gives no level: ${lacks}.`
      : `${threat.id} has no rating before control.`,
    do: `Rate it: \`medward rate ${threat.id}\`.`,
  };
}
