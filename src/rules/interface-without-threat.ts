/** Finds interfaces that can be used and that no threat considers, neither itself nor a flow that goes over it. */
import { valuesOf, type Trace } from '../trace/index.js';
import type { AnyRecord, RecordOf } from '../records/index.js';
import { isAnsweredByRejections } from './candidate-decisions.js';
import { specificThreats } from '../threats/index.js';
import { defineRule } from './define.js';
import { unconsidered } from './unconsidered.js';

export default defineRule({
  id: 'interface-without-threat',
  title: 'Interface that no threat considers',
  why: 'A port that nobody uses, or only the service, is where an attacker looks first: what is not considered is not protected.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.2', 'fda-premarket:FDA-CY-TM'],
  serves: ['threat-model'],
  severity: 'error',
  applies: 'exposed',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Dose service, role: process, parent: SW-1 }
      interfaces:
        - { id: IF-1, title: Service port, item: EL-1, medium: serial, enabled: service-only, reach: physical, unused-reason: The depot only. }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Dose service, role: process, parent: SW-1 }
      interfaces:
        - { id: IF-1, title: Service port, item: EL-1, medium: serial, enabled: service-only, reach: physical, unused-reason: The depot only. }
        - { id: IF-2, title: Charger, item: EL-1, medium: USB, enabled: yes, power-only: yes }
        - { id: IF-3, title: Radio that is not fitted, item: EL-1, medium: Wi-Fi, enabled: no }
        - { id: IF-4, title: Inside the housing, item: EL-1, medium: serial, enabled: yes, reach: none }
      threats:
        - { id: TH-1, title: A stranger reads keys at the service port, stride: I, targets: [IF-1] }`,
  },

  *check(input) {
    const { trace } = input;
    for (const record of trace.all('interface')) {
      if (!isWayIn(record, trace) || isConsidered(record, trace) || isAnsweredByRejections(record, input)) continue;
      yield { at: record, ...unconsidered(record, trace, ', neither itself nor a flow over it') };
    }
  },
});

/** Of ours, usable, carrying data and reachable; what nobody wrote may be so. */
function isWayIn(record: RecordOf<'interface'>, trace: Trace): boolean {
  const { enabled, reach, 'power-only': powerOnly } = record.fields;
  if (enabled === 'no' || reach === 'none' || powerOnly === true) return false;
  return trace.linkedOf(record, 'item', 'item')[0]?.fields.scope !== 'other-product';
}

/** A flow over it that crosses a boundary is told by a rule of its own, so that one thing missing is one gap. */
function isConsidered(record: AnyRecord, trace: Trace): boolean {
  const flows = trace.linkedOf(record, 'flows', 'flow');
  return (
    [record, ...flows].some((one) => specificThreats(one, trace).length > 0) ||
    flows.some((flow) => crosses(flow, trace))
  );
}

function crosses(flow: AnyRecord, trace: Trace): boolean {
  const crossed = valuesOf(flow, 'crosses', trace);
  return crossed === 'unknown' || crossed.length > 0;
}
