/** Finds releases whose commit the repository does not hold. */
import type { RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import { defineRule } from './define.js';

const HERE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

export default defineRule({
  id: 'release-commit-not-in-repository',
  title: 'Release of a commit that the repository does not hold',
  why: 'What was released must be found again and built again; a commit that is gone, or was never here, identifies nothing.',
  because: 'safety-class',
  basis: ['iec62304:8.1.1', 'iec62304:5.8.4'],
  serves: ['source-code-baseline', 'software-release-record'],
  severity: 'error',

  examples: {
    bad: {
      records: `
        releases:
          - { id: REL-1, title: LabDesk 3.2.0, version: 3.2.0, commit: ${HERE} }
          - { id: REL-2, title: LabDesk 3.2.1, version: 3.2.1, commit: 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391' }   # gap`,
      commits: { [HERE]: {} },
    },
    ok: {
      records: `
        releases:
          - { id: REL-1, title: LabDesk 3.2.0, version: 3.2.0, commit: ${HERE} }`,
      commits: { [HERE]: {} },
    },
  },

  *check({ trace, evidence }) {
    for (const { release, commit } of committed(trace)) {
      if (evidence.knows(commit) !== false) continue;
      yield {
        at: release,
        field: 'commit',
        what: `${release.id} names the commit \`${commit}\`, which the repository does not hold.`,
        do: 'Correct `commit:`, or bring the commit back by pushing the branch or tag that holds it.',
      };
    }
  },

  // Without a released commit there is nothing to look for; a clone without history may lack what is there.
  undecided: ({ trace, evidence }) => {
    const named = committed(trace);
    return named.length === 0 || named.some(({ commit }) => evidence.knows(commit) === 'unknown');
  },
});

function committed(trace: Trace): readonly { readonly release: RecordOf<'release'>; readonly commit: string }[] {
  return trace.all('release').flatMap((release) => {
    const { commit } = release.fields;
    return commit === undefined ? [] : [{ release, commit }];
  });
}
