/** Finds threats that are rated as less severe than the worst hazard they reach, without a reason. */
import type { Method } from '../packs/index.js';
import type { RecordOf } from '../records/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'severity-below-hazard-without-reason',
  title: 'Threat rated less severe than its worst hazard',
  why: 'A threat is as severe as the worst that it can lead to; anything less needs a reason that a reviewer can judge.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.3', 'fda-premarket:FDA-CY-RA-WORST'],
  serves: ['security-risk-assessment', 'hazard-analysis'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Dose service, role: process, parent: SW-1 }
      hazards:
        - { id: HAZ-1, title: Overdose, severity: S4 }
      threats:
        - { id: TH-1, title: A dose is forged, targets: [EL-1], hazards: [HAZ-1], before: { vector: AV:A/AC:H/PR:N/UI:N, severity: S2 } }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Dose service, role: process, parent: SW-1 }
      hazards:
        - { id: HAZ-1, title: Overdose, severity: S4 }
      threats:
        - id: TH-1
          title: A dose is forged
          targets: [EL-1]
          hazards: [HAZ-1]
          before: { vector: AV:A/AC:H/PR:N/UI:N, severity: S2 }
          severity-reason: The valve stops every dose above 2 ml whatever the software says.`,
  },

  *check({ trace, methods }) {
    for (const threat of trace.all('threat')) {
      const { before, 'severity-reason': reason } = threat.fields;
      if (!methods.security || !before?.severity || reason !== undefined || before.reason !== undefined) continue;
      const worst = worstOf(trace.linkedOf(threat, 'hazards', 'hazard'), methods.security);
      const own = rankOf(before.severity, methods.security);
      if (!worst || own === undefined || own >= worst.rank) continue;
      yield {
        at: threat,
        field: 'before.severity',
        what: `${threat.id} is rated ${before.severity}, and its hazard ${worst.hazard.id} is ${worst.hazard.fields.severity ?? ''}.`,
        do: `Rate ${threat.id} as severe as ${worst.hazard.id}, or add \`severity-reason:\`.`,
        see: [{ spot: worst.hazard.spot, note: `${worst.hazard.id} stands here.` }],
      };
    }
  },
});

function worstOf(
  hazards: readonly RecordOf<'hazard'>[],
  method: Method,
): { hazard: RecordOf<'hazard'>; rank: number } | undefined {
  return hazards
    .flatMap((hazard) => {
      const rank = rankOf(hazard.fields.severity, method);
      return rank === undefined ? [] : [{ hazard, rank }];
    })
    .toSorted((a, b) => b.rank - a.rank)[0];
}

/** @returns the place on the scale, `undefined` for a word that is not on it: then nothing can be compared */
function rankOf(severity: string | undefined, method: Method): number | undefined {
  const rank = method.severity.findIndex((step) => step.id === severity);
  return rank === -1 ? undefined : rank;
}
