/** Finds kinds of architecture views that are not there and nobody gave a reason for. */
import { statedNone, stateNoneOf } from './stated-none.js';
import { defineRule } from './define.js';

const ASKED = ['global', 'multi-patient-harm', 'updateability', 'security-use-case'];

export default defineRule({
  id: 'view-kind-absent-without-reason',
  title: 'Kind of architecture view that is not there',
  why: 'Four kinds of views are looked for in every submission; one that is not there needs an explanation.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-ARCH', 'fda-premarket:FDA-CY-ARCH-MPH', 'fda-premarket:FDA-CY-ARCH-SUC'],
  serves: ['security-architecture-views', 'threat-model'],
  severity: 'error',
  applies: 'exposed',

  examples: {
    bad: {
      records: `
        views:
          - { id: VW-1, title: Whole system, purpose: global }`,
      settings: `
        medward: 1   # gap`,
    },
    ok: `
      views:
        - { id: VW-1, title: Whole system, purpose: global }
        - { id: VW-2, title: Updates, purpose: updateability }
        - { id: VW-3, title: Sign-in, purpose: security-use-case }
      statements:
        - { id: ST-1, type: none, of: multi-patient-harm, by: haddad, date: 2026-05-12, text: One device serves one patient and shares no secret. }`,
  },

  *check({ trace }) {
    const views = trace.all('view');
    if (views.length === 0) return;
    const there = new Set<string | undefined>([...views.map((view) => view.fields.purpose), ...statedNone(trace)]);
    const missing = ASKED.filter((purpose) => !there.has(purpose));
    const [first] = missing;
    if (first === undefined) return;
    yield {
      what: `There is no view of purpose ${missing.map((purpose) => `\`${purpose}\``).join(', ')}.`,
      do: `Write the view, or ${stateNoneOf(first)}.`,
    };
  },
});
