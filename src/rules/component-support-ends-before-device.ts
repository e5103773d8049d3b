/** Finds third-party components whose support ends before that of the device. */
import { compareText } from '../shapes/index.js';
import { dayIn } from './day-in.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'component-support-ends-before-device',
  title: 'Component that ends before the device',
  why: 'From that day on the device stands alone with the component, unless a plan says what happens then.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-REPLACE', 'fda-premarket:FDA-CY-EOS'],
  serves: ['sbom', 'security-maintenance-plan'],
  severity: 'warning',
  applies: 'exposed',

  examples: {
    bad: `
      soup:
        - { id: SOUP-1, title: Debian, version: '13', end-of-support: 2030-06-30 }   # gap
      releases:
        - { id: REL-1, title: LabDesk 3.2.0, version: 3.2.0, support-until: '2031-06-30, five years' }`,
    ok: `
      soup:
        - { id: SOUP-1, title: Debian, version: '13', end-of-support: 2030-06-30, rationale: Version 14 comes with release 4. }
      releases:
        - { id: REL-1, title: LabDesk 3.2.0, version: 3.2.0, support-until: 2031-06-30 }`,
  },

  *check({ trace, date }) {
    const ends = trace
      .all('release')
      .map((release) => ({ release, end: dayIn(release.fields['support-until']) ?? '' }));
    const [last] = ends.toSorted((a, b) => compareText(b.end, a.end));
    if (!last || last.end === '') return;
    for (const soup of trace.all('soup')) {
      const end = dayIn(soup.fields['end-of-support']);
      // What is over already is told by a rule of its own.
      if (end === undefined || end < date || end >= last.end || soup.fields.rationale !== undefined) continue;
      yield {
        at: soup,
        field: 'end-of-support',
        what: `The support of ${soup.id} ends on ${end}, that of ${last.release.id} on ${last.end}.`,
        do: `Say under \`rationale:\` of ${soup.id} what happens then: another version, another component or a contract.`,
        see: [{ spot: last.release.spot, note: `${last.release.id} is supported until ${last.end}.` }],
      };
    }
  },
});
