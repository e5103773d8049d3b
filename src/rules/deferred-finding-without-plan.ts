/** Finds findings that were put off without telling which release brings the fix and whom it reaches. */
import type { RecordOf } from '../records/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'deferred-finding-without-plan',
  title: 'Finding put off without a plan of the fix',
  why: 'A weakness that is known and stays needs a plan: which release mends it, whether devices sold meanwhile get it, and how long that takes.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-TEST-DEFER'],
  serves: ['security-test-report', 'security-anomaly-assessment'],
  severity: 'error',
  tells: ['finding.deferral'],
  applies: 'exposed',

  examples: {
    bad: `
      findings:
        - { id: FND-1, title: Old TLS version is offered, disposition: deferred, reason: Needs a new proxy., until: 2027-03-31, deferral: { release: 3.3.0 } }   # gap`,
    ok: `
      findings:
        - id: FND-1
          title: Old TLS version is offered
          disposition: deferred
          reason: Needs a new proxy.
          until: 2027-03-31
          deferral: { release: 3.3.0, sold-meanwhile: Get it with their first update., time-to-reach: Four weeks }`,
  },

  *check({ trace }) {
    for (const finding of trace.all('finding')) {
      const missing = missingAt(finding);
      if (finding.fields.disposition !== 'deferred' || missing.length === 0) continue;
      yield {
        at: finding,
        field: 'disposition',
        what: `${finding.id} is deferred and does not tell ${missing.map((name) => SAYS[name]).join(', ')}.`,
        do: `Add ${missing.map((name) => `\`${name}:\``).join(', ')} under \`deferral:\` of ${finding.id}.`,
      };
    }
  },
});

/** When the fix comes is `until`, of which a rule of its own tells. */
const SAYS = {
  release: 'which release brings the fix',
  'sold-meanwhile': 'whether devices sold meanwhile get it',
  'time-to-reach': 'how long it takes to reach the devices',
} as const;

function missingAt({ fields }: RecordOf<'finding'>): readonly (keyof typeof SAYS)[] {
  return (Object.keys(SAYS) as (keyof typeof SAYS)[]).filter((name) => fields.deferral?.[name] === undefined);
}
