/** Finds releases whose units and interfaces had passed their tests on other files than those that went out. */
import type { RecordOf } from '../records/index.js';
import type { RuleInput } from './define.js';
import { defineRule } from './define.js';

const [BEFORE, RELEASED] = ['1a2b3c4d5e6f708192a3b4c5d6e7f80912345678', '4f0c1d2a9b7e3358c6d1e0f4a5b6978812345678'];

export default defineRule({
  id: 'verification-product-not-met-at-release',
  title: 'Release whose units were verified on other files',
  why: 'A release stands for verification that is done on what goes out: a unit that changed since was tested by nobody.',
  because: 'safety-class',
  basis: ['iec62304:5.8.1'],
  serves: ['software-release-record', 'unit-verification-records', 'integration-test-records'],
  severity: 'error',

  examples: {
    bad: {
      records: `
        tests:
          - { id: TC-1, title: Limit of the dose, level: unit }
        runs:
          - { id: RUN-1, commit: ${BEFORE}, date: 2026-06-12, results: [{ test: TC-1, result: passed }] }
        releases:
          - { id: REL-1, title: Pump 3.2.0, version: 3.2.0, commit: ${RELEASED}, date: 2026-06-30 }   # gap`,
      commits: { [BEFORE]: { 'src/dose.c': 'old' }, [RELEASED]: { 'src/dose.c': 'new' } },
    },
    ok: {
      records: `
        tests:
          - { id: TC-1, title: Limit of the dose, level: unit }
        runs:
          - { id: RUN-1, commit: ${RELEASED}, date: 2026-06-12, results: [{ test: TC-1, result: passed }] }
        releases:
          - { id: REL-1, title: Pump 3.2.0, version: 3.2.0, commit: ${RELEASED}, date: 2026-06-30 }
          - { id: REL-2, title: Pump 3.3.0, version: 3.3.0 }`,
      commits: { [BEFORE]: { 'src/dose.c': 'old' }, [RELEASED]: { 'src/dose.c': 'new' } },
    },
  },

  *check(input) {
    const made = newestMade(input);
    if (!made) return;
    const open = testsAsked(input).filter((test) => isTold(test, made.commit, input));
    const [first] = open;
    if (!first) return;
    yield {
      at: made.release,
      field: 'commit',
      what: `${made.release.id} went out, and ${open.length} ${open.length === 1 ? 'test of its units and interfaces' : 'tests of its units and interfaces'} had passed on other files only, such as ${first.id}.`,
      do: 'Run them on the files of the release and add the reports, or carry the results over by an approved change.',
      see: open
        .slice(0, 5)
        .map((test) => ({ spot: test.spot, note: `${test.id} did not pass on ${made.release.id}.` })),
    };
  },

  // What failed, or has no result at all, is told where it is written; it is no complete verification either.
  undecided: (input) => {
    const made = newestMade(input);
    if (!made) return true;
    return testsAsked(input).some(
      (test) => input.proofs.ranOn(test, made.commit, 'own') !== true && !isTold(test, made.commit, input),
    );
  },
});

function newestMade({ trace, date }: RuleInput): { release: RecordOf<'release'>; commit: string } | undefined {
  const made = trace.all('release').flatMap((release) => {
    const { commit, date: on } = release.fields;
    return commit === undefined || on === undefined || on > date ? [] : [{ release, commit, on }];
  });
  return made.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))).at(-1);
}

/** Those of units and integration where the class asks them; system tests for every class. */
function testsAsked({ trace, classes }: RuleInput): readonly RecordOf<'test'>[] {
  return trace.all('test').filter((test) => {
    const { level } = test.fields;
    return level === 'system' || (isOfPart(test) && classes.of(test) !== 'A');
  });
}

function isOfPart({ fields }: RecordOf<'test'>): boolean {
  return fields.level === 'unit' || fields.level === 'integration';
}

/** System tests are held against the release where their report is asked for. */
function isTold(test: RecordOf<'test'>, commit: string, { proofs }: RuleInput): boolean {
  const { state } = proofs.about(test);
  const hasPassed = state === 'current' || state === 'stale' || state === 'undated';
  return isOfPart(test) && hasPassed && proofs.ranOn(test, commit, 'own') === false;
}
