/** Finds phases of the life cycle that no threat considers and nobody gave a reason for. */
import { statedNone, stateNoneOf } from './stated-none.js';
import { wordsOfField } from './words-of-field.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'life-cycle-phase-without-threat-or-reason',
  title: 'Phase of the life cycle without a threat',
  why: 'A device can be attacked in the factory, in the mail and on the scrap heap too, and reviewers ask for each.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-TM-LIFE'],
  serves: ['threat-model'],
  severity: 'warning',
  applies: 'exposed',

  examples: {
    bad: {
      records: `
        items:
          - { id: EL-1, title: Order service, role: process, parent: SW-1 }
        threats:
          - { id: TH-1, title: A package is exchanged, targets: [EL-1], phase: supply }`,
      settings: `
        medward: 1   # gap`,
    },
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: A package is exchanged, targets: [EL-1], phase: [supply, manufacture, deployment] }
        - { id: TH-2, title: A peer lies, targets: [EL-1], phase: [interoperation, maintenance] }
      statements:
        - { id: ST-1, type: none, of: decommissioning, by: haddad, date: 2026-05-12, text: Nothing is kept on the machine. }`,
  },

  *check({ trace }) {
    const threats = trace.all('threat').filter((threat) => !threat.fields.generic);
    if (threats.length === 0) return;
    const used = new Set<string>([...threats.flatMap((threat) => threat.fields.phase ?? []), ...statedNone(trace)]);
    // Use is what threats are about where they say nothing.
    const missing = wordsOfField('threat', 'phase').filter((phase) => phase !== 'use' && !used.has(phase));
    const [first] = missing;
    if (first === undefined) return;
    yield {
      what: `No threat is about ${missing.map((phase) => `\`${phase}\``).join(', ')}.`,
      do: `Write the threats with \`phase:\`, or ${stateNoneOf(first)}.`,
    };
  },
});
