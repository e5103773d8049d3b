/** Finds external controls that the class credits although nothing says why the software cannot disable them. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'external-control-without-independence',
  title: 'Credited control without a reason for its independence',
  why: 'A control lowers the class only if it stands outside the software and still works when the software fails.',
  because: 'safety-class',
  basis: ['iec62304:4.3'],
  serves: ['software-safety-classification', 'software-risk-analysis'],
  severity: 'error',
  tells: ['control.independence'],

  examples: {
    bad: `
      hazards:
        - { id: HAZ-1, title: Overdose, severity: S4 }
      risks:
        - { id: RSK-1, title: A limit is ignored, hazard: HAZ-1, external-controls: [RC-1] }
      controls:
        - { id: RC-1, title: A valve limits the flow, domain: safety, external: yes }   # gap`,
    ok: `
      hazards:
        - { id: HAZ-1, title: Overdose, severity: S4 }
      risks:
        - { id: RSK-1, title: A limit is ignored, hazard: HAZ-1, external-controls: [RC-1] }
      controls:
        - { id: RC-1, title: A valve limits the flow, domain: safety, external: yes, independence: A spring drives it. }`,
  },

  *check({ trace }) {
    for (const control of trace.all('control')) {
      const risks = trace.linked(control, 'credited-by');
      if (risks.length === 0 || control.fields.independence !== undefined) continue;
      yield {
        at: control,
        what: `${control.id} is credited for the class and does not say why a failure of the software cannot disable it.`,
        do: `Add \`independence:\` to ${control.id}, or take it out of \`external-controls:\`.`,
        see: risks.slice(0, 5).map((risk) => ({ spot: risk.spot, note: `${risk.id} credits it.` })),
      };
    }
  },
});
