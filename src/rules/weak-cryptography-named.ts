/** Finds keys, credentials and flows that name cryptography which is broken or too old. */
import { defineRule } from './define.js';

const WEAK =
  /\b(MD5|SHA-?1|3?DES|RC4|ECB|WEP|WPA(?!\d|-?[23])|SSL ?(v?[23](\.0)?)?|TLS ?(v?1(\.[01])?)(?![.\d])|RSA[- ]?(512|768|1024)|static IV|XOR|home-?made (cipher|cryptography|encryption)|(own|proprietary|custom) (cipher|cryptography|encryption|crypto algorithm))(?![\w-]*\d)\b/i;
// A word that says the method is not offered.
const REFUSED = /\b(no|not|never|refuse[sd]?|disabled|without)\b/i;

export default defineRule({
  id: 'weak-cryptography-named',
  title: 'Weak or old cryptography',
  why: 'Tools break these methods in minutes, whatever the rest of the design does.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:5.3.2', 'fda-premarket:FDA-CY-CTRL-C'],
  serves: ['security-architecture-views', 'security-requirements'],
  severity: 'hint',
  applies: 'exposed',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
        - { id: EL-2, title: Browser, role: external, scope: other-product }
      assets:
        - { id: AS-1, title: Update key, type: key, algorithm: RSA-1024 with SHA-1 }   # gap
      flows:
        - { id: DF-1, title: Orders, from: EL-2, to: EL-1, protocol: HTTPS over TLS 1.1, assets: [AS-1] }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
        - { id: EL-2, title: Browser, role: external, scope: other-product }
      assets:
        - { id: AS-1, title: Update key, type: key, algorithm: Ed25519 }
      flows:
        - { id: DF-1, title: Orders, from: EL-2, to: EL-1, protocol: 'HTTPS over TLS 1.3, no TLS 1.1', assets: [AS-1] }`,
  },

  *check({ trace }) {
    const named = [
      ...trace.all('asset').map((at) => ({ at, field: 'algorithm', words: at.fields.algorithm })),
      ...trace.all('flow').map((at) => ({ at, field: 'protocol', words: at.fields.protocol })),
      ...trace.all('flow').map((at) => ({ at, field: 'protection', words: at.fields.protection })),
    ];
    for (const { at, field, words } of named) {
      const found = words === undefined || REFUSED.test(words) ? undefined : WEAK.exec(words)?.[0];
      if (found === undefined) continue;
      yield {
        at,
        field,
        what: `${at.id} names ${found}, which no longer protects.`,
        do: `Take a method that holds today, or say why ${found} cannot be attacked here and record a decision.`,
      };
    }
  },
});
