/** Finds problem reports that can hurt and name no hazard. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'safety-anomaly-without-hazard',
  title: 'Problem that can hurt, without a hazard',
  why: 'A problem that matters for safety is judged through the hazard to which it may lead.',
  because: 'safety-class',
  basis: ['iec62304:9.2', 'iec62304:6.2.1.3'],
  serves: ['problem-report-log', 'software-risk-analysis'],
  severity: 'warning',
  tells: ['anomaly.safety-assessment'],

  examples: {
    bad: `
      anomalies:
        - { id: PR-1, title: Orders of a new ward are missing, criticality: [safety, performance], state: closed, rationale: Mended. }   # gap`,
    ok: `
      hazards:
        - { id: HAZ-1, title: Order late, severity: S2 }
      anomalies:
        - { id: PR-1, title: Orders of a new ward are missing, criticality: safety, state: closed, rationale: Mended., hazards: [HAZ-1] }`,
  },

  *check({ trace }) {
    for (const anomaly of trace.all('anomaly')) {
      const { criticality, state } = anomaly.fields;
      // The assessment may say why no hazard is concerned.
      if (anomaly.fields['safety-assessment'] !== undefined) continue;
      if (!criticality?.includes('safety') || state === 'rejected' || trace.isLinked(anomaly, 'hazards')) continue;
      yield {
        at: anomaly,
        field: 'criticality',
        what: `${anomaly.id} matters for safety, and has neither a hazard nor a \`safety-assessment\`.`,
        do: `Add \`hazards:\` to ${anomaly.id}, or say under \`safety-assessment:\` why none is concerned.`,
      };
    }
  },
});
