/** Finds third-party components whose exact version is not told. */
import { defineRule } from './define.js';

// Words of package managers for "this one or a later one".
const RANGE = /^[\^~<>]|[|*]|\.x\b|^(latest|any|newest)$/i;

export default defineRule({
  id: 'configuration-item-without-version',
  title: 'Component without an exact version',
  why: 'A problem of one version says nothing about another, and a range says which one is in use to nobody.',
  because: 'safety-class',
  basis: ['iec62304:8.1.1', 'iec62304:8.1.2'],
  serves: ['configuration-item-list', 'soup-list'],
  severity: 'error',
  tells: ['soup.version'],

  examples: {
    bad: `
      soup:
        - { id: SOUP-1, title: express, version: ^4.19.2 }   # gap
        - { id: SOUP-2, title: zlib }   # gap`,
    ok: `
      soup:
        - { id: SOUP-1, title: express, version: 4.19.2 }
        - { id: SOUP-2, title: Debian, version: '13 (image digest sha256:0a1b)' }`,
  },

  *check({ trace }) {
    for (const soup of trace.all('soup')) {
      const { version } = soup.fields;
      if (version !== undefined && !RANGE.test(version)) continue;
      yield {
        at: soup,
        field: 'version',
        what:
          version === undefined
            ? `${soup.id} has no version.`
            : `The version of ${soup.id} is \`${version}\`, which is more than one.`,
        do: `Write in \`version:\` of ${soup.id} the one version that the build takes.`,
      };
    }
  },
});
