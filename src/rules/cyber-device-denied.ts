/** Finds devices that are said to be no cyber device although all three questions of the law are answered with yes. */
import { defineRule } from './define.js';

const QUESTIONS = ['sponsored-software', 'able-to-connect', 'open-to-threats'] as const;

export default defineRule({
  id: 'cyber-device-denied',
  title: 'No cyber device, but all three questions are answered with yes',
  why: 'Three times yes makes it a cyber device by law; saying no takes away what the law asks, and the answers stay.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-CYDEV'],
  serves: ['product-security-context'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: {
      records: '',
      settings: `
        profile:
          purpose: other
          essential-performance: no
          exposure: [public-network]
          sponsored-software: yes
          able-to-connect: yes
          open-to-threats: yes
          cyber-device: no   # gap`,
    },
    ok: {
      records: '',
      settings: `
        profile:
          purpose: other
          essential-performance: no
          exposure: [public-network]
          sponsored-software: no
          able-to-connect: yes
          open-to-threats: yes
          cyber-device: no`,
    },
  },

  *check({ facts, factSpots }) {
    if (facts.get('cyber-device') !== false || QUESTIONS.some((question) => facts.get(question) !== true)) return;
    yield {
      spot: factSpots.get('cyber-device'),
      details: ['cyber-device'],
      what: `\`cyber-device\` is no, but ${QUESTIONS.join(', ')} are all yes.`,
      do: 'Take `cyber-device` out of the profile, or correct the answer that is wrong, with its reason in the product security context.',
      see: QUESTIONS.flatMap((question) => {
        const spot = factSpots.get(question);
        return spot ? [{ spot, note: `\`${question}\` is yes.` }] : [];
      }),
    };
  },
});
