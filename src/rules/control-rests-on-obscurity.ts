/** Finds security controls that rest on checksums, secrecy of the design or addresses. */
import { isSecurityControl } from '../trace/index.js';
import { defineRule } from './define.js';

export const OBSCURE =
  /\b(CRC(-?\d+)?|checksum|obfuscat\w*|obscurity|proprietary (protocol|format|encoding)|just works|MAC address|hidden (port|menu|service)|MAC (address )?filter\w*)\b/i;

export default defineRule({
  id: 'control-rests-on-obscurity',
  title: 'Control that rests on a checksum or on secrecy',
  why: 'A checksum finds accidents and no attacker; what is only hidden is found.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-CTRL-A', 'fda-premarket:FDA-CY-IOP-LAYER'],
  serves: ['security-requirements', 'security-risk-assessment'],
  severity: 'hint',
  applies: 'exposed',

  examples: {
    bad: `
      controls:
        - { id: SC-1, title: Messages carry a CRC, domain: security, category: authentication }   # gap`,
    ok: `
      controls:
        - { id: SC-1, title: Messages carry a MAC with a key of the device, domain: security, category: authentication }
        - { id: RC-1, title: Messages carry a CRC, domain: safety }`,
  },

  *check({ trace }) {
    for (const control of trace.all('control').filter(isSecurityControl)) {
      const { title, text } = control.fields;
      const found = OBSCURE.exec(`${title ?? ''} ${text ?? ''}`)?.[0];
      if (found === undefined) continue;
      yield {
        at: control,
        what: `${control.id} speaks of "${found}", which stops no attacker by itself.`,
        do: `Say in ${control.id} what withstands a deliberate attempt, such as a signature or a key of each device.`,
      };
    }
  },
});
