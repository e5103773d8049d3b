/** Finds devices that are said to be unable to connect although data from outside reaches them. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'connection-denied',
  title: 'Not able to connect, but data from outside reaches it',
  why: 'A radio, a network, a USB, serial or service port counts as able to connect, on purpose or not.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-CYDEV'],
  serves: ['product-security-context'],
  severity: 'error',
  applies: 'exposed',

  examples: {
    bad: {
      records: '',
      settings: `
        profile:
          purpose: other
          essential-performance: no
          exposure: [service-port]
          able-to-connect: no   # gap`,
    },
    ok: {
      records: '',
      settings: `
        profile:
          purpose: other
          essential-performance: no
          exposure: [usb-power-only]
          power-only-shown: yes
          able-to-connect: no`,
    },
  },

  *check({ facts, factSpots }) {
    const exposure = facts.get('exposure');
    if (facts.get('able-to-connect') !== false || facts.get('exposed') !== true) return;
    yield {
      spot: factSpots.get('able-to-connect'),
      details: ['able-to-connect'],
      what: `\`able-to-connect\` is no, but the exposure is ${[exposure].flat().join(', ')}.`,
      do: 'Answer `able-to-connect` with yes, or correct the exposure.',
    };
  },
});
