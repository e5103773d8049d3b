/** Finds security controls of which nobody said whether they can hurt, or what answers the harm they can do. */
import type { RecordOf } from '../records/index.js';
import { isSecurityControl, type Trace } from '../trace/index.js';
import { defineRule, type Found } from './define.js';

export default defineRule({
  id: 'safety-effect-unanswered',
  title: 'Security control whose effect on safety is not answered',
  why: 'A lock that keeps an attacker out can keep the nurse out too, at the moment when a patient needs the device.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.4', 'iso14971:7.5'],
  serves: ['security-risk-assessment', 'hazard-analysis'],
  severity: 'error',
  tells: ['control.safety-effect'],

  examples: {
    bad: `
      hazards:
        - { id: HAZ-1, title: Therapy is late, severity: S3 }
      controls:
        - { id: SC-1, title: Sessions end after ten minutes, domain: security }   # gap
        - id: SC-2
          title: Five wrong passwords lock the account
          domain: security
          safety-effect: { harms: yes, why: Nobody can start a therapy then., hazards: [HAZ-1] }   # gap`,
    ok: `
      hazards:
        - { id: HAZ-1, title: Therapy is late, severity: S3 }
      requirements:
        - { id: SRS-1, level: software, title: A therapy can be stopped without signing in }
      controls:
        - id: SC-1
          title: Sessions end after ten minutes
          domain: security
          safety-effect: { harms: no, why: A running therapy goes on. }
        - id: SC-2
          title: Five wrong passwords lock the account
          domain: security
          safety-effect: { harms: yes, why: Nobody can start a therapy then., hazards: [HAZ-1], answered-by: [SRS-1] }`,
  },

  *check({ trace }) {
    for (const control of trace.all('control').filter(isSecurityControl)) {
      const effect = control.fields['safety-effect'];
      if (effect === undefined) yield notAnswered(control);
      else if (effect.harms) yield* harmsUnanswered(control, trace);
    }
  },
});

function notAnswered(control: RecordOf<'control'>): Found {
  return {
    at: control,
    what: `Nobody said whether ${control.id} can hurt: by a lock-out, a delay or lost availability.`,
    do: `Add \`safety-effect:\` with \`harms:\` and \`why:\` to ${control.id}.`,
  };
}

function* harmsUnanswered(control: RecordOf<'control'>, trace: Trace): Iterable<Found> {
  const missing = [
    ...(trace.isLinked(control, 'safety-effect.hazards') ? [] : ['hazards']),
    ...(trace.isLinked(control, 'safety-effect.answered-by') ? [] : ['answered-by']),
  ];
  if (missing.length === 0) return;
  const names = missing.map((name) => `\`${name}:\``).join(' and ');
  yield {
    at: control,
    field: 'safety-effect',
    what: `${control.id} can hurt, and its safety effect names no ${missing.join(' and no ')}.`,
    do: `Add ${names} under \`safety-effect:\` of ${control.id}.`,
  };
}
