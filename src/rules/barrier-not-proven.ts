/** Finds barriers that are declared without anything that shows them (finding F6). */
import { creditedControls, missingProofs } from './barrier.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'barrier-not-proven',
  title: 'Independent barrier that nothing proves',
  why: 'A barrier lowers what is asked, so a control must be named for it, out of reach of the same attack, with its proof.',
  because: 'both',
  basis: ['iec81001-5-1:7.3', 'iec62304:4.3'],
  serves: ['security-risk-assessment', 'software-safety-classification'],
  severity: 'error',

  examples: {
    bad: {
      records: `
        hazards:
          - { id: HAZ-1, title: Overdose, severity: S4 }
        risks:
          - { id: RSK-1, title: A limit is ignored, hazard: HAZ-1, external-controls: [RC-1] }
        controls:
          - { id: RC-1, title: A valve limits the flow, domain: safety, external: yes, independence: A spring drives it. }   # gap`,
      facts: { 'independent-barrier': 'yes' },
    },
    ok: {
      records: `
        hazards:
          - { id: HAZ-1, title: Overdose, severity: S4 }
        risks:
          - { id: RSK-1, title: A limit is ignored, hazard: HAZ-1, external-controls: [RC-1] }
        controls:
          - id: RC-1
            title: A valve limits the flow
            domain: safety
            external: yes
            independence: A spring drives it.
            proof: { reference: 'Type test 17, version 2, archive of the laboratory', confirmed-by: solheim, date: 2026-05-18 }`,
      facts: { 'independent-barrier': 'yes' },
    },
  },

  *check({ overhead, trace, factSpots }) {
    if (!overhead.findings.includes('F6')) return;
    const credited = creditedControls(trace);
    if (credited.length === 0) {
      yield {
        spot: factSpots.get('independent-barrier'),
        what: 'The profile says that an independent barrier stops the harm, and no risk credits an external control.',
        do: 'Write the barrier as a control with `external: yes`, its `independence` and its `proof`, and credit it in `external-controls:`.',
      };
    }
    for (const control of credited) {
      const missing = missingProofs(control);
      if (missing.length === 0) continue;
      yield {
        at: control,
        what: `The independent barrier rests on ${control.id}, which has no ${missing.join(' and no ')}.`,
        do: `Add ${missing.map((name) => `\`${name}:\``).join(' and ')} to ${control.id}.`,
      };
    }
  },
});
