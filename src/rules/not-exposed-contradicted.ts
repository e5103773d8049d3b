/** Finds devices that are said not to be exposed although other facts say they are (finding F4). */
import { defineRule, type RuleInput } from './define.js';

export default defineRule({
  id: 'not-exposed-contradicted',
  title: 'Not exposed, but other facts say otherwise',
  why: 'A device that is updated in the field or talks over a network can be reached, and then security asks its part.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.1.2', 'iec81001-5-1:7.2'],
  serves: ['product-security-context', 'threat-model'],
  severity: 'error',

  examples: {
    bad: {
      records: '',
      settings: `
        profile: { purpose: other, essential-performance: no, exposure: [none], update-path: network }   # gap`,
    },
    ok: {
      records: '',
      facts: { exposure: '[none]', 'update-path': 'none' },
    },
  },

  *check(input) {
    if (!input.overhead.findings.includes('F4')) return;
    yield {
      spot: input.factSpots.get('exposure'),
      what: `The device is said not to be exposed, but ${signsOf(input).join(' and ')}.`,
      do: 'Correct `exposure` in the profile, or the fact that contradicts it.',
    };
  },
});

function signsOf({ facts }: RuleInput): readonly string[] {
  const path = facts.get('update-path');
  return [
    ...(path === 'local' || path === 'network' ? [`its update path is ${path}`] : []),
    ...(facts.get('network-library') === true ? ['it contains a network library'] : []),
    ...(facts.get('open-port') === true ? ['a port was found open'] : []),
  ];
}
