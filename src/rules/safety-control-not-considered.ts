/** Finds safety controls in software that the threat model passes over. */
import type { RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'safety-control-not-considered',
  title: 'Safety control that the threat model passes over',
  why: 'What keeps a patient safe is what an attacker wants to switch off, so it is worth protecting like any other asset.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-RA-SAFETY', 'iec81001-5-1:7.2'],
  serves: ['threat-model', 'hazard-analysis'],
  severity: 'warning',
  applies: 'exposed',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Dose limiter, role: process, parent: SW-1 }
      controls:
        - { id: RC-1, title: Doses above the limit are refused, domain: safety, means: software, realised-by: [SRS-1] }   # gap
      requirements:
        - { id: SRS-1, title: Refuse doses above the limit, level: software, allocated-to: [EL-1] }`,
    ok: `
      items:
        - { id: EL-1, title: Dose limiter, role: process, parent: SW-1 }
        - { id: EL-2, title: Alarm, role: process, parent: SW-1 }
      controls:
        - { id: RC-1, title: Doses above the limit are refused, domain: safety, means: software, realised-by: [SRS-1] }
        - { id: RC-2, title: An alarm sounds, domain: safety, means: software, realised-by: [SRS-2] }
        - { id: RC-3, title: A valve closes, domain: safety, means: hardware }
      assets:
        - { id: AS-1, title: The alarm, type: function, stands-for: [RC-2] }
      requirements:
        - { id: SRS-1, title: Refuse doses above the limit, level: software, allocated-to: [EL-1] }
        - { id: SRS-2, title: Sound an alarm, level: software, allocated-to: [EL-2] }
      threats:
        - { id: TH-1, title: The limit is changed, targets: [EL-1] }`,
  },

  *check({ trace }) {
    for (const control of trace.all('control')) {
      if (!isSafetyInSoftware(control) || isConsidered(control, trace)) continue;
      yield {
        at: control,
        what: `No asset stands for ${control.id}, and no threat targets what it runs on.`,
        do: `Add an asset with \`stands-for: [${control.id}]\` and the threats against it.`,
      };
    }
  },
});

/** A control that serves both is part of the threat model already; one outside the software is out of the same reach. */
function isSafetyInSoftware({ fields }: RecordOf<'control'>): boolean {
  const { domain, means, external } = fields;
  return domain?.length === 1 && domain[0] === 'safety' && (means === undefined || means === 'software') && !external;
}

function isConsidered(control: RecordOf<'control'>, trace: Trace): boolean {
  if (trace.isLinked(control, 'asset')) return true;
  const items = trace.linked(control, 'realised-by').flatMap((one) => trace.linked(one, 'allocated-to'));
  return items.some((item) => trace.isLinked(item, 'threats'));
}
