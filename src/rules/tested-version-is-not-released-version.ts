/** Finds releases whose tests last ran, as their runs say, on another version. */
import type { RecordOf } from '../records/index.js';
import type { RuleInput } from './define.js';
import { resultsOf } from './test-results.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'tested-version-is-not-released-version',
  title: 'Tested version that is not the released one',
  why: 'The version that was tested is the one that is released, or the difference is judged: else nobody tested what patients get.',
  because: 'both',
  basis: ['iec62304:5.7.3', 'iec62304:5.8.1', 'fda-premarket:FDA-CY-TEST'],
  serves: ['system-test-report', 'security-test-report', 'software-release-record'],
  severity: 'error',

  examples: {
    bad: `
      tests:
        - { id: TC-1, title: An order is stored, level: system }
      runs:
        - { id: RUN-1, version: 3.1.2, date: 2026-03-12, results: [{ test: TC-1, result: passed }] }
      releases:
        - { id: REL-1, title: LabDesk 3.1.2, version: 3.1.2, date: 2026-03-20 }
        - { id: REL-2, title: LabDesk 3.2.0, version: 3.2.0, date: 2026-06-30 }   # gap`,
    ok: `
      tests:
        - { id: TC-1, title: An order is stored, level: system }
      runs:
        - { id: RUN-1, version: 3.1.2, date: 2026-03-12, results: [{ test: TC-1, result: passed }] }
        - { id: RUN-2, version: 3.2.0, date: 2026-06-12, results: [{ test: TC-1, result: passed }] }
      releases:
        - { id: REL-2, title: LabDesk 3.2.0, version: 3.2.0, date: 2026-06-30 }`,
  },

  *check(input) {
    const release = newestRelease(input);
    const version = release?.fields.version;
    if (!release || version === undefined) return;
    const others = testedOnOthers(version, input);
    const [first] = others;
    if (!first) return;
    yield {
      at: release,
      field: 'version',
      what: `${others.length} ${others.length === 1 ? 'test' : 'tests'} last ran on another version than ${version} of ${release.id}, such as ${first.test.id} on ${first.version} (${first.run.id}).`,
      do: `Run ${others.length === 1 ? 'it' : 'them'} on ${version}, or carry the results over by an approved change with \`carries-over\` and its reason.`,
      see: others.slice(0, 5).map(({ test, run }) => ({ spot: run.spot, note: `${test.id} ran in ${run.id}.` })),
    };
  },

  // Of runs that name no version, only their commit tells what was tested.
  undecided: (input) => newestRelease(input)?.fields.version === undefined,
});

/** Of those that are out: what is still to come is tested until then. */
function newestRelease({ trace, date }: RuleInput): RecordOf<'release'> | undefined {
  return trace
    .all('release')
    .filter(({ fields }) => fields.date !== undefined && fields.date <= date)
    .toSorted((a, b) => ((a.fields.date ?? '') < (b.fields.date ?? '') ? -1 : 1))
    .at(-1);
}

interface OnOther {
  readonly test: RecordOf<'test'>;
  readonly run: RecordOf<'run'>;
  readonly version: string;
}

/** System tests; a report that is stored tells the commit, and is held against the files of the release elsewhere. */
function testedOnOthers(version: string, { trace, evidence }: RuleInput): readonly OnOther[] {
  return trace.all('test').flatMap((test) => {
    if (test.fields.level === 'unit' || test.fields.level === 'integration') return [];
    if (evidence.reportsOf(test).length > 0 || trace.isLinked(test, 'carried-over-by')) return [];
    const runs = resultsOf(test, trace).map(({ run }) => run);
    const hasVersion = runs.some((run) => (run.fields.version ?? version) === version);
    const [last] = runs.toSorted((a, b) => ((a.fields.date ?? '') < (b.fields.date ?? '') ? 1 : -1));
    // A commit is held against the files of the release elsewhere.
    return !last || hasVersion || last.fields.commit !== undefined
      ? []
      : [{ test, run: last, version: last.fields.version ?? '' }];
  });
}
