/** Finds texts that speak of default, hard-coded or common passwords and keys. */
import { defineRule } from './define.js';
import { saidIn } from './said-in.js';

const SHARED =
  /\b(default|hard-?coded|factory|shared|common|universal|master|same|fixed) (service )?(user ?names?|log-?ins?|passwords?|passcodes?|pass ?phrases?|pins?|credentials?|secrets?|keys?)\b/i;

export default defineRule({
  id: 'default-credential-named',
  title: 'Default, hard-coded or common credential',
  why: 'Who learns the password or key of one device then has that of all.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-CTRL-A', 'iec81001-5-1:5.3.2'],
  serves: ['security-requirements', 'security-risk-assessment'],
  severity: 'hint',
  applies: 'exposed',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Dose service, role: process, parent: SW-1 }
        - { id: EL-2, title: Service computer, role: external, scope: supporting }
      flows:
        - { id: DF-1, title: Service, from: EL-2, to: EL-1, authentication: Service password that is the same; factory password at first use }   # gap
      assets:
        - { id: AS-1, title: Hard-coded key of the log, type: key }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Dose service, role: process, parent: SW-1 }
        - { id: EL-2, title: Service computer, role: external, scope: supporting }
      flows:
        - { id: DF-1, title: Service, from: EL-2, to: EL-1, authentication: A key per device; no default password. }
      assets:
        - { id: AS-1, title: Key of the log, type: key }
        - { id: AS-2, title: Common key of the fleet, type: key, shared: yes }`,
  },

  *check({ trace }) {
    const fields = {
      flow: ['authentication', 'keys'],
      asset: ['title', 'text', 'algorithm'],
      interface: ['contract', 'text'],
      item: ['text'],
    } as const;
    for (const { at, field, words } of saidIn(trace, fields, SHARED)) {
      // An asset that is marked as shared is asked for its threat by another rule.
      if (at.kind === 'asset' && at.fields.shared !== undefined) continue;
      yield {
        at,
        field,
        details: [field],
        what: `\`${field}\` of ${at.id} speaks of "${words}".`,
        do: `Give each device its own, or mark the asset with \`shared: yes\` and write the threat.`,
      };
    }
  },
});
