/** Finds third-party components whose maker ended their support. */
import { dayIn } from './day-in.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'component-past-its-support',
  title: 'Component past the end of its support',
  why: 'Nobody mends its next weakness, so somebody else has to, or it has to go.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:5.2.3', 'fda-premarket:FDA-CY-EOS'],
  serves: ['third-party-security-assessment', 'sbom'],
  severity: 'warning',
  applies: 'exposed',

  examples: {
    bad: `
      soup:
        - { id: SOUP-1, title: openssl, version: 1.0.2u, end-of-support: 2019-12-31 }   # gap`,
    ok: `
      soup:
        - { id: SOUP-1, title: openssl, version: 1.0.2u, end-of-support: 2019-12-31, rationale: A paid contract for fixes runs to 2028. }
        - { id: SOUP-2, title: zlib, version: 1.3.2, end-of-support: none announced }`,
  },

  *check({ trace, date }) {
    for (const soup of trace.all('soup')) {
      const end = dayIn(soup.fields['end-of-support']);
      if (end === undefined || end >= date || soup.fields.rationale !== undefined) continue;
      yield {
        at: soup,
        field: 'end-of-support',
        what: `The support of ${soup.id} ended on ${end}.`,
        do: `Replace ${soup.id}, or say under \`rationale:\` who mends it until then.`,
      };
    }
  },
});
