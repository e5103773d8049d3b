/** Finds third-party components whose known anomalies nobody judged. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'soup-without-anomaly-evaluation',
  title: 'SOUP whose known anomalies nobody judged',
  why: 'A published problem of a component is one of the device until somebody says on a day why it is not.',
  because: 'safety-class',
  basis: ['iec62304:7.1.3'],
  serves: ['software-risk-analysis', 'soup-list'],
  severity: 'error',
  tells: ['soup.anomaly-evaluation', 'soup.anomaly-date'],

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      soup:
        - { id: SOUP-1, title: express, version: 4.19.2, used-in: [EL-1] }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      soup:
        - id: SOUP-1
          title: express
          version: 4.19.2
          used-in: [EL-1]
          anomaly-source: https://github.example/express/issues
          anomaly-date: 2026-05-12
          anomaly-evaluation: None of 41 open issues concerns the routes that are used.
        - { id: SOUP-2, title: left-pad, version: 1.3.0, marks: in-sbom, used-in: [EL-1] }`,
  },

  *check({ trace, classes }) {
    for (const soup of trace.all('soup')) {
      const { marks } = soup.fields;
      if ((marks && !marks.includes('soup')) || classes.of(soup) === 'A') continue;
      const missing = (['anomaly-evaluation', 'anomaly-date'] as const).filter(
        (name) => soup.fields[name] === undefined,
      );
      if (missing.length === 0) continue;
      yield {
        at: soup,
        what: `${soup.id} has ${missing.length === 2 ? 'no evaluation of its known anomalies' : missing[0] === 'anomaly-date' ? 'an evaluation of its known anomalies without a date' : 'a date, but no evaluation of its known anomalies'}.`,
        do: `Add ${missing.map((name) => `\`${name}:\``).join(' and ')} to ${soup.id}: which known anomalies matter here, and why the others do not.`,
      };
    }
  },
});
