/** Finds security controls that are only shown to work, never shown to resist an attack. */
import type { AnyRecord } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import { defineRule, type Found } from './define.js';

export default defineRule({
  id: 'control-without-defeat-test',
  title: 'Security control that no test tries to defeat',
  why: 'A residual risk may count a control only if the control was shown to withstand a deliberate attempt.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:5.7.2', 'fda-premarket:FDA-CY-TEST-THREAT'],
  serves: ['security-test-report', 'traceability-matrix'],
  severity: 'error',

  examples: {
    bad: `
      controls:
        - { id: SC-14, title: Rate limit on dose commands, domain: security, effect: limit }   # gap
      tests:
        - { id: TC-31, title: Ten commands an hour pass, type: functional, verifies: [SC-14] }`,
    ok: `
      controls:
        - { id: SC-14, title: Rate limit on dose commands, domain: security, effect: limit }
      tests:
        - { id: TC-32, title: A flood of commands is refused, type: threat-mitigation, verifies: [SC-14] }`,
  },

  lacks: (control, trace) => ({
    what: `No test of ${control.id} tries to defeat it${others(control, trace)}.`,
    do: `Add a test of type threat-mitigation, fuzz or penetration that verifies ${control.id}, or record a decision.`,
    see: seen(control, trace),
  }),
});

function others(control: AnyRecord, trace: Trace): string {
  const count = trace.linkedOf(control, 'verified-by', 'test').length;
  return count === 0 ? '' : ` (${count} ${count === 1 ? 'shows' : 'show'} that it works)`;
}

function seen(control: AnyRecord, trace: Trace): NonNullable<Found['see']> {
  return trace
    .linkedOf(control, 'verified-by', 'test')
    .slice(0, 5)
    .map((test) => ({
      spot: test.spot,
      note: test.fields.type ? `${test.id} is of type ${test.fields.type}.` : `${test.id} names no type.`,
    }));
}
