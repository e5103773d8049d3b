/** Finds flows whose protection or authentication is a checksum, an address or secrecy. */
import { OBSCURE } from './control-rests-on-obscurity.js';
import { defineRule } from './define.js';
import { saidIn } from './said-in.js';

// Beside these words a checksum is only one thing among others.
const REAL =
  /\b(sign(ed|ature|atures)?|TLS|DTLS|IPsec|SSH|AES|CCM|GCM|HMAC|CMAC|ECDSA|Ed25519|RSA|certificate|mutual|encrypt\w*|OIDC|FIDO2|token)\b/i;

export default defineRule({
  id: 'flow-protected-by-checksum',
  title: 'Flow that only a checksum, an address or secrecy protects',
  why: 'A checksum finds accidents and no attacker; an address can be copied; what is only hidden is found.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-CTRL-A', 'fda-premarket:FDA-CY-IOP-LAYER'],
  serves: ['security-architecture-views'],
  severity: 'hint',
  applies: 'exposed',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Dose service, role: process, parent: SW-1 }
        - { id: EL-2, title: Tablet, role: external, scope: other-product }
      flows:
        - { id: DF-1, title: Rates, from: EL-2, to: EL-1, protection: CRC-32 over each frame }   # gap
        - { id: DF-2, title: State, from: EL-1, to: EL-2, authentication: just works }           # gap`,
    ok: `
      items:
        - { id: EL-1, title: Dose service, role: process, parent: SW-1 }
        - { id: EL-2, title: Tablet, role: external, scope: other-product }
      flows:
        - { id: DF-1, title: Rates, from: EL-2, to: EL-1, protection: 'AES-CCM, and a CRC for the line' }
        - { id: DF-2, title: State, from: EL-1, to: EL-2, authentication: Numeric comparison }`,
  },

  *check({ trace }) {
    for (const { at, field, words } of saidIn(trace, { flow: ['protection', 'authentication'] }, OBSCURE)) {
      if (REAL.test(trace.told(at, field).values.join(' '))) continue;
      yield {
        at,
        field,
        details: [field],
        what: `\`${field}\` of ${at.id} is "${words}", which stops no attacker.`,
        do: `Say in ${at.id} what withstands a deliberate attempt, such as a signature or a key of each device.`,
      };
    }
  },
});
